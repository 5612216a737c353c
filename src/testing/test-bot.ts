import { Bot } from '../client/bot.js';
import type { BotOptions } from '../client/bot-options.js';
import type { VirtualClock } from '../emulator/clock/virtual-clock.js';
import { Emulator } from '../emulator/emulator.js';
import type { Person } from '../emulator/people/person.js';
import type { EmulatedChannel } from '../emulator/places/emulated-channel.js';
import type { EmulatedGuild } from '../emulator/places/emulated-guild.js';
import { RecordingLogger } from './recording-logger.js';

/** Options of `testBot`: those of a bot, and an emulator to use instead of a new one. */
export interface TestBotOptions extends BotOptions {
  /** Emulator that several bots of one test share. @defaultValue a new one */
  readonly emulator?: Emulator;
}

/** Bot under test, the Discord it is in, and the people who are there. */
export interface TestWorld extends AsyncDisposable {
  readonly alice: Person;
  readonly bob: Person;
  readonly bot: Bot;
  /** Time of bot and emulator: moves only when told. */
  readonly clock: VirtualClock;
  readonly discord: Emulator;
  /** Text channel of the guild, `#general`. */
  readonly general: EmulatedChannel;
  readonly guild: EmulatedGuild;
  /** What the bot logged. */
  readonly logs: RecordingLogger;
  /** Closes the bot, and the emulator unless it was given. */
  close(): Promise<void>;
}

/**
 * Starts a bot in an emulated Discord with a guild, a channel and two people; everything in process, on a virtual clock.
 *
 * Closing is optional: nothing that it makes keeps a process alive.
 *
 * @example
 * ```ts
 * const { alice, general, clock } = await testBot({ cogs: [Maths] });
 * const reply = await alice.slash(general, 'add', { a: 2, b: 3 });
 * expect(reply.content).toBe('2 + 3 = 5');
 * ```
 * @throws whatever `bot.start()` throws.
 */
export async function testBot(options: TestBotOptions = {}): Promise<TestWorld> {
  const { emulator, ...botOptions } = options;
  const discord = emulator ?? new Emulator();
  const account = discord.createBot({ name: 'bot', maxConcurrency: 16 });
  const [alice, bob] = [discord.createUser('alice'), discord.createUser('bob')];
  const guild = discord.createGuild({ members: [alice, bob, account], channels: ['general'] });
  const logs = new RecordingLogger();
  const bot = new Bot({
    clock: discord.clock,
    logger: logs,
    sockets: discord.sockets,
    ...botOptions,
    rest: { baseUrl: discord.apiUrl, dispatcher: () => discord.dispatcher(), ...botOptions.rest },
  });
  const removeProbe = discord.addActivityProbe(() => !bot.activity.isIdle, { name: 'handlers of the bot' });
  const close = async (): Promise<void> => {
    await bot.close();
    removeProbe();
    if (!emulator) await discord.close();
  };
  await bot.start(account.token);
  await discord.settle();
  return {
    alice,
    bob,
    bot,
    clock: discord.virtualClock,
    close,
    discord,
    general: guild.channel('general'),
    guild,
    logs,
    [Symbol.asyncDispose]: close,
  };
}
