/**
 * `npm run demo`: a bot in the playground where a terminal is there to read the address; otherwise, and with `--once`, a
 * conversation with the first example that is printed and ends. Both from a fresh clone onwards, without a token.
 */
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
  const demo = [...(isOnce ? demos.conversation : demos.playground), ...args];
  // Settings without paths, so that the example imports `cogwork` from dist, as a user's bot does.
  return runNode(demo, { env: { TSX_TSCONFIG_PATH: 'examples/tsconfig.json' } });
});
