/** What the `@example`s of doc comments take for granted; everything that the package exports is in scope besides. */
import type {
  CheckContext,
  Guild,
  Logger,
  Member,
  SlashContext,
  TextChannel,
  User,
  ViewLayout,
} from 'cogwork';
import { Bot, Cog, HelpText, Input, Modal, Option, SlashCommand, View } from 'cogwork';
import { Emulator } from 'cogwork/emulator';
import type { VoiceConnection } from 'cogwork/voice';
import type { ShardManagerOptions } from '../../../src/gateway/shard-manager-options.js';
import { Secret } from '../../../src/utils/secret.js';
import { WsSocketFactory } from '../../../src/utils/ws-socket-factory.js';

export { describe, expect, it } from '@jest/globals';
export { IsEmail, Length } from 'class-validator';
export { default as Keyv } from 'keyv';
export { Secret, WsSocketFactory };

export const bot = new Bot();
export const { rest } = bot;
export const discord = new Emulator();
export const alice = discord.createUser('alice');
export const general = discord.createGuild().channel('general');
export const [first, second, publicKey] = ['token', 'token', 'key'];
export const [token, userId, channelId, guildId] = ['token', '1', '2', '3'];
export const data: readonly number[] = [1, 2, 3];

export declare const ctx: SlashContext;
export declare const channel: TextChannel;
export declare const guild: Guild;
export declare const member: Member;
export declare const user: User;
export declare const logger: Logger;
export declare const options: ShardManagerOptions;
export declare const voice: VoiceConnection;
export declare const database: { rollBack(id: string): Promise<void> };

export declare function think(): Promise<string>;
export declare function paint(): Promise<string>;
export declare function deleteAll(): Promise<void>;
export declare function collect(samples: unknown): void;
export declare function isPremium(id: CheckContext['guildId']): Promise<boolean>;

export class AddOptions {
  @Option.integer('First number') a!: number;
  @Option.integer('Second number') b = 1;
}

export class DiceOptions {
  @Option.integer('Sides') sides = 6;
}

export class HelloOptions {
  @Option.string('Name') name!: string;
}

export class RoleOptions {
  @Option.string('Role') role!: string;
}

@Cog()
export class Maths {
  @SlashCommand('Adds two numbers', AddOptions)
  add(_ctx: SlashContext, { a, b }: AddOptions): string {
    return `${a} + ${b} = ${a + b}`;
  }
}

export class Poll extends View {
  override render(): ViewLayout {
    return { content: 'Yes or no?' };
  }
}

@Cog()
export class Polls {
  open(of: SlashContext): Promise<unknown> {
    return of.reply(new Poll());
  }
}

@Cog()
export class Moderation {}

export class MyHelpText extends HelpText {}

export class Database {}

@Modal('Feedback')
export class Feedback {
  @Input.text('Your e-mail') email!: string;
  @Input.paragraph('What happened?') story!: string;
}

@Modal('Who are you?')
export class Someone {
  @Input.text('Name') name!: string;
}

@Modal('Where do you live?')
export class Address {
  @Input.text('Street') street!: string;
}
