import { describe, expect, it } from '@jest/globals';
import { groundRooms, rooms } from './architecture/rooms.js';
import type { Rule } from './architecture/rules.js';
import {
  entriesAreImportedByNobody,
  entryLoadsLittle,
  everyErrorHasACode,
  everyRoomHasAFloor,
  foldersAreSubjects,
  importsGoDown,
  importsNameExistingFiles,
  noCycleAtRunTime,
  noDefaultExports,
  noReExports,
  noTopLevelAwait,
  timeGoesThroughTheClock,
  typeCyclesOnlyInModels,
  typeImportsStandAlone,
} from './architecture/rules.js';
import { readSourceTree } from './architecture/source-tree.js';

describe('The tower', () => {
  const tree = readSourceTree(process.cwd());

  it('is read whole', () => {
    expect(tree.files.size).toBeGreaterThan(20);
    expect(tree.entries).toContain('src/index.ts');
  });

  it.each<[string, Rule]>([
    ['gives every room a floor', everyRoomHasAFloor],
    ['imports downward only', importsGoDown],
    ['imports files that exist, by relative paths that end in .js', importsNameExistingFiles],
    ['imports nothing through an entry', entriesAreImportedByNobody],
    ['has no import cycle at run time', noCycleAtRunTime],
    ['has type cycles only in models', typeCyclesOnlyInModels],
    ['re-exports in entries only', noReExports],
    ['has no default exports', noDefaultExports],
    ['writes type imports as statements of their own', typeImportsStandAlone],
    ['names folders and files after subjects', foldersAreSubjects],
    ['takes time from the clock', timeGoesThroughTheClock],
    ['has no top-level await', noTopLevelAwait],
    ['loads little at import', entryLoadsLittle],
    ['gives every error class a code of its own', everyErrorHasACode],
  ])('%s', (_name, rule) => {
    expect(rule(tree)).toEqual([]);
  });
});

describe('The table of rooms', () => {
  it('names only rooms of lower floors', () => {
    const upward = Object.entries(rooms).flatMap(([name, { floor = Number.POSITIVE_INFINITY, mayImport }]) =>
      mayImport.filter((other) => (rooms[other]?.floor ?? 0) >= floor).map((other) => `${name} → ${other}`),
    );
    expect(upward).toEqual([]);
  });

  it('lets the emulator know nothing but the ground floors', () => {
    expect(rooms['emulator']).toEqual({ floor: undefined, mayImport: [] });
    expect(groundRooms).toEqual(['types', 'utils', 'errors']);
  });
});
