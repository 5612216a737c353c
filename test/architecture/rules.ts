import { findCycles } from './find-cycles.js';
import type { ClassFinding, Finding, ParsedFile } from './parse-source.js';
import { mayImport, rooms } from './rooms.js';
import type { SourceTree } from './source-tree.js';

/** Rule of the architecture: gives one line per violation, each starting with the path. */
export type Rule = (tree: SourceTree) => string[];

/** Packages that `import 'cogwork'` may load; every other one waits for its first use. */
const packagesLoadedAtImport = new Set(['reflect-metadata/lite']);

/** Rooms that `import 'cogwork'` must not load. */
const roomsLoadedLater = new Set(['voice', 'emulator', 'testing', 'playground', 'cli']);

/** What the emulator may use to let traffic drain without waiting for real time. */
const drainsVirtualTime = new Set(['setImmediate', 'performance.now']);

const kindsOfThings = /^(classes|interfaces|managers|helpers|constants|types|enums|utils|common|misc|impl)$/;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const everyRoomHasAFloor: Rule = (tree) =>
  [...tree.files.keys()].flatMap((path) => {
    const room = tree.roomOf(path);
    return room in rooms ? [] : [`${path}: the room ${room} has no floor in rooms.ts`];
  });

export const importsGoDown: Rule = (tree) =>
  tree.edges().flatMap(({ from, to, kind, line }) => {
    const [fromRoom, toRoom] = [tree.roomOf(from), tree.roomOf(to)];
    if (mayImport(fromRoom, toRoom, kind === 'type')) return [];
    const typesOnly = kind !== 'type' && mayImport(fromRoom, toRoom, true);
    const rule = typesOnly ? `may import only types of ${toRoom}/` : `may not know ${toRoom}/`;
    return [`${from}:${line}: ${fromRoom}/ ${rule} (imports ${to})`];
  });

export const importsNameExistingFiles: Rule = (tree) =>
  eachFile(tree, (path, file) =>
    file.imports.flatMap(({ specifier, line }) => {
      const to = tree.resolve(path, specifier);
      if (to === undefined)
        return /^cogwork(\/|$)/.test(specifier) ? [{ what: `imports ${specifier} by name`, line }] : [];
      if (!specifier.endsWith('.js')) return [{ what: `import of ${specifier} does not end in .js`, line }];
      return tree.files.has(to) ? [] : [{ what: `imports ${to}, which does not exist`, line }];
    }),
  );

export const entriesAreImportedByNobody: Rule = (tree) =>
  tree
    .edges()
    .flatMap(({ from, to, line }) =>
      tree.entries.has(to) ? [`${from}:${line}: imports the entry ${to}; name the file that has it`] : [],
    );

export const noCycleAtRunTime: Rule = (tree) =>
  findCycles(tree.edges().filter(({ kind }) => kind !== 'type')).map(
    (cycle) => `${cycle.join(' ⇄ ')}: import cycle`,
  );

export const typeCyclesOnlyInModels: Rule = (tree) =>
  findCycles(tree.edges())
    .filter((cycle) => cycle.some((path) => tree.roomOf(path) !== 'models'))
    .map((cycle) => `${cycle.join(' ⇄ ')}: type cycle outside models/`);

export const noReExports: Rule = (tree) =>
  eachFile(tree, (path, file) => (tree.entries.has(path) ? [] : file.reExports));

export const noDefaultExports: Rule = (tree) => eachFile(tree, (_path, file) => file.defaultExports);

export const typeImportsStandAlone: Rule = (tree) =>
  eachFile(tree, (path, file) =>
    tree.entries.has(path)
      ? []
      : file.inlineTypeImports.map(({ what, line }) => ({
          what: `import { type ${what} } loads the module`,
          line,
        })),
  );

