import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandLineError } from '../errors/command-line-error.js';

/** What the command line reads of a package.json. */
export interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly main?: string;
  readonly type?: string;
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Folder of this package, wherever its compiled code or its sources lie in it. */
export function ownFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (readManifest(folder)?.name !== 'cogwork') folder = dirname(folder);
  return folder;
}

/** package.json of this package. */
export function ownManifest(): Manifest {
  return readManifest(ownFolder()) ?? {};
}

/**
 * package.json of a folder, where there is one.
 *
 * @throws CommandLineError when it is no JSON.
 */
export function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  } catch (cause) {
    throw new CommandLineError(`${path} is not valid JSON.`, String(cause), { cause });
  }
}
