import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plainEnvironment } from '../package/packed-package.js';
import { buildPackage, CliProject } from './cli-project.js';

/** Folder in which projects are made; what they install is linked into it, above them. */
class Workshop extends CliProject {
  /** Runs a script of a made project, as `npm run` does: with the installed commands on the path. */
  async script(project: string, name: string): Promise<{ code: number; output: string }> {
    const manifest = JSON.parse(readFileSync(join(this.folder, project, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const path = `${resolve('node_modules/.bin')}:${process.env['PATH']}`;
    const run = promisify(execFile)('sh', ['-c', manifest.scripts[name] ?? 'exit 99'], {
      cwd: join(this.folder, project),
      env: { ...plainEnvironment(), PATH: path },
    });
    return run.then(
      ({ stderr, stdout }) => ({ code: 0, output: stdout + stderr }),
      (error: { code: number; stderr: string; stdout: string }) => ({
        code: error.code,
        output: error.stdout + error.stderr,
      }),
    );
  }
}

const mention = `import type { Role } from 'cogwork';
export const tell = (role: Role): string => \`It goes to \${role}.\`;
`;

describe('cogwork new', () => {
  let workshop: Workshop;

  beforeAll(async () => {
    await buildPackage();
    workshop = new Workshop();
    workshop.link('typescript', resolve('node_modules/typescript-7'));
    for (const name of ['oxlint', 'oxlint-tsgolint', '@types/node'])
      workshop.link(name, resolve('node_modules', name));
    const made = await workshop.run(['new', 'my-bot']);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toContain('cd my-bot');
    expect(made.stdout).toContain('npm run types');
    expect(made.stdout).toContain('npm run dev');
  }, 60_000);

  afterAll(() => workshop[Symbol.dispose]());

  function read(path: string): string {
    return readFileSync(join(workshop.folder, path), 'utf8');
  }

  it('makes a project whose tests pass', async () => {
    const { code, output } = await workshop.script('my-bot', 'test');
    expect(output).toMatch(/^# pass 3$/m);
    expect(output).toMatch(/^# fail 0$/m);
    expect(code).toBe(0);
  }, 60_000);

  it('makes a project that the compiler takes', async () => {
    const compiler = resolve('node_modules/typescript-7/bin/tsc');
    const compiling = promisify(execFile)(process.execPath, [compiler, '--noEmit'], {
      cwd: join(workshop.folder, 'my-bot'),
    });
    await expect(compiling.catch((error: { stdout: string }) => error)).resolves.toMatchObject({
      stdout: '',
    });
    const { scripts } = JSON.parse(read('my-bot/package.json')) as { scripts: { types: string } };
    expect(scripts.types).toBe('tsc --noEmit');
  }, 60_000);

  it('makes a project whose lint finds promises that nobody awaits, and nothing else', async () => {
    expect(await workshop.script('my-bot', 'lint')).toMatchObject({ code: 0 });
    const path = 'my-bot/src/cogs/polls.ts';
    const source = read(path);
    // As the guides write it: a model in a text is its mention.
    workshop.write({ 'my-bot/src/mention.ts': mention });
    expect(await workshop.script('my-bot', 'lint')).toMatchObject({ code: 0 });
    workshop.write({ [path]: source.replace('await ctx.update', 'ctx.update') });
    const { code, output } = await workshop.script('my-bot', 'lint');
    workshop.write({ [path]: source });
    expect(code).toBe(1);
    expect(output).toContain('no-floating-promises');
    expect(output).toContain('Found 0 warnings and 1 error');
  }, 60_000);

  it('makes a project that runs in the playground at once', async () => {
    const dev = workshop.start(['dev', 'my-bot']);
    await dev.shows('Logged in as my-bot');
    expect((await dev.stop()).code).toBe(0);
  }, 60_000);

  it('keeps the token out of git, and names versions that are tested', async () => {
    expect(read('my-bot/.gitignore').split('\n')).toContain('.env');
    expect(read('my-bot/.env.example')).toMatch(/^DISCORD_TOKEN=$/m);
    const own = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly version: string;
      readonly dependencies: Readonly<Record<string, string>>;
      readonly devDependencies: Readonly<Record<string, string>>;
    };
    const made = JSON.parse(read('my-bot/package.json')) as {
      readonly dependencies: object;
      readonly devDependencies: object;
      readonly name: string;
    };
    expect(made.name).toBe('my-bot');
    expect(made.dependencies).toEqual({
      'class-validator': own.dependencies['class-validator'],
      cogwork: `^${own.version}`,
      tsx: own.devDependencies['tsx'],
    });
    expect(made.devDependencies).toEqual({
      '@types/node': own.devDependencies['@types/node'],
      oxlint: own.devDependencies['oxlint'],
      'oxlint-tsgolint': own.devDependencies['oxlint-tsgolint'],
      typescript: own.devDependencies['typescript-7']?.replace('npm:typescript@', ''),
    });
    for (const file of ['README.md', 'package.json', 'src/main.ts'])
      expect(read(`my-bot/${file}`)).not.toMatch(/\{\{/);
  });

  it('takes an empty folder, also one that git made, and a name with a scope', async () => {
    workshop.write({ 'empty/.git/HEAD': 'ref: refs/heads/main' });
    const inFolder = await workshop.run(['new', 'empty']);
    expect(inFolder.code).toBe(0);
    const scoped = await workshop.run(['new', '@acme/shop-bot']);
    expect(scoped.code).toBe(0);
    expect(JSON.parse(read('shop-bot/package.json'))).toMatchObject({ name: '@acme/shop-bot' });
  });

  it.each([
    ['my-bot', /The folder .*my-bot is not empty/],
    ['package.json', /package\.json is a file/],
    ['My Bot', /my-bot would do/],
    ['fs', /fs-bot would do/],
    ['Größe', /gro-?[a-z]*e would do/],
    ['cogwork', /cogwork-bot would do/],
  ])('refuses %s and says why', async (name, message) => {
    const { code, stderr } = await workshop.run(['new', name]);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
  });
});
