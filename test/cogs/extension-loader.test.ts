import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { Cog } from '../../src/cogs/cog.js';
import { ExtensionLoader } from '../../src/cogs/extension-loader.js';
import { HotReload } from '../../src/cogs/hot-reload.js';
import { SlashCommand } from '../../src/commands/application/slash-command.js';
import { ExtensionError } from '../../src/errors/extension-error.js';
import type { Constructor } from '../../src/types/type-tools.js';
import { CommandBench } from '../commands/support/command-bench.js';

const life: string[] = [];

/** Cog class of a name, with commands that answer with `answer`. */
function cogNamed(
  name: string,
  answer: string,
  commands: readonly string[] = [name.toLowerCase()],
): Constructor {
  class Made {
    onUnload(): void {
      life.push(`${name} ${answer} unloaded`);
    }
  }
  for (const command of commands) {
    const descriptor = { configurable: true, value: () => answer };
    Object.defineProperty(Made.prototype, command, descriptor);
    SlashCommand('x')(Made.prototype, command, descriptor);
  }
  Object.defineProperty(Made, 'name', { value: name });
  Cog()(Made);
  return Made;
}

/** Module whose exports the test changes, or which cannot be imported. */
function setUp(first: Record<string, unknown>) {
  const bench = new CommandBench();
  const file: { content: Record<string, unknown> | Error } = { content: first };
  const extensions = new ExtensionLoader(bench.cogs, async () => {
    if (file.content instanceof Error) throw file.content;
    return file.content;
  });
  const registered = (): string[] => bench.application.all.map(({ qualifiedName }) => qualifiedName).sort();
  return { bench, extensions, file, registered };
}

describe('ExtensionLoader', () => {
  test('loads the cogs of a module and nothing else of it', async () => {
    const { extensions, registered } = setUp({
      A: cogNamed('A', '1'),
      helper: () => 1,
      Plain: class Plain {},
      n: 5,
    });
    expect(await extensions.load('/a.ts')).toEqual({
      path: '/a.ts',
      added: ['A'],
      removed: [],
      replaced: [],
    });
    expect(registered()).toEqual(['a']);
    expect(await extensions.unload('/a.ts')).toBe(true);
    expect(registered()).toEqual([]);
    expect(await extensions.unload('/a.ts')).toBe(false);
  });

  test('swaps, adds and removes cogs at a reload', async () => {
    life.length = 0;
    const { bench, extensions, file, registered } = setUp({ A: cogNamed('A', '1'), B: cogNamed('B', '1') });
    await extensions.load('/a.ts');
    file.content = { A: cogNamed('A', '2', ['a', 'more']), C: cogNamed('C', '1') };
    expect(await extensions.reload('/a.ts')).toMatchObject({ added: ['C'], removed: ['B'], replaced: ['A'] });
    expect(registered()).toEqual(['a', 'c', 'more']);
    expect(await bench.slash('a')).toMatchObject([{ content: '2' }]);
    expect(life).toEqual(['A 1 unloaded', 'B 1 unloaded']);
  });

  test.each<[string, Record<string, unknown> | Error]>([
    ['cannot be imported', new SyntaxError('Unexpected token')],
    ['has no cog any more', {}],
    ['clashes with itself', { A: cogNamed('A', '2'), B: cogNamed('B', '2', ['a']) }],
  ])('keeps everything as it was when the new module %s', async (_name, broken) => {
    const { bench, extensions, file, registered } = setUp({ A: cogNamed('A', '1') });
    await extensions.load('/a.ts');
    file.content = broken;
    await expect(extensions.reload('/a.ts')).rejects.toThrow(ExtensionError);
    expect(registered()).toEqual(['a']);
    expect(await bench.slash('a')).toMatchObject([{ content: '1' }]);
    file.content = { A: cogNamed('A', '3') };
    await extensions.reload('/a.ts');
    expect(await bench.slash('a')).toMatchObject([{ content: '3' }]);
  });

  test('imports a real file anew', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cogwork-'));
    try {
      const arguments_ = [
        '--import',
        'tsx',
        '--input-type=module',
        '-e',
        reloadingProgram(join(folder, 'cog.mjs')),
      ];
      const cwd = fileURLToPath(new URL('../..', import.meta.url));
      const { stdout } = await promisify(execFile)(process.execPath, arguments_, { cwd });
      expect(JSON.parse(stdout)).toEqual([
        { added: ['One'], removed: [] },
        { added: ['Two'], removed: ['One'] },
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 30_000);
});

/** Program for a process of its own, because the test runner keeps every file as it first was. */
function reloadingProgram(path: string): string {
  return `
    import { writeFile } from 'node:fs/promises';
    import { ExtensionLoader } from './src/cogs/extension-loader.ts';
    const source = (name) => \`export class \${name} {}
      Object.defineProperty(\${name}, Symbol.for('cogwork.metadata.cog'), { value: [{}] });\`;
    const cogs = { load: async () => undefined, unload: async () => true };
    const extensions = new ExtensionLoader(cogs);
    const path = ${JSON.stringify(path)};
    const changes = [];
    for (const name of ['One', 'Two']) {
      await writeFile(path, source(name));
      const { added, removed } = await extensions.load(path);
      changes.push({ added, removed });
    }
    console.log(JSON.stringify(changes));`;
}

describe('HotReload', () => {
  test('loads a saved module once it has come to rest, and syncs', async () => {
    const { bench, extensions, file } = setUp({ A: cogNamed('A', '1') });
    await extensions.load('/bot/a.ts');
    const reloaded: string[] = [];
    const { clock, logger } = bench.tools;
    const hot = new HotReload({ clock, extensions, logger, onReload: ({ path }) => reloaded.push(path) });
    file.content = { A: cogNamed('A', '2') };
    hot.changed('/bot', 'a.ts');
    await bench.clock.advance(60);
    hot.changed('/bot', 'a.ts');
    hot.changed('/bot', 'other.ts');
    hot.changed('/elsewhere', 'a.ts');
    await bench.clock.advance(60);
    expect(reloaded).toEqual([]);
    await bench.clock.advance(100);
    expect(reloaded).toEqual(['/bot/a.ts']);
    expect(await bench.slash('a')).toMatchObject([{ content: '2' }]);
  });

  test('tells of a mistake and leaves the bot as it was', async () => {
    const { bench, extensions, file } = setUp({ A: cogNamed('A', '1') });
    await extensions.load('/bot/a.ts');
    const hot = new HotReload({ clock: bench.clock, extensions, logger: bench.tools.logger });
    file.content = new SyntaxError('Unexpected token');
    hot.changed('/bot', 'a.ts');
    await bench.clock.advance(200);
    expect(bench.log).toMatchObject([
      { level: 'error', message: expect.stringContaining('a.ts was not loaded again') },
    ]);
    expect(await bench.slash('a')).toMatchObject([{ content: '1' }]);
    hot.changed('/bot', 'a.ts');
    hot.close();
    expect(bench.clock.pendingTimers).toBe(0);
  });
});
