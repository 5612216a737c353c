import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { installedPackages, megabytes, validatorFamily } from '../../scripts/install/installed-size.js';
import { EmulatedHome } from './emulated-home.js';
import type { PackedPackage } from './packed-package.js';
import { installTarball, packPackage, plainEnvironment } from './packed-package.js';

const run = promisify(execFile);

/** A bot without a compiler: decorators are functions, and called as such. */
const botSource = `
  class Greetings {
    greet(ctx, { name }) {
      return 'Hello, ' + name + '.';
    }
  }
  const greet = Object.getOwnPropertyDescriptor(Greetings.prototype, 'greet');
  SlashCommand('Says hello', { name: Option.string('To whom') })(Greetings.prototype, 'greet', greet);
  Cog()(Greetings);

  const bot = new Bot({ cogs: [Greetings], logLevel: 'warn' });
  bot.listen('messageCreate', async (message) => {
    if (message.content === 'ping') await message.reply('pong');
  });
  bot.run();`;

/** A second of sound from the bot, and one from a person. */
const voiceSource = `
  import { AudioSource } from 'cogwork/voice';
  import { testBot } from 'cogwork/testing';

  const { alice, account, bot, channel, clock, close, guild } = await testBot({
    voice: true,
    channels: [{ name: 'lounge', type: 2 }],
  });
  const lounge = channel('lounge');
  await alice.joinVoice(lounge);
  const voice = await bot.voice.join({ guildId: guild.id, id: lounge.id });
  voice.play(AudioSource.pcm(new Int16Array(96_000).fill(500)));
  await clock.advance('2s');
  const recording = await voice.record({ directory: 'recordings', format: 'wav' });
  const stream = voice.listen(alice.id);
  const said = alice.speak(new Uint8Array(192_000).fill(7));
  await clock.advance('2s');
  await said;
  const { tracks } = await recording.stop();
  stream.close();
  let heard = 0;
  for await (const { pcm } of stream) if (pcm.length === 1920) heard += 1;
  await close();
  const { spokenMs } = tracks[0];
  console.log(JSON.stringify({ played: alice.hears(account).length, heard, tracks: tracks.length, spokenMs }));
`;

