/** Blocks of the public surface about options and commands: they must compile. */
import type {
  Channel,
  Context,
  Member,
  Message,
  MessageContext,
  PrefixContext,
  Replies,
  Role,
  SlashContext,
  TextChannel,
  User,
  UserContext,
} from 'cogwork';
import {
  Cog,
  CommandGroup,
  inject,
  Listen,
  MessageCommand,
  Option,
  PrefixCommand,
  SlashCommand,
  UserCommand,
} from 'cogwork';
import { ChannelType } from 'discord-api-types/v10';

enum Colour {
  Red,
  Green = 5,
}

const suggestRules = (): string[] => ['be kind'];

export class EveryOption {
  @Option.string('Text') text!: string;
  @Option.string('Text', { required: false }) maybeText?: string;
  @Option.string('Rule', { autocomplete: suggestRules }) rule = 'none';
  @Option.integer('Count', { minValue: 0, maxValue: 7 }) count = 0;
  @Option.number('Ratio') ratio!: number;
  @Option.boolean('Flag') flag = false;
  @Option.user('User') user!: User;
  @Option.member('Member') member!: Member;
  @Option.channel('Channel') channel!: Channel;
  @Option.channel('Log to', { types: [ChannelType.GuildText], required: false }) log?: TextChannel;
  @Option.role('Role') role!: Role;
  @Option.mentionable('Anyone') anyone!: Member | Role | User;
  @Option.choice('Colour', ['red', 'green']) colour: 'red' | 'green' = 'red';
  @Option.choice('Colour', Colour) colourNumber = Colour.Red;
  @Option.choice('Size', [
    { name: 'Small', value: 1 },
    { name: 'Large', value: 2 },
  ])
  size!: 1 | 2;
  @Option.duration('How long') durationMs = 60_000;
  @Option.custom('When', (text) => new Date(text)) when!: Date;
}

class Store {
  readonly rows = new Map<string, string>();
}

@Cog({ description: 'Everything a command can be' })
export class Everything {
  readonly store = inject(Store);

  @SlashCommand('Takes all', EveryOption)
  all(_ctx: SlashContext, { text, maybeText, log }: EveryOption): string {
    return [text, maybeText?.length, log?.id].join();
  }

  @SlashCommand('Doubles', { n: Option.integer('The number') })
  double(_ctx: SlashContext, { n }: { n: number }): string {
    return String(n * 2);
  }

  @SlashCommand('Halves', { n: Option.number('The number', { required: false }) })
  halve(_ctx: SlashContext, { n = 1 }: { n?: number }): string {
    return String(n / 2);
  }

  @SlashCommand({ description: 'Takes only the context', contexts: ['guild'] }, EveryOption)
  async contextOnly(ctx: SlashContext): Promise<void> {
    await ctx.defer();
  }

  @SlashCommand('Takes any context')
  any(ctx: Context): string {
    return ctx.user.id;
  }

  @SlashCommand('Counts')
  async *count(): Replies {
    const first = yield 'one';
    yield `two, after ${first.id}`;
  }

  @UserCommand('Show profile')
  profile(_ctx: UserContext, target: User | Member): string {
    return target.id;
  }

  @MessageCommand('Quote')
  quote(_ctx: MessageContext, message: Message): string {
    return message.content;
  }

  @PrefixCommand('Rolls dice', EveryOption, { aliases: ['r'] })
  roll(ctx: PrefixContext, { count }: EveryOption): string {
    return `${ctx.prefix}${count}`;
  }

  @Listen('messageCreate')
  async hello(message: Message): Promise<void> {
    if (message.content === 'ping') await message.reply('pong');
  }
}

@Cog()
@CommandGroup('config', 'Server settings', { permissions: ['ManageGuild'] })
export class Config {
  @SlashCommand('Shows the settings')
  show(_ctx: SlashContext): string {
    return 'all';
  }

  @SlashCommand({ description: 'Adds a role', group: 'roles' }, { role: Option.role('Which') })
  add(_ctx: SlashContext, { role }: { role: Role }): string {
    return role.id;
  }
}
