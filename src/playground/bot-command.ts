import { tsxLoader } from './tsx-loader.js';

/** How to start a process of a bot. */
export interface BotCommand {
  /** Program and its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * How an entry is run: by this runtime; TypeScript through the `tsx` of the bot's own project.
 *
 * @throws {InvalidOptionError} when the entry is TypeScript and there is no tsx.
 */
export function botCommand(entry: string): BotCommand {
  const loader = tsxLoader(entry);
  const imported = loader ? ['--import', loader.url] : [];
  return {
    command: [process.execPath, '--enable-source-maps', ...imported, entry],
    env: loader?.env ?? {},
  };
}
