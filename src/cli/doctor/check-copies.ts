import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ownFolder, readManifest } from '../own-package.js';
import type { Finding } from './finding.js';

/** Packages of which two copies do not know each other's classes or metadata. */
const SINGLE = ['cogwork', 'reflect-metadata'] as const;

/** Whether there is one copy of what there must be one of, and whether this is the one that the bot uses. */
export function checkCopies(folder: string): readonly Finding[] {
  const used = resolvePackage(folder, 'cogwork');
  if (used === undefined) {
    const advice = 'Install it with `npm install cogwork`.';
    if (readManifest(folder) === undefined)
      return [
        {
          name: 'cogwork',
          level: 'warn',
          detail: 'there is no package.json here',
          advice: 'Go to your project.',
        },
      ];
    return [{ name: 'cogwork', level: 'fail', detail: 'it is not installed in this project', advice }];
  }
  const version = readManifest(used)?.version ?? '';
  const own = realpathSync(ownFolder());
  const findings: Finding[] = [{ name: 'cogwork', level: 'ok', detail: version }];
  if (used !== own) {
    const detail = `this command is another copy (${readManifest(own)?.version ?? ''}) than the project's (${version})`;
    findings.push({ name: 'cogwork', level: 'warn', detail, advice: 'Run `npx cogwork` in the project.' });
  }
  return [...findings, ...SINGLE.flatMap((name) => findCopies(folder, name))];
}

function findCopies(folder: string, name: string): readonly Finding[] {
  const copies = new Set(foldersOf(join(folder, 'node_modules'), name));
  if (copies.size < 2) return [];
  const detail = `${copies.size} copies are installed: ${[...copies].map((copy) => describe(folder, copy)).join(', ')}`;
  const advice = `\`npm ls ${name}\` says who wants which; \`npm dedupe\` may do.`;
  return [{ name: name, level: name === 'cogwork' ? 'fail' : 'warn', detail, advice }];
}

function describe(folder: string, copy: string): string {
  const version = readManifest(copy)?.version ?? '?';
  return `${version} in ${copy.startsWith(folder) ? copy.slice(folder.length + 1) : copy}`;
}

/** Folders of a package below `node_modules`, by their real paths. */
function foldersOf(modules: string, name: string): string[] {
  const here = join(modules, name);
  const found = existsSync(here) ? [realpathSync(here)] : [];
  return [...found, ...packagesIn(modules).flatMap((path) => foldersOf(join(path, 'node_modules'), name))];
}

/** Packages of a `node_modules` that lie in it themselves; those that pnpm links are found where it stores them. */
function packagesIn(modules: string): string[] {
  if (!existsSync(modules)) return [];
  return readdirSync(modules, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .flatMap((item) => {
      const path = join(modules, item.name);
      const isShelf = item.name.startsWith('@') || item.name === '.pnpm';
      return isShelf ? readdirSync(path).map((inner) => join(path, inner)) : [path];
    });
}

function resolvePackage(folder: string, name: string): string | undefined {
  try {
    return realpathSync(dirname(createRequire(join(folder, 'x.js')).resolve(`${name}/package.json`)));
  } catch {
    return undefined;
  }
}
