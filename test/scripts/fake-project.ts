import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a script of a fake project said. */
export interface ScriptRun {
  readonly code: number | null;
  readonly output: string;
  /** Last line that is not empty. */
  readonly lastLine: string;
}

/** Versions by path, as in `{ 'node_modules/ws': '8.0.0' }`. */
export type Versions = Readonly<Record<string, string>>;

/** What a fake tool does beside recording its arguments. */
interface FakeToolOptions {
  readonly code?: number;
  /** What Jest reports. */
  readonly jestResult?: object;
  /** Whether it never ends. */
  readonly hangs?: boolean;
}

/**
 * Temporary folder with the package's own scripts and fakes of the tools they call, which record their arguments.
 *
 * `npm test` is a shell script there, `npm ci` the fake tool `fake-npm.js`.
 */
export class FakeProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'cogwork-scripts-'));

  constructor() {
    cpSync('scripts', join(this.folder, 'scripts'), { recursive: true });
    cpSync('.ci', join(this.folder, '.ci'), { recursive: true });
    for (const name of ['package.json', 'tsconfig.json', 'tsconfig.build.json']) this.write(name, '{}');
    this.write('src/index.ts', '');
    this.write('bin/npm', '#!/bin/sh\nshift 2\nexec node scripts/test.mjs "$@"\n');
    chmodSync(join(this.folder, 'bin/npm'), 0o755);
    this.writeLock({});
  }

  write(path: string, content: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  writeLock(versions: Versions, optional: Versions = {}): void {
    this.write('package-lock.json', lockOf(versions, optional));
  }

  /** Makes `node_modules` as npm leaves it. */
  install(versions: Versions): void {
    this.write('node_modules/.package-lock.json', lockOf(versions, {}));
  }

  /** Puts a fake tool in place that writes a file for tsc's or Jest's sake and ends with the given code. */
  fakeTool(path: string, { code = 0, jestResult = {}, hangs = false }: FakeToolOptions = {}): void {
    this.write(
      path,
      `const fs = require('node:fs');
      const value = (name) => process.argv.find((arg) => arg.startsWith(name + '='))?.slice(name.length + 1);
      fs.appendFileSync(${JSON.stringify(join(this.folder, 'calls.txt'))}, process.argv.slice(1).join(' ') + '\\n');
      const outDir = process.argv[process.argv.indexOf('--outDir') + 1];
      if (process.argv.includes('--outDir')) fs.mkdirSync(outDir, { recursive: true });
      if (value('--outputFile')) fs.writeFileSync(value('--outputFile'), ${JSON.stringify(JSON.stringify(jestResult))});
      process.exitCode = ${code};
      if (${hangs}) setInterval(() => {}, 1000);`,
    );
  }

  run(command: string, ...args: string[]): ScriptRun {
    const { NODE_OPTIONS: _ours, ...env } = process.env;
    const result = spawnSync(command, args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: {
        ...env,
        PATH: `${join(this.folder, 'bin')}:${env['PATH']}`,
        CHROMIUM_PATH: process.execPath,
        npm_execpath: join(this.folder, 'fake-npm.js'),
      },
    });
    const output = result.stdout + result.stderr;
    return { code: result.status, output, lastLine: result.stdout.trimEnd().split('\n').at(-1) ?? '' };
  }

  /** Command lines of all fake tools called so far, with the folder left out. */
  get calls(): string[] {
    const path = join(this.folder, 'calls.txt');
    if (!existsSync(path)) return [];
    return readFileSync(path, 'utf8').trim().replaceAll(`${this.folder}/`, '').split('\n');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function lockOf(versions: Versions, optional: Versions): string {
  const packages: Record<string, object> = { '': {} };
  for (const [path, version] of Object.entries(versions)) packages[path] = { version };
  for (const [path, version] of Object.entries(optional)) packages[path] = { version, optional: true };
  return JSON.stringify({ packages });
}
