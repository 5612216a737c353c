import { Bot } from '../client/bot.js';
import type { BotOptions } from '../client/bot-options.js';
import type { Emulator } from '../emulator/emulator.js';
import type { EmulatedBot } from '../emulator/people/emulated-bot.js';
import { SystemClock } from '../utils/system-clock.js';

/** What bots of one account have in common. */
export interface BotUnderTestParts {
  readonly account: EmulatedBot;
  readonly discord: Emulator;
  readonly options: BotOptions;
  /** Whether interactions come over HTTP, and nothing else comes. */
  readonly overHttp: boolean;
}

/** Bots of one account, one after another: what a deployment has of them. */
export class BotUnderTest {
  readonly #parts: BotUnderTestParts;
  #closeCurrent: () => Promise<void> = () => Promise.resolve();

  constructor(parts: BotUnderTestParts) {
    this.#parts = parts;
  }

  /** Starts a bot, and comes back when everything is at rest. */
  async start(changed: BotOptions = {}): Promise<Bot> {
    const { account, discord, options, overHttp } = this.#parts;
    const bot = new Bot({
      clock: discord.clock,
      sockets: discord.sockets,
      udp: discord.udp,
      ...options,
      ...changed,
      rest: {
        baseUrl: discord.apiUrl,
        dispatcher: () => discord.dispatcher(),
        ...(changed.rest ?? options.rest),
      },
    });
    const removeProbe = discord.addActivityProbe(() => !bot.activity.isIdle, { name: 'handlers of the bot' });
    const removeSoundProbe = discord.addActivityProbe(
      patiently(() => bot.isReadingSound),
      { name: 'sound from a file, an address or ffmpeg', kind: 'traffic' },
    );
    this.#closeCurrent = async () => {
      await bot.close();
      removeProbe();
      removeSoundProbe();
    };
    if (overHttp) await connectOverHttp(bot, account, discord);
    else await bot.start(account.token);
    await discord.settle();
    return bot;
  }

  async restart(changed?: BotOptions): Promise<Bot> {
    await this.close();
    return this.start(changed);
  }

  async close(): Promise<void> {
    await this.#closeCurrent();
  }
}

/** Logs a bot in, brings its commands up to date, and makes it the endpoint of its interactions. */
async function connectOverHttp(bot: Bot, account: EmulatedBot, discord: Emulator): Promise<void> {
  await bot.login(account.token);
  await bot.commands.sync();
  await discord.setInteractionEndpoint(account, bot.fetchHandler({ publicKey: account.publicKey }));
}

/** Real milliseconds that virtual time stands still for sound that comes from outside and does not come. */
const SOUND_PATIENCE_MS = 5_000;

/** The same, until it has been busy for too long without a pause. */
function patiently(isBusy: () => boolean): () => boolean {
  const realTime = new SystemClock();
  let sinceMs: number | undefined;
  return () => {
    if (!isBusy()) sinceMs = undefined;
    else sinceMs ??= realTime.monotonicNow();
    return sinceMs !== undefined && realTime.monotonicNow() - sinceMs < SOUND_PATIENCE_MS;
  };
}
