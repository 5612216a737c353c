/**
 * Takes the implementation behind rows of docs/parity.md away, one at a time, and fails when no test notices.
 *
 * Works on a copy of the project in a temporary folder: `npm run check:mutants [part of a name]`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandMutants } from './mutants/command-mutants.js';
import type { Mutant } from './mutants/mutant.js';
import { uiMutants } from './mutants/ui-mutants.js';

const root = fileURLToPath(new URL('..', import.meta.url));

function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cogwork-mutants-'));
  for (const part of ['src', 'test', 'examples', 'package.json', 'tsconfig.json', 'jest.config.ts']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Whether the tests pass in a folder. */
function passes(folder: string, tests: string): boolean {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const env = {
    ...process.env,
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  };
  return (
    spawnSync(process.execPath, [jest, tests, '--silent', '--runInBand'], { cwd: folder, env }).status === 0
  );
}

/** Takes one thing away, runs the tests, and puts it back; a sentence when nothing was noticed. */
function tryMutant(folder: string, { file, from, name, tests, to }: Mutant): string | undefined {
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  if (!source.includes(from)) return `${name}: ${file} has no "${from}" any more`;
  writeFileSync(path, source.replace(from, to));
  const isUnnoticed = passes(folder, tests);
  writeFileSync(path, source);
  return isUnnoticed ? `${name}: taken away from ${file}, and no test in ${tests} noticed` : undefined;
}

function main(wanted: string): number {
  const folder = copyProject();
  try {
    const mutants = [...commandMutants, ...uiMutants].filter(({ name }) => name.includes(wanted));
    for (const tests of new Set(mutants.map((mutant) => mutant.tests))) {
      if (!passes(folder, tests)) throw new Error(`${tests} fails with nothing taken away; mend that first`);
    }
    const problems = mutants.flatMap((mutant) => {
      const problem = tryMutant(folder, mutant);
      console.log(`${problem ? 'MISSED ' : 'noticed'} ${mutant.name}`);
      return problem ?? [];
    });
    for (const problem of problems) console.error(problem);
    return problems.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = main(process.argv[2] ?? '');
