import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Cog, ExtensionError, SlashCommand } from 'cogwork';
import { ExtensionLoader } from '../../src/cogs/extension-loader.js';
import { findModules, modulePath } from '../../src/cogs/find-modules.js';
import type { Constructor } from '../../src/types/type-tools.js';
import { CommandBench } from '../commands/support/command-bench.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cogwork-modules-')));

for (const file of [
  'package.json',
  'cogs/fun.ts',
  'cogs/music.mjs',
  'cogs/_shared.ts',
  'cogs/types.d.ts',
  'cogs/notes.md',
  'cogs/admin/bans.ts',
  'cogs/admin/deep/logs.js',
  'node_modules/cog-pack/package.json',
  'node_modules/cog-pack/lib/main.js',
]) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), file.endsWith('.json') ? '{"main":"lib/main.js"}' : '');
}

afterAll(() => rmSync(folder, { recursive: true }));

const found = async (pattern: string | URL): Promise<string[]> =>
  (await findModules(pattern, folder)).map((path) => path.slice(folder.length + 1));

describe('finding modules', () => {
  test.each<[string, string[]]>([
    ['cogs/', ['cogs/fun.ts', 'cogs/music.mjs']],
    ['cogs/*.ts', ['cogs/fun.ts']],
    ['./cogs/**/*', ['cogs/admin/bans.ts', 'cogs/admin/deep/logs.js', 'cogs/fun.ts', 'cogs/music.mjs']],
    ['cogs/**/*.{js,mjs}', ['cogs/admin/deep/logs.js', 'cogs/music.mjs']],
    ['cogs/?un.ts', ['cogs/fun.ts']],
    ['cogs/_*.ts', ['cogs/_shared.ts']],
    ['cogs/*/bans.ts', ['cogs/admin/bans.ts']],
    ['nowhere/**/*.ts', []],
    ['cogs/fun.ts', ['cogs/fun.ts']],
    ['cog-pack', ['node_modules/cog-pack/lib/main.js']],
  ])('of %s', async (pattern, expected) => {
    expect(await found(pattern)).toEqual(expected);
  });

  test('in a folder that cannot be read says so, instead of finding nothing', async () => {
    await expect(found(`${'x'.repeat(300)}/*`)).rejects.toMatchObject({ code: 'ENAMETOOLONG' });
  });

  test('by URL and by absolute path', async () => {
    const path = join(folder, 'cogs/fun.ts');
    expect(modulePath(pathToFileURL(path))).toBe(path);
    expect(modulePath(pathToFileURL(path).href)).toBe(path);
    expect(modulePath(path)).toBe(path);
  });
});

describe('ExtensionLoader.loadAll', () => {
  const setUp = (broken?: string) => {
    const bench = new CommandBench();
    const extensions = new ExtensionLoader(bench.cogs, async (path) => {
      if (broken && path.endsWith(broken)) throw new SyntaxError('Unexpected token');
      const name = path.replace(/.*\/|\..*/g, '');
      return { [name]: cogNamed(name) };
    });
    return { bench, extensions, names: () => bench.application.all.map(({ name }) => name).sort() };
  };

  test('loads every module that a glob finds, once', async () => {
    const { extensions, names } = setUp();
    const changes = await extensions.loadAll(join(folder, 'cogs/**/*.ts'), join(folder, 'cogs/fun.ts'));
    expect(changes.map(({ added }) => added)).toEqual([['bans'], ['fun']]);
    expect(names()).toEqual(['bans', 'fun']);
    expect(await extensions.loadAll(join(folder, 'cogs/'))).toHaveLength(1);
    expect(names()).toEqual(['bans', 'fun', 'music']);
  });

  test('loads none when one cannot be loaded, and refuses what matches nothing', async () => {
    const { extensions, names } = setUp('fun.ts');
    await expect(extensions.loadAll(join(folder, 'cogs/**/*.ts'))).rejects.toThrow(
      /fun\.ts could not be imported/,
    );
    expect(names()).toEqual([]);
    expect(extensions.loaded).toEqual([]);
    await expect(extensions.loadAll('no-such-folder/*.ts')).rejects.toThrow(/matches no module/);
    await expect(extensions.loadAll('no-such-package')).rejects.toThrow(ExtensionError);
    await expect(extensions.load('no-such-package')).rejects.toThrow(/was not found/);
  });
});

function cogNamed(name: string): Constructor {
  @Cog()
  class Made {
    @SlashCommand({ name, description: 'x' })
    run(): void {}
  }
  Object.defineProperty(Made, 'name', { value: name });
  return Made;
}
