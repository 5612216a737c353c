/** docs/packages.md names exactly the packages that package.json asks for, with their licences. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
// @ts-expect-error: the scripts of the build have no types
import { insidePackages, wireTypes } from '../../scripts/inside.mjs';

interface Manifest {
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
}

const page = readFileSync('docs/packages.md', 'utf8');
const manifest = readManifest('package.json');

describe('The page of packages', () => {
  it.each([
    ['package', manifest.dependencies],
    ['optional', manifest.optionalDependencies],
    ['peer, optional', manifest.peerDependencies],
  ])('lists under "%s" what package.json does, each with its licence', (heading, wanted) => {
    const licences = Object.keys(wanted).map((name) => {
      return [name, readManifest(`node_modules/${name}/package.json`).license];
    });
    expect(Object.fromEntries(tableUnder(heading))).toEqual(Object.fromEntries(licences));
  });

  it('lists what is built in, each with its licence', () => {
    const names = [...Object.keys(insidePackages), wireTypes].map(packageOf);
    const licences = names.map((name) => [name, readManifest(`node_modules/${name}/package.json`).license]);
    expect(Object.fromEntries(tableUnder('inside'))).toEqual(Object.fromEntries(licences));
    for (const name of names) expect(Object.keys(manifest.dependencies)).not.toContain(name);
  });

  it('says which Node it needs', () => {
    expect(page).toContain(`Node ${manifest.engines.node.replace('>=', '')} or newer`);
  });
});

/** Rows of the first table whose first column has this heading: package and licence. */
function tableUnder(heading: string): readonly (readonly [string, string])[] {
  const table = new RegExp(`^\\| ${heading} \\|.*\\n\\|[-|]+\\n((?:\\|.*\\n)*)`, 'm').exec(page)?.[1] ?? '';
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const [, name = '', licence = ''] = row.split('|').map((cell) => cell.trim());
      return [name.replaceAll('`', ''), licence] as const;
    });
}

/** `@noble/ciphers/chacha.js` → `@noble/ciphers`. */
function packageOf(specifier: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}
