import { describe, expect, it } from '@jest/globals';
import type { Rule } from './rules.js';
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
} from './rules.js';
import { SourceTree } from './source-tree.js';

describe('The rules of the architecture', () => {
  const entries = ['src/index.ts'];

  function violations(rule: Rule, sources: Readonly<Record<string, string>>): string[] {
    return rule(new SourceTree(sources, entries));
  }

  it('refuse an upward import, by value and by type', () => {
    const found = violations(importsGoDown, {
      'src/gateway/shard.ts':
        "import { Client } from '../client/client.js';\nimport type { Rest } from '../rest/rest.js';",
      'src/client/client.ts': '',
      'src/rest/rest.ts': '',
    });
    expect(found).toEqual([
      'src/gateway/shard.ts:1: gateway/ may not know client/ (imports src/client/client.ts)',
      'src/gateway/shard.ts:2: gateway/ may not know rest/ (imports src/rest/rest.ts)',
    ]);
  });

  it('refuse an upward import within the ground floors', () => {
    const sources = {
      'src/types/a.ts': "import '../utils/b.js';",
      'src/utils/b.ts': "import '../errors/c.js';",
    };
    expect(violations(importsGoDown, { ...sources, 'src/errors/c.ts': '' })).toHaveLength(2);
  });

  it('refuse an upward import that is hidden in a dynamic import, a require or an inline type', () => {
    const found = violations(importsGoDown, {
      'src/rest/a.ts': "export const load = () => import('../models/user.js');",
      'src/rest/b.ts':
        "const require = createRequire('.'); export const load = () => require('../models/user.js');",
      'src/rest/c.ts': "export type U = import('../models/user.js').User;",
      'src/rest/d.ts': "export * from '../models/user.js';",
      'src/models/user.ts': '',
    });
    expect(found).toHaveLength(4);
  });

  it('let models know the types of rest and not its values', () => {
    const rest = { 'src/rest/rest.ts': '' };
    expect(
      violations(importsGoDown, {
        ...rest,
        'src/models/host.ts': "import type { Rest } from '../rest/rest.js';",
      }),
    ).toEqual([]);
    expect(
      violations(importsGoDown, { ...rest, 'src/models/host.ts': "import { Rest } from '../rest/rest.js';" }),
    ).toEqual(['src/models/host.ts:1: models/ may import only types of rest/ (imports src/rest/rest.ts)']);
  });

  it('keep the emulator from the rooms of the library', () => {
    const sources = {
      'src/emulator/world.ts': "import type { User } from '../models/user.js';",
      'src/models/user.ts': '',
    };
    expect(violations(importsGoDown, sources)).toHaveLength(1);
  });

  it('refuse a room without a floor', () => {
    expect(violations(everyRoomHasAFloor, { 'src/attic/box.ts': '' })).toEqual([
      'src/attic/box.ts: the room attic has no floor in rooms.ts',
    ]);
  });

  it('refuse missing files, missing endings and the own package by name', () => {
    const found = violations(importsNameExistingFiles, {
      'src/rest/a.ts': "import './gone.js';\nimport './b';\nimport 'cogwork';\nimport './b.js';",
      'src/rest/b.ts': '',
    });
    expect(found.map((line) => line.split(':')[1])).toEqual(['1', '2', '3']);
  });

  it('refuse an import of an entry', () => {
    const sources = { 'src/rest/a.ts': "import { b } from '../index.js';", 'src/index.ts': '' };
    expect(violations(entriesAreImportedByNobody, sources)).toHaveLength(1);
  });

  it('refuse a cycle at run time, however long, and not one of types', () => {
    const cycle = {
      'src/rest/a.ts': "import './b.js';",
      'src/rest/b.ts': "import './c.js';",
      'src/rest/c.ts': "export const later = () => import('./a.js');",
      'src/rest/d.ts': "import './a.js';",
    };
    expect(violations(noCycleAtRunTime, cycle)).toEqual([
      'src/rest/a.ts ⇄ src/rest/b.ts ⇄ src/rest/c.ts: import cycle',
    ]);
    expect(
      violations(noCycleAtRunTime, { ...cycle, 'src/rest/c.ts': "import type { A } from './a.js';" }),
    ).toEqual([]);
  });

  it('find every one of several cycles, and a file that imports itself', () => {
    const found = violations(noCycleAtRunTime, {
      'src/rest/a.ts': "import './b.js'; import './c.js';",
      'src/rest/b.ts': "import './a.js';",
      'src/rest/c.ts': "import './d.js';",
      'src/rest/d.ts': "import './c.js';",
      'src/rest/e.ts': "import './e.js';",
    });
    expect(found).toHaveLength(3);
  });

  it('refuse a cycle of types outside models', () => {
    const inRoom = (room: string): Record<string, string> => ({
      [`src/${room}/a.ts`]: "import type { B } from './b.js';",
      [`src/${room}/b.ts`]: "import type { A } from './a.js';",
    });
    expect(violations(typeCyclesOnlyInModels, inRoom('cache'))).toHaveLength(1);
    expect(violations(typeCyclesOnlyInModels, inRoom('models'))).toEqual([]);
  });

  it.each([
    "export * from './b.js';",
    "export { b } from './b.js';",
    "export type { B } from './b.js';",
    "import { b } from './b.js';\nexport { b };",
  ])('refuse the re-export %j outside an entry', (source) => {
    expect(violations(noReExports, { 'src/rest/a.ts': source, 'src/index.ts': source })).toHaveLength(1);
  });

  it.each([
    'export default 1;',
    'export default class A {}',
    'const a = 1;\nexport { a as default };',
    'export = 1;',
  ])('refuse the default export %j', (source) => {
    expect(violations(noDefaultExports, { 'src/rest/a.ts': source })).toHaveLength(1);
  });

  it('refuse a type import inside a value import', () => {
    const sources = { 'src/rest/a.ts': "import { type B, c } from './b.js';" };
    expect(violations(typeImportsStandAlone, sources)).toEqual([
      'src/rest/a.ts:1: import { type B } loads the module',
    ]);
  });

  it.each([
    'src/rest/helpers/a.ts',
    'src/rest/classes/a.ts',
    'src/rest/interfaces/a.ts',
    'src/gateway/managers/a.ts',
    'src/rest/constants.ts',
    'src/rest/types.ts',
    'src/rest/index.ts',
    'src/rest/RouteTable.ts',
  ])('refuse the name %s', (path) => {
    expect(
      violations(foldersAreSubjects, { [path]: '', 'src/types/token.ts': '', 'src/index.ts': '' }),
    ).toHaveLength(1);
  });

  it.each([
    'setTimeout(run, 5);',
    'const later = setInterval;',
    'globalThis.setTimeout(run, 5);',
    'const at = Date.now();',
    'const at = new Date();',
    'const at = performance.now();',
    'const at = process.hrtime.bigint();',
    'setImmediate(run);',
    "import { setTimeout as sleep } from 'node:timers/promises';",
  ])('refuse the runtime’s own time: %s', (source) => {
    const sources = { 'src/rest/a.ts': source, 'src/utils/system-clock.ts': source };
    expect(violations(timeGoesThroughTheClock, sources)).toHaveLength(1);
  });

  it('accept the clock’s own timers, types, comments and strings', () => {
    const source = `
      // setTimeout(run, 5)
      const text = 'Date.now()';
      type Timer = ReturnType<typeof setTimeout>;
      class Ticker { setTimeout(): void {} }
      clock.setTimeout(run, 5);
      const at = new Date(clock.now());`;
    expect(violations(timeGoesThroughTheClock, { 'src/rest/a.ts': source })).toEqual([]);
    expect(
      violations(timeGoesThroughTheClock, { 'src/emulator/clock/drain.ts': 'setImmediate(run);' }),
    ).toEqual([]);
  });

  it.each(['await start();', 'for await (const item of list) use(item);', 'if (ready) { await start(); }'])(
    'refuse the top-level await in %s',
    (source) => {
      const inside = `export async function f() { ${source} }\nexport const g = async () => { ${source} };`;
      expect(violations(noTopLevelAwait, { 'src/rest/a.ts': source, 'src/rest/b.ts': inside })).toHaveLength(
        1,
      );
    },
  );

  it('refuse a heavy package or room that the entry loads, and show the way to it', () => {
    const found = violations(entryLoadsLittle, {
      'src/index.ts':
        "export { Rest } from './rest/rest.js';\nexport type { Voice } from './voice/types-only.js';",
      'src/rest/rest.ts': "import './pool.js';\nimport type { Dispatcher } from 'undici';",
      'src/rest/pool.ts': "import { Pool } from 'undici';\nimport '../voice/player.js';",
      'src/voice/player.ts': '',
      'src/voice/types-only.ts': '',
    });
    expect(found).toEqual([
      'src/rest/pool.ts: loads undici at import, by src/index.ts → src/rest/rest.ts → src/rest/pool.ts',
      'src/voice/player.ts: loaded by src/index.ts → src/rest/rest.ts → src/rest/pool.ts → src/voice/player.ts',
    ]);
  });

  it('accept a heavy package behind a dynamic import in a function, and refuse one that runs at load', () => {
    const index = "export { load } from './rest/pool.js';";
    const lazy = "export const load = () => import('undici');\nclass A { pool = import('undici'); }";
    expect(violations(entryLoadsLittle, { 'src/index.ts': index, 'src/rest/pool.ts': lazy })).toEqual([]);
    const eager = "export const load = import('undici');";
    expect(violations(entryLoadsLittle, { 'src/index.ts': index, 'src/rest/pool.ts': eager })).toHaveLength(
      1,
    );
    const fixed = "export class A { static pool = import('undici'); }";
    expect(violations(entryLoadsLittle, { 'src/index.ts': index, 'src/rest/pool.ts': fixed })).toHaveLength(
      1,
    );
  });

  describe('for errors', () => {
    const union = { 'src/errors/error-code.ts': "export type ErrorCode = 'LOST' | 'FOUND';" };
    const found = {
      'src/errors/found-error.ts':
        "export class FoundError extends CogworkError { readonly code = 'FOUND'; }",
    };
    const lost = {
      'src/errors/lost-error.ts':
        "export class LostError extends FoundError { readonly code = 'LOST' as const; }",
    };

    it('accept one class per code', () => {
      expect(violations(everyErrorHasACode, { ...union, ...found, ...lost })).toEqual([]);
    });

    it('refuse a code without a class', () => {
      expect(violations(everyErrorHasACode, { ...union, ...found })).toEqual([
        'src/errors/error-code.ts: no class has the code LOST',
      ]);
    });

    it.each([
      ['without a code', 'export class LostError extends CogworkError {}'],
      ['that is no CogworkError', "export class LostError extends Error { readonly code = 'LOST'; }"],
      ['with a computed code', 'export class LostError extends CogworkError { readonly code = codes.lost; }'],
      ['with a writable code', "export class LostError extends CogworkError { code = 'LOST'; }"],
      [
        'with a code outside the union',
        "export class LostError extends CogworkError { readonly code = 'GONE'; }",
      ],
      [
        'with the code of another class',
        "export class LostError extends CogworkError { readonly code = 'FOUND'; }",
      ],
    ])('refuse a class %s', (_name, source) => {
      const sources = { ...union, ...found, 'src/errors/lost-error.ts': source };
      expect(violations(everyErrorHasACode, sources)).toContainEqual(
        expect.stringMatching(/LostError (has|shares|does)/),
      );
    });

    it('refuse an error class outside errors and one in a file of another name', () => {
      const source = "export class LostError extends CogworkError { readonly code = 'LOST'; }";
      expect(
        violations(everyErrorHasACode, { ...union, ...found, 'src/rest/lost-error.ts': source }),
      ).toHaveLength(1);
      expect(
        violations(everyErrorHasACode, { ...union, ...found, 'src/errors/lost.ts': source }),
      ).toHaveLength(1);
    });
  });
});
