import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { compareClocks } from '../../src/cli/doctor/check-clock.js';
import { checkCopies } from '../../src/cli/doctor/check-copies.js';
import { checkDecorators } from '../../src/cli/doctor/check-decorators.js';
import { checkEnvFile } from '../../src/cli/doctor/check-env-file.js';
import { checkNode } from '../../src/cli/doctor/check-node.js';
import type { Finding } from '../../src/cli/doctor/finding.js';
import { buildPackage, CliProject, shopBot } from './cli-project.js';
import { EmulatedShop } from './emulated-shop.js';

/** Where nobody listens. */
const OFFLINE = { COGWORK_API_URL: 'http://127.0.0.1:9/api/v10' };

describe('cogwork doctor', () => {
  beforeAll(buildPackage, 60_000);

  async function examine(
    project: CliProject,
    env: Readonly<Record<string, string>>,
  ): Promise<{ readonly code: number | null; readonly of: (name: string) => readonly Finding[] }> {
    const { code, stderr, stdout } = await project.run(['doctor', '--json'], { env });
    if (stdout === '') throw new Error(stderr);
    const findings = JSON.parse(stdout) as readonly Finding[];
    return { code, of: (wanted) => findings.filter(({ name }) => name === wanted) };
  }

  it('finds nothing to repair in a project that is well', async () => {
    await using shop = await EmulatedShop.open();
    const { code, of } = await examine(shop.project, shop.env);
    for (const name of ['node', 'cogwork', 'decorators', 'bot', 'metadata', 'token', 'intents', 'clock'])
      expect(of(name)).toEqual([expect.objectContaining({ level: 'ok' })]);
    expect(of('token')[0]?.detail).toContain('shop');
    expect(code).toBe(0);
  });

  it('prints a line each, with what to do below it, and fails when something has to be repaired', async () => {
    using project = new CliProject({ 'src/main.ts': shopBot });
    const { code, stdout } = await project.run(['doctor'], {
      env: { ...OFFLINE, DISCORD_TOKEN: 'nonsense' },
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ {2}ok {4}node {8}\d+/m);
    expect(stdout).toMatch(/^ {2}fail {2}token {7}This is not a bot token/m);
    expect(stdout).toMatch(/^ {2}warn {2}clock {7}127\.0\.0\.1:9 was not reached/m);
    expect(stdout).toMatch(/^\d+ ok, \d+ to know, 1 to repair$/m);
    expect(stdout).not.toContain('nonsense');
  });

  it('compares the privileged intents of the application with what the bot needs', async () => {
    await using shop = await EmulatedShop.open({ privilegedIntents: 0 });
    const { code, of } = await examine(shop.project, shop.env);
    expect(of('intents')).toEqual([
      {
        name: 'intents',
        level: 'fail',
        detail: "MessageContent is switched off at Discord, and Shop.hello listens to 'messageCreate'",
        advice: expect.stringContaining('https://discord.com/developers/applications/'),
      },
    ]);
    expect(code).toBe(1);
  });

  it('says when Discord refuses the token, and when there is none', async () => {
    await using shop = await EmulatedShop.open();
    const [id = ''] = shop.account.token.split('.');
    const refused = await examine(shop.project, {
      ...shop.env,
      DISCORD_TOKEN: `${id}.abcdef.${'x'.repeat(30)}`,
    });
    expect(refused.of('token')).toMatchObject([{ level: 'fail', detail: expect.stringContaining('reset') }]);
    const none = await examine(shop.project, OFFLINE);
    expect(none.of('token')).toMatchObject([
      { level: 'warn', advice: expect.stringContaining('DISCORD_TOKEN') },
    ]);
    expect(none.code).toBe(0);
  });

  it('says whether the compiler tells what constructors want', async () => {
    using project = new CliProject({ 'src/main.ts': shopBot });
    expect((await examine(project, OFFLINE)).of('metadata')[0]?.detail).toMatch(/^not emitted/);
    // As tsc compiles a decorated method: its types beside it.
    const compiled = `import { Bot, Cog, SlashCommand } from 'cogwork';
      class Shop { list() { return 'Cakes.'; } }
      const list = Object.getOwnPropertyDescriptor(Shop.prototype, 'list');
      SlashCommand('Says what there is')(Shop.prototype, 'list', list);
      Reflect.metadata('design:type', Function)(Shop.prototype, 'list');
      Cog()(Shop);
      await new Bot({ cogs: [Shop] }).run();`;
    rmSync(join(project.folder, 'src'), { recursive: true });
    project.write({ 'main.js': compiled });
    expect((await examine(project, OFFLINE)).of('metadata')[0]?.detail).toMatch(/^emitted/);
  });

  it('fails with the reason when the bot cannot be made', async () => {
    using project = new CliProject({
      'src/main.ts': "import { Bot } from 'cogwork'; new Bot({ cgos: [] });",
    });
    const { code, of } = await examine(project, OFFLINE);
    expect(of('bot')).toMatchObject([{ level: 'fail', detail: expect.stringContaining('cgos') }]);
    expect(code).toBe(1);
    rmSync(join(project.folder, 'node_modules/cogwork'));
    const bare = await examine(project, OFFLINE);
    expect(bare.of('cogwork')).toMatchObject([
      { level: 'fail', advice: expect.stringContaining('npm install') },
    ]);
    expect(bare.of('bot')).toMatchObject([{ level: 'fail', detail: expect.stringContaining("'cogwork'") }]);
  });

  it('counts what voice misses only against a bot that uses voice', async () => {
    using project = new CliProject({ 'src/main.ts': shopBot });
    const without = await examine(project, { ...OFFLINE, PATH: '/nowhere' });
    expect(without.of('voice')[1]).toMatchObject({
      level: 'warn',
      detail: expect.stringMatching(/^missing, but this bot does not use voice: .*ffmpeg/),
    });
    expect(without.of('voice')[1]?.detail).toMatch(/ffmpeg \(install ffmpeg/);
    project.write({ 'src/main.ts': shopBot.replace('cogs: [Shop]', 'cogs: [Shop], voice: true') });
    const withVoice = await examine(project, { ...OFFLINE, PATH: '/nowhere' });
    expect(withVoice.of('voice')).toContainEqual(expect.objectContaining({ detail: 'ffmpeg is missing' }));
  });
});

describe('Single checks of the doctor', () => {
  it('read the settings of decorators, extended ones and those with comments too', () => {
    using project = new CliProject();
    const check = (): string => {
      const [{ detail, level } = { detail: '', level: '' }] = checkDecorators(
        join(project.folder, 'src/main.ts'),
      );
      return `${level} ${detail.replaceAll(`${project.folder}/`, '')}`;
    };
    project.write({
      'base.json': '{ "compilerOptions": { "experimentalDecorators": true, "target": "ES2022" } }',
      'tsconfig.json': '{ // those of the base\n "extends": "./base.json", "include": ["src"], }',
    });
    expect(check()).toBe('ok experimentalDecorators in tsconfig.json');
    project.write({
      'tsconfig.json': '{ "extends": "./base", "compilerOptions": { "experimentalDecorators": false } }',
    });
    expect(check()).toBe('fail experimentalDecorators is off in tsconfig.json');
    project.write({ 'tsconfig.json': '{ "extends": "missing/tsconfig.json" }' });
    expect(check).toThrow('extends missing/tsconfig.json, which is not there');
    rmSync(join(project.folder, 'tsconfig.json'));
    expect(check()).toMatch(/^fail there is no tsconfig\.json/);
  });

  it('find second copies of what there must be one of', () => {
    using project = new CliProject();
    expect(checkCopies(project.folder)).toMatchObject([{ name: 'cogwork', level: 'ok' }]);
    const manifest = (name: string, version: string): string => JSON.stringify({ name, version });
    project.write({
      'node_modules/reflect-metadata/package.json': manifest('reflect-metadata', '0.2.2'),
      'node_modules/old/node_modules/reflect-metadata/package.json': manifest('reflect-metadata', '0.1.14'),
      'node_modules/@acme/plugin/node_modules/cogwork/package.json': manifest('cogwork', '0.0.1'),
    });
    const old = '0.1.14 in node_modules/old/node_modules/reflect-metadata';
    expect(checkCopies(project.folder)).toMatchObject([
      { name: 'cogwork', level: 'ok' },
      { name: 'cogwork', level: 'fail', detail: expect.stringContaining('0.0.1') },
      { name: 'reflect-metadata', level: 'warn', detail: expect.stringContaining(old) },
    ]);
  });

  it('look whether git keeps .env', async () => {
    using project = new CliProject({ '.env': 'DISCORD_TOKEN=' });
    const git = (...args: string[]): Buffer =>
      execFileSync('git', args, { cwd: project.folder, stdio: 'pipe' });
    const check = async (): Promise<string> => {
      const findings = await checkEnvFile(project.folder);
      return findings.map(({ detail, level }) => `${level} ${detail}`).join();
    };
    expect(await check()).toBe('ok this is no git repository');
    git('init', '--quiet');
    expect(await check()).toBe('fail git does not ignore it');
    git('add', '.env');
    expect(await check()).toBe('fail it is in the git repository');
    git('rm', '--cached', '--quiet', '.env');
    project.write({ '.gitignore': '.env\n' });
    expect(await check()).toBe('ok git ignores it');
  });

  it('refuses a Node that is too old', () => {
    expect(checkNode('20.18.3')).toMatchObject([{ level: 'fail', advice: expect.stringContaining('20.19') }]);
    for (const version of ['20.19.0', '22.1.0', '100.0.0'])
      expect(checkNode(version)).toMatchObject([{ level: 'ok' }]);
  });

  it('tells a clock that is wrong, and which way', () => {
    expect(compareClocks(700)).toMatchObject({ level: 'ok' });
    expect(compareClocks(10_500)).toMatchObject({ level: 'warn', detail: "it is 10 s ahead of Discord's" });
    expect(compareClocks(-9_500)).toMatchObject({ level: 'warn', detail: "it is 10 s behind Discord's" });
  });
});
