import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InvalidOptionError } from '../errors/invalid-option-error.js';

/** Way to run TypeScript. */
export interface TsxLoader {
  /** Module that teaches Node TypeScript as it is imported. */
  readonly url: string;
  /** Environment that it needs: the settings nearest to the entry, wherever the command was typed. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Finds what an entry needs to run: nothing for JavaScript, the `tsx` of the bot's own project for TypeScript.
 *
 * @throws {InvalidOptionError} when the entry is TypeScript and there is no tsx.
 */
export function tsxLoader(entry: string): TsxLoader | undefined {
  if (!/\.[cm]?tsx?$/.test(entry) || process.versions['bun'] !== undefined) return undefined;
  const url = findTsx(entry);
  if (url !== undefined) return { url, env: settingsOf(entry) };
  throw new InvalidOptionError(
    `${entry} is TypeScript, and its project has no tsx to run it: install it with \`npm install --save-dev tsx\`, or give the compiled file.`,
    'entry',
  );
}

function findTsx(entry: string): string | undefined {
  for (const from of [entry, import.meta.url]) {
    try {
      return pathToFileURL(createRequire(from).resolve('tsx')).href;
    } catch {
      // Not there: the next place, or none.
    }
  }
  return undefined;
}

function settingsOf(entry: string): Record<string, string> {
  if (process.env['TSX_TSCONFIG_PATH'] !== undefined) return {};
  for (let folder = dirname(entry); ; folder = dirname(folder)) {
    const path = join(folder, 'tsconfig.json');
    if (existsSync(path)) return { TSX_TSCONFIG_PATH: path };
    if (folder === dirname(folder)) return {};
  }
}
