import type { Message, PrefixContext, SlashContext } from 'cogwork';
import { Cog, Listen, Option, PrefixCommand, SlashCommand } from 'cogwork';

export class AddOptions {
  @Option.integer('First number') a!: number;
  @Option.integer('Second number') b = 1;
}

@Cog()
export class Maths {
  @SlashCommand('Adds two numbers', AddOptions)
  add(_ctx: SlashContext, { a, b }: AddOptions): string {
    return `${a} + ${b} = ${a + b}`;
  }

  @PrefixCommand('Adds two numbers, in a message', AddOptions)
  sum(_ctx: PrefixContext, { a, b }: AddOptions): string {
    return `${a} + ${b} = ${a + b}`;
  }

  @Listen('messageCreate')
  async hello(message: Message): Promise<void> {
    if (message.content === 'ping') await message.reply('pong');
  }
}
