/**
 * Program of a user's, run to get hold of its bots.
 *
 * It runs as always up to the point where it starts its bot; there the bot comes here. What only reads the bot holds the
 * program there for ever, so nothing connects; the prompt lets it go on.
 */
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import type { Bot } from '../../client/bot.js';
import { setProgramHost } from '../../client/program-host.js';
import { CogworkError } from '../../errors/cogwork-error.js';
import { CommandLineError } from '../../errors/command-line-error.js';
import { tsxLoader } from '../../playground/tsx-loader.js';
import type { Clock } from '../../utils/clock.js';
import type { Logger } from '../../utils/logger.js';
import type { CollectorMode, FoundBot } from './bot-collector.js';
import { BotCollector } from './bot-collector.js';
import { shownEntry } from './find-entry.js';

/** Time that a program has to start its bot, besides that of being loaded. */
const PATIENCE_MS = 10_000;

/** How to run a program. */
export interface BotProgramOptions {
  readonly entry: string;
  readonly mode: CollectorMode;
  readonly clock: Clock;
  /** Logger of bots that are given none. */
  readonly logger: Logger;
}

/** Running program. */
export interface BotProgram {
  readonly bots: readonly [FoundBot, ...FoundBot[]];
  /** Exports of the entry, as far as there are some by now. */
  readonly exports: Readonly<Record<string, unknown>>;
  /** Rejects when the program fails later. */
  readonly whenFailed: Promise<never>;
}

/**
 * Runs a program until it starts its bots.
 *
 * @throws CommandLineError when it fails, or starts and exports no bot; InvalidOptionError when it is TypeScript and
 *   there is no tsx.
 */
export async function runBotProgram(options: BotProgramOptions): Promise<BotProgram> {
  const { clock, entry, logger, mode } = options;
  const collector = new BotCollector(mode, logger);
  setProgramHost(collector);
  const exports: Record<string, unknown> = {};
  const loading = loadEntry(entry, exports);
  const whenFailed = loading.then(() => new Promise<never>(() => {}));
  whenFailed.catch(() => {});
  // A program that waits for something that cannot come any more would end this process without a word.
  const hasNothingToDo = once(process, 'beforeExit');
  await Promise.race([collector.whenFound, loading, hasNothingToDo]);
  if (collector.bots.length === 0) for (const bot of botsAmong(exports)) collector.adopt(bot);
  if (collector.bots.length === 0) {
    const tooLate = wait(clock, PATIENCE_MS, { unref: true });
    await Promise.race([collector.whenFound, whenFailed, hasNothingToDo, tooLate]);
  }
  // Those that are started together come one after another.
  await Promise.race([wait(clock, 0), whenFailed]);
  if (mode === 'hold') setProgramHost(undefined);
  const [first, ...others] = collector.bots;
  if (first === undefined) throw noBot(entry);
  return { bots: [first, ...others], exports, whenFailed };
}

async function loadEntry(entry: string, exports: Record<string, unknown>): Promise<void> {
  const loader = tsxLoader(entry);
  Object.assign(process.env, loader?.env);
  // As if it had been started by itself: a program may look whether it is the main one.
  process.argv = [process.execPath, entry];
  try {
    if (loader) await import(loader.url);
    const module = (await import(pathToFileURL(entry).href)) as { readonly default?: unknown };
    Object.assign(exports, module);
    // What a CommonJS module exports comes as its default export.
    if (typeof module.default === 'object' && !isBot(module.default)) Object.assign(exports, module.default);
  } catch (cause) {
    throw failed(entry, cause);
  }
}

function botsAmong(exports: Readonly<Record<string, unknown>>): Bot[] {
  return Object.values(exports).filter(isBot);
}

function isBot(value: unknown): value is Bot {
  if (typeof value !== 'object' || value === null) return false;
  return ['login', 'listen', 'intents'].every((member) => member in value);
}

function wait(clock: Clock, delayMs: number, options?: { readonly unref: boolean }): Promise<void> {
  return new Promise((resolve) => void clock.setTimeout(resolve, delayMs, options));
}

function failed(entry: string, cause: unknown): CommandLineError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const name = CogworkError.is(cause) ? `${cause.name} [${cause.code}]: ` : '';
  return new CommandLineError(
    `${shownEntry(entry)} failed: ${name}${message}`,
    'Repair that first; --verbose shows where it happened.',
    { cause },
  );
}

function noBot(entry: string): CommandLineError {
  return new CommandLineError(
    `${shownEntry(entry)} starts no bot, and exports none.`,
    'Let it call `bot.run()` or `bot.start()`, or `export const bot = new Bot({ … })`.',
  );
}
