/** `npm run bench [name …]`: runs the benchmarks of `bench/` one after another, or only the named ones. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstall } from './ensure-install.mjs';
import { main, root, runNode } from './run-step.mjs';

main(() => {
  ensureInstall();
  const all = readdirSync(join(root, 'bench'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length));
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !all.includes(name));
  if (unknown !== undefined)
    throw new Error(`No benchmark is called ${unknown}; there are ${all.join(', ')}.`);

  const codes = (wanted.length > 0 ? wanted : all).map((name) => {
    console.log(`\n── ${name}`);
    return runNode(['--expose-gc', '--import', 'tsx', join('bench', `${name}.ts`)]);
  });
  return Math.max(0, ...codes);
});
