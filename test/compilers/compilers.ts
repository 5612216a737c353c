import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { transformFile } from '@swc/core';
import { build } from 'esbuild';
import type { Program } from '../package/bot-process.js';

const run = promisify(execFile);
const require = createRequire(join(process.cwd(), 'package.json'));

/** Turns the TypeScript of a folder into something that runs. */
export type Compiler = (folder: string) => Promise<Program>;

/** The official compiler, with the settings of the folder's tsconfig.json. */
export async function tsc(folder: string): Promise<Program> {
  const compiler = resolve('node_modules/typescript-7/bin/tsc');
  await run(process.execPath, [compiler, '-p', folder, '--outDir', join(folder, 'out')]).catch(showOutput);
  return nodeProgram(folder);
}

/** swc, with decorator metadata, file by file. */
export async function swc(folder: string): Promise<Program> {
  mkdirSync(join(folder, 'out'));
  for (const name of sourcesOf(folder)) {
    const { code } = await transformFile(join(folder, name), {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
      },
      module: { type: 'es6' },
      swcrc: false,
    });
    writeFileSync(join(folder, 'out', name.replace(/\.ts$/, '.js')), code);
  }
  return nodeProgram(folder);
}

/** esbuild, which emits no decorator metadata. */
export async function esbuild(folder: string): Promise<Program> {
  const entryPoints = sourcesOf(folder).map((name) => join(folder, name));
  await build({
    entryPoints,
    outdir: join(folder, 'out'),
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  return nodeProgram(folder);
}

/** tsx, which compiles while it runs. */
export async function tsx(folder: string): Promise<Program> {
  const loader = pathToFileURL(require.resolve('tsx')).href;
  return { command: process.execPath, args: ['--import', loader, join(folder, 'main.ts')] };
}

/** Bun, another runtime, with its own compiler. */
export async function bun(folder: string): Promise<Program> {
  return { command: findBun(), args: [join(folder, 'main.ts')] };
}

function nodeProgram(folder: string): Program {
  return { command: process.execPath, args: [join(folder, 'out', 'main.js')] };
}

function sourcesOf(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.ts'));
}

/** Bun's install script, which is not run here, would link this binary to where npm looks for it. */
function findBun(): string {
  const linked = resolve('node_modules/bun/bin/bun.exe');
  if (existsSync(linked) && statSync(linked).size > 1_000_000) return linked;
  const [platform] = readdirSync(resolve('node_modules/@oven'));
  if (platform === undefined)
    throw new Error('There is no binary of Bun for this platform in node_modules/@oven.');
  return resolve('node_modules/@oven', platform, 'bin', process.platform === 'win32' ? 'bun.exe' : 'bun');
}

function showOutput(error: { readonly stdout?: string; readonly message: string }): never {
  throw new Error(error.stdout || error.message);
}
