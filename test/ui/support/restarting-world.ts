import type { BotOptions } from 'cogwork';
import { Bot } from 'cogwork';
import type { EmulatedBot, EmulatedChannel, Person } from 'cogwork/emulator';
import { Emulator } from 'cogwork/emulator';

/** Discord with a guild, in which bots of one account come and go. */
export class RestartingWorld implements AsyncDisposable {
  readonly discord = new Emulator();
  readonly alice: Person = this.discord.createUser('alice');
  readonly account: EmulatedBot = this.discord.createBot({ name: 'bot' });
  readonly general: EmulatedChannel = this.discord
    .createGuild({ members: [this.alice, this.account] })
    .channel('general');
  readonly #bots: Bot[] = [];

  /** Starts one more bot of the account. */
  async start(options: BotOptions): Promise<Bot> {
    const bot = new Bot({
      clock: this.discord.clock,
      logLevel: 'silent',
      sockets: this.discord.sockets,
      rest: { baseUrl: this.discord.apiUrl, dispatcher: () => this.discord.dispatcher() },
      ...options,
    });
    this.#bots.push(bot);
    this.discord.addActivityProbe(() => !bot.activity.isIdle, { name: 'handlers of the bot' });
    await bot.start(this.account.token);
    await this.discord.settle();
    return bot;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const bot of this.#bots) await bot.close();
    await this.discord.close();
  }
}
