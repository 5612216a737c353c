import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { CommandLineError } from '../../errors/command-line-error.js';
import { readManifest } from '../own-package.js';

const NAMES = ['main', 'bot', 'index'];
const FOLDERS = ['src', '.'];
const EXTENSIONS = ['ts', 'mts', 'js', 'mjs'];

/** Folders of compiled files, which the sources beside them are newer than. */
const COMPILED = /^(\.\/)?(dist|build|out|lib)\//;

/**
 * Finds the file that starts the bot: the one that is named, or else `main` of package.json, `src/main.ts`,
 * `src/bot.ts`, `src/index.ts`, the same without `src`, and all of these in JavaScript.
 *
 * A `main` in a folder of compiled files counts only where there are no sources.
 *
 * @throws CommandLineError when there is none.
 */
export function findEntry(given: string | undefined, folder: string = process.cwd()): string {
  if (given !== undefined) return findGiven(resolve(folder, given), given);
  const { main } = readManifest(folder) ?? {};
  const usual = usualEntries();
  const candidates = main === undefined ? usual : COMPILED.test(main) ? [...usual, main] : [main, ...usual];
  const found = candidates.find((name) => isFile(join(folder, name)));
  if (found !== undefined) return join(folder, found);
  throw new CommandLineError(
    'There is no bot here: neither `main` of package.json nor src/main.ts, src/bot.ts, main.ts, bot.ts or the like exists.',
    'Name the file that starts your bot as the last argument, or make a bot with `cogwork new <name>`.',
  );
}

/** Path of an entry as it is shown. */
export function shownEntry(entry: string): string {
  const path = relative(process.cwd(), entry);
  return path.startsWith('..') ? entry : path.replaceAll('\\', '/');
}

function findGiven(path: string, given: string): string {
  if (isFile(path)) return path;
  if (!existsSync(path)) {
    throw new CommandLineError(
      `There is no file ${given}.`,
      `Name the file that starts your bot, from ${process.cwd()}.`,
    );
  }
  const inside = ['.', 'src'].flatMap((sub) => usualNames().map((name) => join(path, sub, name)));
  const found = inside.find(isFile);
  if (found !== undefined) return found;
  throw new CommandLineError(
    `There is no bot in the folder ${given}.`,
    'Name the file that starts your bot, as in src/main.ts.',
  );
}

function usualEntries(): string[] {
  return FOLDERS.flatMap((folder) =>
    usualNames().map((name) => (folder === '.' ? name : `${folder}/${name}`)),
  );
}

function usualNames(): string[] {
  return EXTENSIONS.flatMap((extension) => NAMES.map((name) => `${name}.${extension}`));
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
