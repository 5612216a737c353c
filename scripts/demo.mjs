/** `npm run demo`: a conversation with the first example against the emulator, from a fresh clone onwards. */
import { ensureBuild } from './ensure-build.mjs';
import { ensureInstall } from './ensure-install.mjs';
import { main, runNode } from './run-step.mjs';

main(() => {
  ensureInstall();
  ensureBuild();
  const demo = ['--import', 'tsx', 'examples/01-first-bot/demo.ts', '--once', ...process.argv.slice(2)];
  // Settings without paths, so that the example imports `cogwork` from dist, as a user's bot does.
  return runNode(demo, { env: { TSX_TSCONFIG_PATH: 'examples/tsconfig.json' } });
});