export const foldersAreSubjects: Rule = (tree) =>
  [...tree.files.keys()].flatMap((path) => {
    const [, ...parts] = path.replace(/\.ts$/, '').split('/');
    const name = parts.at(-1) ?? '';
    const subjects = parts.length > 1 ? parts.slice(1) : parts;
    const problems = subjects
      .filter((part) => kindsOfThings.test(part))
      .map((part) => `${part} is a kind, not a subject`);
    if (name === 'index' && !tree.entries.has(path)) problems.push('index.ts is no entry of the package');
    problems.push(
      ...parts.filter((part) => !kebabCase.test(part)).map((part) => `${part} is not kebab-case`),
    );
    return problems.map((problem) => `${path}: ${problem}`);
  });

export const timeGoesThroughTheClock: Rule = (tree) =>
  eachFile(tree, (path, file) =>
    path === 'src/utils/system-clock.ts'
      ? []
      : file.timeUses
          .filter(({ what }) => !(tree.roomOf(path) === 'emulator' && drainsVirtualTime.has(what)))
          .map(({ what, line }) => ({ what: `${what} goes around Clock`, line })),
  );

export const noTopLevelAwait: Rule = (tree) => eachFile(tree, (_path, file) => file.topLevelAwaits);

/** Everything that loading the entry loads with it stays small: walks the imports that run at load. */
export const entryLoadsLittle: Rule = (tree) => {
  const problems: string[] = [];
  const cameFrom = new Map<string, string | undefined>([['src/index.ts', undefined]]);
  for (const [path] of cameFrom) {
    const file = tree.files.get(path);
    if (file === undefined) continue;
    if (roomsLoadedLater.has(tree.roomOf(path)))
      problems.push(`${path}: loaded by ${chainTo(path, cameFrom)}`);
    for (const { specifier, kind } of file.imports) {
      if (kind !== 'static') continue;
      const to = tree.resolve(path, specifier);
      if (to !== undefined && !cameFrom.has(to)) cameFrom.set(to, path);
      if (to === undefined && !specifier.startsWith('node:') && !packagesLoadedAtImport.has(specifier)) {
        problems.push(`${path}: loads ${specifier} at import, by ${chainTo(path, cameFrom)}`);
      }
    }
  }
  return problems;
};

/** Each error class stands alone in its file in `errors/` and has a literal code, one to one with the union. */
export const everyErrorHasACode: Rule = (tree) => {
  const union = tree.files.get('src/errors/error-code.ts')?.literalUnions.get('ErrorCode') ?? [];
  const withoutClass = new Set(union);
  const problems: string[] = [];
  for (const [path, { classes }] of tree.files) {
    for (const found of classes) {
      if (!isErrorClass(found) || path === 'src/errors/cogwork-error.ts') continue;
      const { name, line, isAbstract, code } = found;
      const say = (problem: string): number => problems.push(`${path}:${line}: ${name} ${problem}`);
      if (tree.roomOf(path) !== 'errors') say('is an error class outside errors/');
      else if (path !== `src/errors/${toKebabCase(name)}.ts`) say('is not in the file of its name');
      if (found.superName === 'Error') say('does not extend CogworkError');
      if (isAbstract) continue;
      if (code === undefined) say("has no literal `readonly code = '…'`");
      else if (!union.includes(code)) say(`has the code ${code}, which is not in ErrorCode`);
      else if (!withoutClass.delete(code)) say(`shares the code ${code} with another class`);
    }
  }
  return [
    ...problems,
    ...[...withoutClass].map((code) => `src/errors/error-code.ts: no class has the code ${code}`),
  ];
};

/** A class that only extends `Error` and is not called one is a signal between two files, nobody catches it by code. */
function isErrorClass({ name, superName = '' }: ClassFinding): boolean {
  return superName.endsWith('Error') && (superName !== 'Error' || name.endsWith('Error'));
}

function eachFile(tree: SourceTree, find: (path: string, file: ParsedFile) => readonly Finding[]): string[] {
  return [...tree.files].flatMap(([path, file]) =>
    find(path, file).map(({ what, line }) => `${path}:${line}: ${what}`),
  );
}

function chainTo(path: string, cameFrom: ReadonlyMap<string, string | undefined>): string {
  const chain: string[] = [];
  for (let at: string | undefined = path; at !== undefined; at = cameFrom.get(at)) chain.unshift(at);
  return chain.join(' → ');
}

function toKebabCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}