describe('The packed package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cogwork-tarball-'));
  const user = join(folder, 'user');
  const installed = join(user, 'node_modules', 'cogwork');
  let packed: PackedPackage;

  beforeAll(async () => {
    packed = await packPackage(folder);
    await installTarball(packed.tarball, user);
  }, 180_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a file in the user's folder and gives what it printed. */
  async function runFile(name: string, source: string, ...nodeOptions: string[]): Promise<string> {
    writeFileSync(join(user, name), source);
    const { stdout } = await run(process.execPath, [...nodeOptions, name], {
      cwd: user,
      env: plainEnvironment(),
    });
    return stdout;
  }

  it('contains compiled code, its types and the documents, and nothing else', () => {
    const expected =
      /^(dist\/([a-z0-9-]+\/)*[a-z0-9-]+\.(js|d\.ts)|dist\/chunks\/[A-Za-z0-9-]+\.js|dist\/playground-page\/(index\.html|page\.(css|js))|dist\/inside\/([a-z-]+\.c?js|LICENSES\.txt|wire\/[\w/]+\.d\.ts)|docs\/([a-z-]+\/)*([a-z-]+|README)\.md|package\.json|[A-Z]+\.md|llms\.txt|templates\/bot\/.+|LICENSE)$/;
    expect(packed.files.filter((file) => !expected.test(file))).toEqual([]);
    for (const file of ['package.json', 'README.md', 'CHANGELOG.md', 'AGENTS.md', 'llms.txt', 'LICENSE'])
      expect(packed.files).toContain(file);
  });

  it('contains every file that its exports name', () => {
    const { exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      exports: object;
    };
    const targets = Object.values(exports).flatMap((target: string | object) =>
      typeof target === 'string' ? [target] : (Object.values(target) as string[]),
    );
    expect(targets.length).toBeGreaterThan(3);
    for (const target of targets) expect(packed.files).toContain(target.replace('./', ''));
  });

  it('is small: less than 2 MB to load', () => {
    expect(packed.packedBytes).toBeLessThan(2_000_000);
    expect(packed.files.filter((file) => file.endsWith('.map'))).toEqual([]);
  });

  it.each([
    ['attw', ['@arethetypeswrong/cli/dist/index.js', '--profile', 'esm-only']],
    ['publint', ['publint/src/cli.js', 'run', '--strict']],
  ])('is found without fault by %s', async (_tool, [cli = '', ...options]) => {
    const looking = run(process.execPath, [resolve('node_modules', cli), ...options, packed.tarball], {
      env: plainEnvironment(),
    });
    const said = await looking.then(
      () => '',
      (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
    );
    expect(said).toBe('');
  });

  it('installs in little room', () => {
    const packages = installedPackages(user).filter(({ isOptional }) => !isOptional);
    expect(megabytes(packages)).toBeLessThan(24);
    expect(megabytes(packages.filter(({ name }) => !validatorFamily.has(name)))).toBeLessThan(8);
    expect(packages.length).toBeGreaterThan(8);
  });

  it('brings the licences of the packages inside it', () => {
    const licences = readFileSync(join(installed, 'dist/inside/LICENSES.txt'), 'utf8');
    for (const name of ['@noble/ciphers', 'discord-api-types', 'find-my-way', 'pino', 'sonic-boom'])
      expect(`\n${licences}`).toContain(`\n${name} `);
  });

  it('names no folder of the machine it was made on', () => {
    const names = readdirSync(installed, { recursive: true, withFileTypes: true });
    const telling = names
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
      .filter((path) => !path.includes('node_modules/cogwork/node_modules'))
      .filter((path) => readFileSync(path, 'utf8').includes(process.cwd()));
    expect(telling).toEqual([]);
  });

  it.each([
    ['import', 'bot.mjs', "import { Bot, Cog, Option, SlashCommand } from 'cogwork';"],
    ['require', 'bot.cjs', "const { Bot, Cog, Option, SlashCommand } = require('cogwork');"],
  ])(
    'starts a bot by %s, which answers and stops at SIGTERM',
    async (_way, file, head) => {
      await using home = new EmulatedHome();
      const { alice, general } = home;
      writeFileSync(join(user, file), `${head}\n${botSource}`);
      const bot = await home.start({ command: process.execPath, args: [file] }, user);
      expect((await alice.slash(general, 'greet', { name: 'Bob' })).content).toBe('Hello, Bob.');
      expect((await alice.say(general, 'ping')).reply?.content).toBe('pong');
      expect(await bot.stop()).toBe(0);
      expect(bot.output).not.toMatch(/error/i);
    },
    60_000,
  );

  it('plays, hears and records, with samples both ways', async () => {
    // The install runs no scripts, so what has to be compiled is not there.
    mkdirSync(join(user, 'node_modules/@evan'), { recursive: true });
    symlinkSync(resolve('node_modules/@evan/opus'), join(user, 'node_modules/@evan/opus'));
    const printed = await runFile('voice.mjs', voiceSource);
    expect(JSON.parse(printed)).toEqual({ played: 55, heard: 55, tracks: 1, spokenMs: 1000 });
  }, 60_000);

  it.each(['cogwork', 'cogwork/emulator', 'cogwork/testing'])(
    'gives the same names by import and require of %s',
    async (entry) => {
      const required = await runFile(
        'names.cjs',
        `console.log(Object.keys(require('${entry}')).sort().join())`,
      );
      const imported = await runFile(
        'names.mjs',
        `import * as entry from '${entry}'; console.log(Object.keys(entry).sort().join())`,
      );
      expect(imported.length).toBeGreaterThan(5);
      expect(required).toBe(imported);
    },
  );

  it('has the command cogwork, which makes a project, and says what it needs to run TypeScript', async () => {
    const cogwork = (...args: string[]): Promise<{ stdout: string; stderr: string }> =>
      run(join(user, 'node_modules', '.bin', 'cogwork'), args, { cwd: user, env: plainEnvironment() });
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect((await cogwork('--version')).stdout).toBe(`${version}\n`);
    await cogwork('new', 'my-bot');
    const made = readdirSync(join(user, 'my-bot'));
    expect(made.sort()).toEqual(
      readdirSync('templates/bot')
        .map((name) => name.replace(/^_/, ''))
        .sort(),
    );
    const intents = cogwork('intents', 'my-bot');
    await expect(intents).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('npm install --save-dev tsx'),
    });
    writeFileSync(join(user, 'exported.mjs'), "import { Bot } from 'cogwork'; export const bot = new Bot();");
    expect((await cogwork('intents', 'exported.mjs')).stdout).toContain('channels and roles are cached');
    // Another copy of the command gets hold of the bot as well, as one that is installed globally does.
    const other = [resolve('dist/cli/main.js'), 'intents', 'exported.mjs', '--json'];
    const { stdout } = await run(process.execPath, other, { cwd: user, env: plainEnvironment() });
    expect(JSON.parse(stdout)).toMatchObject({ intents: [{ name: 'Guilds' }] });
  });

  it('calls every class by the name that it is exported under', async () => {
    const entries = ['cogwork', 'cogwork/voice', 'cogwork/emulator', 'cogwork/testing'];
    const printed = await runFile(
      'names.mjs',
      `const isClass = (value) => typeof value === 'function' && /^class\\b/.test(Function.prototype.toString.call(value));
      const names = [];
      for (const entry of ${JSON.stringify(entries)}) {
        for (const [name, value] of Object.entries(await import(entry))) if (isClass(value)) names.push([name, value.name]);
      }
      console.log(JSON.stringify(names));`,
    );
    const names = JSON.parse(printed) as [string, string][];
    expect(names.length).toBeGreaterThan(150);
    expect(names.filter(([exported, own]) => exported !== own)).toEqual([]);
  });

  it('loads nothing at import that a bot needs only later', async () => {
    writeFileSync(
      join(user, 'hooks.mjs'),
      `import { appendFileSync } from 'node:fs';
      export async function load(url, context, next) {
        appendFileSync('loaded.txt', url + '\\n');
        return next(url, context);
      }`,
    );
    const names = await runFile(
      'look.mjs',
      `import { createRequire, register } from 'node:module';
      register('./hooks.mjs', import.meta.url);
      await import('cogwork');
      console.log(Object.keys(createRequire(import.meta.url).cache).join('\\n'));`,
    );
    const paths = `${names}${readFileSync(join(user, 'loaded.txt'), 'utf8')}`.split('\n');
    const modules = paths.map((path) => path.split('/node_modules/').at(-1) ?? '');
    const packages = new Set(modules.filter((path) => !/^(node:|file:)/.test(path)).map(packageOf));
    expect(packages).toContain('cogwork');
    expect([...packages].filter((name) => !['cogwork', ...light].includes(name))).toEqual([]);
    expect(
      modules.filter((path) => /^cogwork\/dist\/(voice|emulator|testing|cli|playground)\//.test(path)),
    ).toEqual([]);
  });

  it('has types that a strict program compiles with, also one with wire types of its own', async () => {
    const wireTypes = join(user, 'node_modules/discord-api-types');
    if (!existsSync(wireTypes)) symlinkSync(resolve('node_modules/discord-api-types'), wireTypes, 'dir');
    writeFileSync(
      join(user, 'bot.mts'),
      `import { Bot } from 'cogwork';
      import { Emulator } from 'cogwork/emulator';
      import { testBot } from 'cogwork/testing';
      export const bot: Bot = new Bot({ prefix: '!' });
      export const made = [Emulator, testBot];
      import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
      import type { APIEmbed } from 'discord-api-types/v10';
      const embed: APIEmbed = { title: 'of a package of the user' };
      const button = { type: ComponentType.Button, style: ButtonStyle.Primary, label: 'a', custom_id: 'a' } as const;
      await bot.rest.channels.createMessage('1', {
        embeds: [embed],
        components: [{ type: ComponentType.ActionRow, components: [button] }],
      });
      const { embeds } = await bot.rest.channels.getMessage('1', '2');
      export const back: APIEmbed[] = embeds;
      // @ts-expect-error an option that does not exist
      new Bot({ prefx: '!' });`,
    );
    const settings = [
      '--strict',
      '--exactOptionalPropertyTypes',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--noEmit',
    ];
    const types = [
      '--lib',
      'es2022,esnext.disposable',
      '--types',
      'node',
      '--typeRoots',
      resolve('node_modules/@types'),
    ];
    const compiler = resolve('node_modules/typescript-7/bin/tsc');
    const compiled = run(process.execPath, [compiler, ...settings, ...types, 'bot.mts'], { cwd: user });
    await expect(compiled.catch((error: { stdout: string }) => error)).resolves.toMatchObject({ stdout: '' });
  }, 60_000);
});

/** Packages that may be loaded at once. */
const light = ['', 'reflect-metadata'];

function packageOf(path: string): string {
  return path.startsWith('@') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? '');
}
