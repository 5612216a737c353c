/**
 * `npm run bench [name …]`: runs the benchmarks of `bench/` one after another, or only the named ones.
 *
 * Each gives ratios to a floor that it measured in the same run. They are compared with `bench/baseline.json`; a ratio
 * that is more than 15 % worse in three runs is a failure. `--write` makes the medians of three runs the baseline.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { medians, slowerRows, TRIES } from './bench-ratios.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { ensureInstall } from './ensure-install.mjs';
import { main, root, runNode } from './run-step.mjs';

const baselinePath = join(root, 'bench', 'baseline.json');

main(() => {
  ensureInstall();
  ensureBuild();
  const wanted = process.argv.slice(2).filter((argument) => argument !== '--write');
  const names = wanted.length > 0 ? wanted : all();
  const unknown = names.find((name) => !all().includes(name));
  if (unknown !== undefined)
    throw new Error(`No benchmark is called ${unknown}; there are ${all().join(', ')}.`);
  const baseline = existsSync(baselinePath) ? JSON.parse(readFileSync(baselinePath, 'utf8')) : {};
  return process.argv.includes('--write') ? write(names, baseline) : compare(names, baseline);
});

function all() {
  return readdirSync(join(root, 'bench'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length));
}

function write(names, baseline) {
  for (const name of names)
    baseline[name] = Object.fromEntries(medians(Array.from({ length: TRIES }, () => run(name))));
  writeFileSync(baselinePath, `${JSON.stringify(baseline, null, 2)}\n`);
  return 0;
}

function compare(names, baseline) {
  const worse = names.flatMap((name) =>
    slowerRows(() => run(name), new Map(Object.entries(baseline[name] ?? {}))).map((slow) => ({
      name,
      ...slow,
    })),
  );
  for (const { name, row, ratio, known } of worse)
    console.error(`WORSE  ${name}: ${row} is ${ratio.toFixed(2)} × the floor, was ${known.toFixed(2)} ×`);
  if (worse.length === 0) console.log('\nNo ratio is more than 15 % worse than in bench/baseline.json.');
  return worse.length > 0 ? 1 : 0;
}

/** Runs one benchmark; gives its ratios by the names of its rows. */
function run(name) {
  console.log(`\n── ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'cogwork-bench-'));
  const results = join(folder, 'results.jsonl');
  try {
    const args = ['--expose-gc', '--import', 'tsx', join('bench', `${name}.ts`)];
    const code = runNode(args, { env: { COGWORK_BENCH_RESULTS: results } });
    if (code !== 0) throw new Error(`The benchmark ${name} failed; what it says is above.`);
    const lines = existsSync(results) ? readFileSync(results, 'utf8').split('\n') : [];
    return new Map(lines.filter(Boolean).map((line) => Object.values(JSON.parse(line))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
