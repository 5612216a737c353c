import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One package in a folder's `node_modules`. */
export interface InstalledPackage {
  readonly name: string;
  /** Sum of its files, without the packages inside it. */
  readonly bytes: number;
  readonly files: number;
  /** Whether the install would have gone on without it: native parts, and what only they need. */
  readonly isOptional: boolean;
}

/** Packages that npm installed in a folder, the largest first. */
export function installedPackages(folder: string): readonly InstalledPackage[] {
  const lock = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, { readonly optional?: boolean }>>;
  };
  return Object.entries(lock.packages)
    .map(([path, { optional = false }]) => ({
      name: path.split('node_modules/').at(-1) ?? path,
      ...measure(join(folder, path)),
      isOptional: optional,
    }))
    .sort((a, b) => b.bytes - a.bytes);
}

/** Packages that come with class-validator and for nothing else. */
export const validatorFamily: ReadonlySet<string> = new Set([
  'class-validator',
  'libphonenumber-js',
  'validator',
  '@types/validator',
]);

/** Megabytes of packages, of 1,000,000 bytes, as package registries count. */
export function megabytes(packages: readonly InstalledPackage[]): number {
  return packages.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
}

function measure(folder: string): { bytes: number; files: number } {
  const size = { bytes: 0, files: 0 };
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, item.name);
    if (item.isFile()) {
      size.bytes += statSync(path).size;
      size.files += 1;
    } else if (item.isDirectory() && item.name !== 'node_modules') {
      const inner = measure(path);
      size.bytes += inner.bytes;
      size.files += inner.files;
    }
  }
  return size;
}
