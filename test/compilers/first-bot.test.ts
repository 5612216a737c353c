import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EmulatedHome } from '../package/emulated-home.js';
import { plainEnvironment } from '../package/packed-package.js';
import type { Compiler } from './compilers.js';
import { bun, esbuild, swc, tsc, tsx } from './compilers.js';

const example = 'examples/01-first-bot';

describe('The first example, unchanged', () => {
  const workspace = mkdtempSync(join(tmpdir(), 'cogwork-compilers-'));

  beforeAll(async () => {
    await promisify(execFile)(process.execPath, ['scripts/ensure-build.mjs'], { env: plainEnvironment() });
    installBuiltPackage(join(workspace, 'node_modules'));
  }, 60_000);

  afterAll(() => rmSync(workspace, { recursive: true, force: true }));

  it.each<[string, Compiler]>([
    ['tsc', tsc],
    ['swc', swc],
    ['esbuild', esbuild],
    ['tsx', tsx],
    ['Bun', bun],
  ])(
    'runs and answers when compiled by %s',
    async (name, compile) => {
      await using home = new EmulatedHome();
      const { alice, general } = home;
      const folder = join(workspace, name);
      copyExample(folder);
      const bot = await home.start(await compile(folder), folder);

      expect((await alice.say(general, 'ping')).reply?.content).toBe('pong');
      expect((await alice.slash(general, 'add', { a: 2, b: 3 })).content).toBe('2 + 3 = 5');
      expect((await alice.slash(general, 'add', { a: 2 })).content).toBe('2 + 1 = 3');
      expect((await alice.say(general, '!sum 4 5')).reply?.content).toBe('4 + 5 = 9');
      const counter = await alice.slash(general, 'counter');
      const pressed = await alice.click(counter.button('Pressed 0 times'));
      expect(pressed.buttons.map(({ label }) => label)).toEqual(['Pressed 1 times']);
      expect(await bot.stop()).toBe(0);
    },
    60_000,
  );
});

/** Puts the build where a user's bot finds it, with the dependencies beside. */
function installBuiltPackage(nodeModules: string): void {
  const manifest = readFileSync('package.json', 'utf8');
  const home = join(nodeModules, 'cogwork');
  mkdirSync(home, { recursive: true });
  cpSync('dist', join(home, 'dist'), { recursive: true });
  writeFileSync(join(home, 'package.json'), manifest);
  const { dependencies } = JSON.parse(manifest) as { dependencies: Readonly<Record<string, string>> };
  for (const name of [...Object.keys(dependencies), '@types/node']) {
    mkdirSync(dirname(join(nodeModules, name)), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(nodeModules, name));
  }
}

/** Copies what belongs to the bot; what plays it in the demo stays behind. */
function copyExample(folder: string): void {
  mkdirSync(folder);
  for (const name of readdirSync(example)) {
    if (name.endsWith('.ts') && name !== 'demo.ts') cpSync(join(example, name), join(folder, name));
  }
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2022', 'ESNext.Disposable'],
    module: 'NodeNext',
    strict: true,
    verbatimModuleSyntax: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    skipLibCheck: true,
    types: ['node'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
}
