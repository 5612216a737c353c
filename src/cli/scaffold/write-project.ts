import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { CommandLineError } from '../../errors/command-line-error.js';
import { ownFolder, ownManifest } from '../own-package.js';

/** What an empty folder may have in it. */
const NOTHING = new Set(['.git', '.DS_Store']);

/**
 * Writes a project from the template into a folder; gives the paths of its files.
 *
 * Files of the template that tools would take for their own have an underscore before their name.
 *
 * @throws CommandLineError when there is something in the folder.
 */
export function writeProject(folder: string, name: string): readonly string[] {
  refuseFull(folder);
  const template = join(ownFolder(), 'templates', 'bot');
  const values: Readonly<Record<string, string>> = { name, ...versions() };
  const sources = readdirSync(template, { recursive: true, withFileTypes: true }).filter((item) =>
    item.isFile(),
  );
  const files = sources.map((item) => {
    const source = join(item.parentPath, item.name);
    const path = join(folder, relative(template, item.parentPath), item.name.replace(/^_/, ''));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, fillIn(readFileSync(source, 'utf8'), values));
    return relative(folder, path);
  });
  return files.sort();
}

function refuseFull(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw new CommandLineError(`${folder} is a file.`, 'Take another name.');
  const [first] = readdirSync(folder).filter((name) => !NOTHING.has(name));
  if (first === undefined) return;
  throw new CommandLineError(
    `The folder ${folder} is not empty: ${first} is in it.`,
    'Take another name, or empty the folder.',
  );
}

/** Versions that the template is tested with: those that this package is made and tested with itself. */
function versions(): Record<string, string> {
  const { dependencies = {}, devDependencies = {}, engines, version = '' } = ownManifest();
  return {
    classValidator: dependencies['class-validator'] ?? '*',
    cogwork: `^${version}`,
    node: engines?.node ?? '*',
    nodeTypes: devDependencies['@types/node'] ?? '*',
    oxlint: devDependencies['oxlint'] ?? '*',
    tsgolint: devDependencies['oxlint-tsgolint'] ?? '*',
    tsx: devDependencies['tsx'] ?? '*',
    typescript: devDependencies['typescript-7']?.replace('npm:typescript@', '') ?? '*',
  };
}

function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (placeholder, key: string) => values[key] ?? placeholder);
}
