import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { InvalidOptionError } from '../errors/invalid-option-error.js';

/**
 * How an entry is run: by this runtime; TypeScript through the `tsx` of the bot's own project.
 *
 * @throws {InvalidOptionError} when the entry is TypeScript and there is no tsx.
 */
export function botCommand(entry: string): readonly [string, ...string[]] {
  const isTyped = /\.[cm]?tsx?$/.test(entry);
  if (!isTyped || process.versions['bun'] !== undefined)
    return [process.execPath, '--enable-source-maps', entry];
  const loader = findTsx(entry);
  if (loader === undefined) {
    throw new InvalidOptionError(
      `${entry} is TypeScript, and its project has no tsx to run it: install it with \`npm install --save-dev tsx\`, or give the compiled file.`,
      'entry',
    );
  }
  return [process.execPath, '--enable-source-maps', '--import', loader, entry];
}

function findTsx(entry: string): string | undefined {
  for (const from of [entry, import.meta.url]) {
    try {
      return pathToFileURL(createRequire(from).resolve('tsx/esm')).href;
    } catch {
      // Not there: the next place, or none.
    }
  }
  return undefined;
}
