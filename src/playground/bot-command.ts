import { tsxLoader } from './tsx-loader.js';

/** How to start a process of a bot. */
export interface BotCommand {
  /** Program and its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
}

/** Ten frames are all of the framework where a bot is made of its cogs, and the bot's own file would not be among them. */
const DEEP_STACKS = '--stack-trace-limit=50';

/**
 * How an entry is run: by this runtime; TypeScript through the `tsx` of the bot's own project.
 *
 * @throws {InvalidOptionError} when the entry is TypeScript and there is no tsx.
 */
export function botCommand(entry: string): BotCommand {
  const loader = tsxLoader(entry);
  const imported = loader ? ['--import', loader.url] : [];
  return {
    command: [process.execPath, '--enable-source-maps', DEEP_STACKS, ...imported, entry],
    env: loader?.env ?? {},
  };
}
