/** `npm run bench [name …]`: runs the benchmarks of `bench/` one after another, or only the named ones. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstall } from './ensure-install.mjs';
import { root, runNode } from './run-step.mjs';

ensureInstall();
const all = readdirSync(join(root, 'bench'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length));
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !all.includes(name));
if (unknown !== undefined) throw new Error(`No benchmark is called ${unknown}; there are ${all.join(', ')}.`);

for (const name of wanted.length > 0 ? wanted : all) {
  console.log(`\n── ${name}`);
  const code = runNode(['--expose-gc', '--import', 'tsx', join('bench', `${name}.ts`)]);
  if (code !== 0) process.exitCode = code;
}
