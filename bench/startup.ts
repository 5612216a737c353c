/**
 * What loading the package costs, as a ratio to loading what a bare client needs (`undici` and `ws`): CPU time of fresh
 * processes by turns, less that of a process which loads nothing.
 *
 *     npm run bench startup
 *
 * Looks at the built package.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median, publish } from './support/results.js';

const ROUNDS = 25;
const cwd = fileURLToPath(new URL('..', import.meta.url));

const programs = {
  nothing: '',
  floor: "await import('undici'); await import('ws');",
  cogwork: "await import('cogwork');",
} as const;

type Program = keyof typeof programs;

/** CPU milliseconds of one process. */
function cpuMsOf(program: Program): number {
  const print = 'const { user, system } = process.cpuUsage(); console.log((user + system) / 1000);';
  const args = ['--input-type=module', '--eval', `${programs[program]} ${print}`];
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

const names = Object.keys(programs) as Program[];
const times = new Map<Program, number[]>(names.map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const name of names) times.get(name)!.push(cpuMsOf(name));
}
const nothing = median(times.get('nothing')!);
const cost = (name: Program): number => median(times.get(name)!) - nothing;
publish({
  name: 'import, beside undici and ws',
  ratio: cost('cogwork') / cost('floor'),
  detail: `${cost('cogwork').toFixed(0)} ms, floor ${cost('floor').toFixed(0)} ms of CPU`,
});
