/**
 * `npm run demo`: a bot in the playground where a terminal is there to read the address; otherwise, and with `--once`, a
 * conversation with the first example that is printed and ends. Both from a fresh clone onwards, without a token.
 * `npm run demo -- 04` opens the playground with the example of that number.
 */
import { existsSync, readdirSync } from 'node:fs';
import { ensureBuild } from './ensure-build.mjs';
import { ensureInstall } from './ensure-install.mjs';
import { main, runNode } from './run-step.mjs';

const demos = {
  conversation: ['--import', 'tsx', 'examples/01-first-bot/demo.ts', '--once'],
  playground: ['dist/cli/main.js', 'dev', 'examples/playground-tour/main.ts', '--name', 'bakery', '--open'],
};

main(() => {
  ensureInstall();
  ensureBuild();
  const args = process.argv.slice(2).filter((arg) => arg !== '--once');
  const isOnce = process.argv.includes('--once') || !process.stdout.isTTY;
  // Ctrl+C reaches the demo as well, which ends by itself; its end is ours.
  process.on('SIGINT', () => {});
  const [number, ...rest] = args;
  const demo = number?.match(/^\d/)
    ? [...demoOf(number), ...rest]
    : [...(isOnce ? demos.conversation : demos.playground), ...args];
  // Settings without paths, so that the example imports `cogwork` from dist, as a user's bot does.
  return runNode(demo, { env: { TSX_TSCONFIG_PATH: 'examples/tsconfig.json' } });
});

/** Playground with one of the examples; an example may bring its own. */
function demoOf(number) {
  const folders = readdirSync('examples').filter((name) => /^\d\d-/.test(name));
  const folder = folders.find((name) => name.startsWith(number.padStart(2, '0')));
  if (!folder) throw new Error(`There is no example ${number}; there are ${folders.join(', ')}.`);
  const own = `examples/${folder}/playground.ts`;
  return existsSync(own)
    ? ['--import', 'tsx', own]
    : ['dist/cli/main.js', 'dev', `examples/${folder}/main.ts`, '--open'];
}
