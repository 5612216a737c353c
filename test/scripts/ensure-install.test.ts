import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ScriptRun } from './fake-project.js';
import { FakeProject } from './fake-project.js';

describe('ensure-install', () => {
  let project: FakeProject;
  const ensureInstall = (): ScriptRun => project.run(process.execPath, 'scripts/ensure-install.mjs');
  const npmCi = 'fake-npm.js ci --no-audit --no-fund --loglevel=error';

  beforeEach(() => {
    project = new FakeProject();
    project.fakeTool('fake-npm.js');
  });
  afterEach(() => project.remove());

  it('leaves alone what matches the lock file, and remembers it', () => {
    project.writeLock({ 'node_modules/ws': '8.0.0' });
    project.install({ 'node_modules/ws': '8.0.0' });
    expect(ensureInstall()).toMatchObject({ code: 0, output: '' });
    expect(readFileSync(join(project.folder, 'node_modules/.lock-stamp'), 'utf8')).toMatch(/^[\da-f]{64}$/);
    expect(ensureInstall()).toMatchObject({ code: 0, output: '' });
    expect(project.calls).toEqual([]);
  });

  it('asks for no optional package of another platform', () => {
    project.writeLock({ 'node_modules/ws': '8.0.0' }, { 'node_modules/binary-for-mars': '1.0.0' });
    project.install({ 'node_modules/ws': '8.0.0' });
    expect(ensureInstall().output).toBe('');
  });

  it.each([
    ['another version', { 'node_modules/ws': '7.0.0' }, 'node_modules/ws is 7.0.0, not 8.0.0'],
    ['a missing package', {}, 'node_modules/ws is missing'],
    [
      'a package too many',
      { 'node_modules/ws': '8.0.0', 'node_modules/left-pad': '1.0.0' },
      'node_modules/left-pad is not in the lock file',
    ],
  ])('installs over %s and says why', (_what, installed, reason) => {
    project.writeLock({ 'node_modules/ws': '8.0.0' });
    project.install(installed);
    expect(ensureInstall().output).toContain(`Installing dependencies: ${reason} …`);
    expect(project.calls).toEqual([npmCi]);
  });

  it('installs again when the lock file changed since', () => {
    project.install({});
    ensureInstall();
    project.writeLock({ 'node_modules/ws': '8.0.0' });
    expect(ensureInstall().output).toContain('node_modules/ws is missing');
  });

  it('installs into an empty clone', () => {
    project.fakeTool('fake-npm.js', { code: 1 });
    const run = ensureInstall();
    expect(run.output).toContain('Installing dependencies: node_modules is missing');
    expect(project.calls).toEqual([npmCi]);
  });

  it('fails when npm does', () => {
    project.fakeTool('fake-npm.js', { code: 7 });
    const run = ensureInstall();
    expect(run.code).not.toBe(0);
    expect(run.output).toContain('npm ci failed (exit code 7)');
  });
});
