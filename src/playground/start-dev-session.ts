/** `cogwork dev`: an emulated Discord on loopback, the bot in a process that starts again on save, and the page. */
import { basename, dirname, resolve } from 'node:path';
import { Emulator } from '../emulator/emulator.js';
import { SystemClock } from '../utils/system-clock.js';
import { botCommand } from './bot-command.js';
import { BotProcess } from './bot-process.js';
import type { BotStatus, LogView } from './journal-view.js';
import { makeNeighbourhood } from './make-neighbourhood.js';
import { readLogLine } from './read-log-line.js';
import { shortenStack } from './shorten-stack.js';
import { startPlayground } from './start-playground.js';
import { watchSources } from './watch-sources.js';

/** How to develop a bot. */
export interface DevSessionOptions {
  /** File that runs the bot: TypeScript or JavaScript. */
  readonly entry: string;
  /** Name of the bot's account. @defaultValue the name of the entry's folder */
  readonly name?: string;
  /** Port of the page. @defaultValue a free one */
  readonly port?: number;
  /** Folder whose files start the bot again when they are saved. @defaultValue the entry's */
  readonly watch?: string;
  /** Called with every line that the bot logs or prints. */
  readonly onLog?: (line: Omit<LogView, 'id'>) => void;
  /** Called when the bot's process starts, connects, stops or crashes. */
  readonly onStatus?: (status: BotStatus) => void;
}

/** Running development session. */
export interface DevSession extends AsyncDisposable {
  /** Address of the page. */
  readonly url: string;
  /** Discord that the bot is in. */
  readonly emulator: Emulator;
  /** Starts the bot's process again. */
  restart(): Promise<void>;
  /** Ends the bot, the page and the emulator. */
  close(): Promise<void>;
}

/**
 * Starts an emulated Discord, a bot in it that starts again whenever a source file is saved, and the page to try it on.
 *
 * The emulated Discord goes on while the bot restarts, so messages, and the buttons on them, stay.
 * @throws {InvalidOptionError} when the entry cannot be run.
 */
export async function startDevSession(options: DevSessionOptions): Promise<DevSession> {
  const entry = resolve(options.entry);
  const folder = dirname(entry);
  const { command, env } = botCommand(entry);
  const clock = new SystemClock();
  const emulator = new Emulator({ clock: 'real' });
  const { apiUrl } = await emulator.listen();
  const account = emulator.createBot({ name: options.name ?? basename(folder) });
  const people = makeNeighbourhood(emulator, account);
  const playground = await startPlayground({
    emulator,
    people,
    restart: () => bot.restart(),
    ...(options.port === undefined ? {} : { port: options.port }),
  }).catch(async (error: unknown) => {
    await emulator.close();
    throw error;
  });
  const bot = new BotProcess({
    command,
    cwd: process.cwd(),
    env: { ...env, COGWORK_API_URL: apiUrl, DISCORD_TOKEN: account.token },
    clock,
    onLine: (text) => {
      const read = readLogLine(text, clock.now());
      const line = { ...read, stack: read.stack && shortenStack(read.stack, folder) };
      playground.log(line);
      options.onLog?.(line);
    },
    onStatus: (status) => {
      playground.setStatus(status);
      options.onStatus?.(status);
    },
  });
  const stopListening = emulator.transcript.watch(({ kind, line }) => {
    if (kind === 'gateway-sent' && / (READY|RESUMED)$/.test(line)) bot.noteOnline();
  });
  const watcher = await watchSources(resolve(options.watch ?? folder), clock, () => void bot.restart());
  await bot.restart();
  const close = async (): Promise<void> => {
    await watcher.close();
    stopListening();
    await bot.close();
    await playground.close();
    await emulator.close();
  };
  return { url: playground.url, emulator, restart: () => bot.restart(), close, [Symbol.asyncDispose]: close };
}
