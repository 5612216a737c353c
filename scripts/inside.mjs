/**
 * Puts packages into `dist` of which a bot needs a small part, so that nobody installs the rest.
 *
 * They stay packages in all else: the sources import them by name, their versions are exact, their licences come along. What
 * is inside is loaded when it was before, because each has a file of its own.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from './run-step.mjs';

/** For a package that is CommonJS behind a module of names: its requires of Node's own modules stay. */
const requireOfNode = 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);';

/** Names under which the sources import the packages, and the files that take their place. */
export const insidePackages = {
  '@noble/ciphers/chacha.js': { file: 'noble-ciphers.js', format: 'esm' },
  chokidar: { file: 'chokidar.js', format: 'esm' },
  commander: { file: 'commander.js', format: 'esm', banner: requireOfNode },
  croner: { file: 'croner.cjs', format: 'cjs' },
  'find-my-way': { file: 'find-my-way.cjs', format: 'cjs' },
  pino: { file: 'pino.cjs', format: 'cjs' },
};

/** Wire types, and the numbers of those enums that compiled code names. */
export const wireTypes = 'discord-api-types/v10';

const require = createRequire(import.meta.url);

/** Puts them into a folder of bundled code and its declarations, and lets both name them there. */
export function putInside(folder) {
  if (!existsSync(folder) || filesOf(folder, '.js').length === 0) return;
  const inside = join(folder, 'inside');
  mkdirSync(inside, { recursive: true });
  const licensed = new Set([packageOf(require.resolve(wireTypes))]);
  for (const [name, { file, ...options }] of Object.entries(insidePackages)) {
    if (!isNamed(folder, name)) continue;
    for (const path of bundlePackage(name, join(inside, file), options)) licensed.add(packageOf(path));
    rename(folder, '.js', name, join(inside, file));
  }
  writeFileSync(join(inside, 'wire-enums.js'), wireEnums(namesOfEnums(folder)));
  rename(folder, '.js', wireTypes, join(inside, 'wire-enums.js'));
  rename(folder, '.d.ts', wireTypes, copyDeclarations(require.resolve(wireTypes), join(inside, 'wire')));
  writeFileSync(join(inside, 'LICENSES.txt'), [...licensed].sort().map(licenceOf).join('\n'));
}

/** Writes one file with all that a package needs; gives the files it was made of. */
function bundlePackage(name, outfile, { format, banner = '' }) {
  const { metafile } = require('esbuild').buildSync({
    absWorkingDir: root,
    stdin: {
      contents: format === 'cjs' ? `module.exports = require('${name}')` : `export * from '${name}'`,
      resolveDir: root,
    },
    outfile,
    banner: { js: banner },
    bundle: true,
    format,
    legalComments: 'none',
    lineLimit: 120,
    metafile: true,
    minifyWhitespace: true,
    platform: 'node',
    target: 'node20',
  });
  return Object.keys(metafile.inputs)
    .filter((path) => path !== '<stdin>')
    .map((path) => resolve(root, path));
}

function isNamed(folder, name) {
  return filesOf(folder, '.js').some((path) => readFileSync(path, 'utf8').includes(`"${name}"`));
}

/** Replaces the name of a package by the path to its file, in all files of one kind. */
function rename(folder, ending, name, target) {
  for (const path of filesOf(folder, ending)) {
    const text = readFileSync(path, 'utf8');
    const way = specifierOf(path, target);
    const renamed = text.replaceAll(`"${name}"`, `"${way}"`).replaceAll(`'${name}'`, `'${way}'`);
    if (renamed !== text) writeFileSync(path, renamed);
  }
}

function specifierOf(path, target) {
  const way = relative(dirname(path), target).replaceAll('\\', '/');
  return way.startsWith('.') ? way : `./${way}`;
}

/** Names of enums that compiled code imports. */
function namesOfEnums(folder) {
  const imports = new RegExp(`import ?\\{([^}]*)\\} ?from ?"${wireTypes}"`, 'g');
  const names = filesOf(folder, '.js').flatMap((path) => {
    return [...readFileSync(path, 'utf8').matchAll(imports)].flatMap(([, list]) => list.split(','));
  });
  return [...new Set(names.map((name) => name.trim().split(' ')[0]))].sort();
}

function wireEnums(names) {
  const all = require(wireTypes);
  return names.map((name) => `export const ${name}=${literal(all[name], name)};\n`).join('');
}

function literal(value, name) {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) {
    if (value === undefined) throw new Error(`${wireTypes} has no ${name}.`);
    return JSON.stringify(value);
  }
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}:${literal(member, name)}`,
  );
  return `{${members.join(',')}}`;
}

/** Copies a declaration file with all that it leads to; gives the compiled path by which it is imported. */
function copyDeclarations(entry, folder) {
  const from = dirname(entry);
  const waiting = [entry.replace(/\.js$/, '.d.ts')];
  const copied = new Set();
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (copied.has(path)) continue;
    copied.add(path);
    const text = readFileSync(path, 'utf8').replace(/\n?\/\/# sourceMappingURL.*/, '');
    const complete = text.replaceAll(
      /(from |import\()(["'])(\.[^"']+)\2/g,
      (_all, before, quote, specifier) => {
        const target = declarationOf(resolve(dirname(path), specifier));
        waiting.push(target);
        const way = specifierOf(path, target).replace(/\.d\.ts$/, '.js');
        return `${before}${quote}${way}${quote}`;
      },
    );
    const target = join(folder, relative(from, path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, complete);
  }
  return join(folder, relative(from, entry));
}

function declarationOf(path) {
  const found = [`${path}.d.ts`, path.replace(/\.js$/, '.d.ts'), join(path, 'index.d.ts')].find(existsSync);
  if (found === undefined) throw new Error(`No declarations are at ${path}.`);
  return found;
}

function packageOf(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replaceAll('\\', '/'))[0];
}

function licenceOf(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${name} has no licence file to bring along.`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}

function filesOf(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(ending) && !file.startsWith('inside'))
    .map((file) => join(folder, file));
}
