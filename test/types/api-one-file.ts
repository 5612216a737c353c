/** Block of the public surface, section 1: a bot in one file, complete but for the token. */
import type { Message, SlashContext } from 'cogwork';
import { Bot, Cog, Listen, Option, SlashCommand } from 'cogwork';

class AddOptions {
  @Option.integer('First number') a!: number;
  @Option.integer('Second number') b = 1;
}

@Cog()
class Maths {
  @SlashCommand('Adds two numbers', AddOptions)
  add(_ctx: SlashContext, { a, b }: AddOptions) {
    return `${a} + ${b} = ${a + b}`;
  }

  @Listen('messageCreate')
  async hello(message: Message) {
    if (message.content === 'ping') await message.reply('pong');
  }
}

export async function startOneFileBot(token: string | undefined): Promise<Bot> {
  const bot = new Bot({ cogs: [Maths], logLevel: 'silent' });
  await bot.start(token);
  return bot;
}
