import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildPackage, CliProject, shopBot } from './cli-project.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

describe('The command line', () => {
  let project: CliProject;

  beforeAll(async () => {
    await buildPackage();
    project = new CliProject({ 'src/main.ts': shopBot });
  }, 60_000);

  afterAll(() => project[Symbol.dispose]());

  it('says what there is when nothing is asked', async () => {
    const { code, stdout, stderr } = await project.run([]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    for (const name of ['new', 'dev', 'commands', 'repl', 'intents', 'invite', 'doctor'])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(stdout).toContain('$ cogwork dev');
  });

  it.each([
    ['new', '$ cogwork new my-bot'],
    ['dev', '$ cogwork dev'],
    ['commands', '$ cogwork commands plan'],
    ['commands plan', '$ cogwork commands plan --check'],
    ['commands sync', '$ cogwork commands sync --guild'],
    ['commands clear', '$ cogwork commands clear'],
    ['repl', '$ cogwork repl'],
    ['intents', '$ cogwork intents'],
    ['invite', '$ cogwork invite'],
    ['doctor', '$ cogwork doctor'],
  ])('shows examples in the help of %s', async (name, example) => {
    const { code, stdout } = await project.run([...name.split(' '), '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(example);
  });

  it('has every command and option that its guide names', async () => {
    const guide = readFileSync('docs/command-line.md', 'utf8');
    const names = [
      '',
      'new',
      'dev',
      'commands plan',
      'commands sync',
      'commands clear',
      'intents',
      'invite',
      'repl',
      'doctor',
    ];
    const helps = await Promise.all(
      names.map((name) => project.run([...name.split(' ').filter(Boolean), '--help'])),
    );
    const all = helps.map(({ stdout }) => stdout).join('\n');
    const options = new Set([...guide.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option));
    expect(options.size).toBeGreaterThan(12);
    expect([...options].filter((option) => !new RegExp(`${option}(?![\\w-])`).test(all))).toEqual([]);
    for (const name of names) expect(guide).toContain(name.split(' ').at(-1));
  });

  it('says its version', async () => {
    expect(await project.run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('proposes the nearest command and option for one that does not exist', async () => {
    const command = await project.run(['comands', 'plan']);
    expect(command.code).toBe(1);
    expect(command.stderr).toContain('Did you mean commands?');
    const option = await project.run(['intents', '--jsno']);
    expect(option.code).toBe(1);
    expect(option.stderr).toContain('Did you mean --json?');
  });

  it('has colours only where they are wanted', async () => {
    const colour = '\u001b[';
    expect((await project.run(['intents'])).stdout).not.toContain(colour);
    expect((await project.run(['intents'], { env: { FORCE_COLOR: '1' } })).stdout).toContain(colour);
    expect((await project.run(['--help'], { env: { NO_COLOR: '1' } })).stdout).not.toContain(colour);
  });

  it('ends quietly when nobody reads on', async () => {
    const command = `"${process.execPath}" dist/cli/main.js | true`;
    expect(await promisify(execFile)('sh', ['-c', command])).toEqual({ stdout: '', stderr: '' });
  });

  it('says what is wrong in one line and what to do in another, and shows the stack when asked', async () => {
    project.write({ 'src/broken.ts': 'export const x: number = undefined!;\nx.toFixed();' });
    const { code, stderr } = await project.run(['intents', 'src/broken.ts']);
    expect(code).toBe(1);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^error: src\/broken\.ts failed: .*undefined/),
      '  Repair that first; --verbose shows where it happened.',
    ]);
    const verbose = await project.run(['intents', 'src/broken.ts', '--verbose']);
    expect(verbose.stderr).toContain('src/broken.ts:2:3');
  });
});
