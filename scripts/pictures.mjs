/** `npm run pictures`: takes the pictures of the playground in `docs/images` anew, by its tests. */

import { findChromium } from './debian-packages.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { main, runNode } from './run-step.mjs';

main(() => {
  if (!findChromium()) throw new Error('Pictures need Chromium: install it, or name one with CHROMIUM_PATH.');
  ensureBuild();
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', 'test/playground/page.test.ts'];
  return runNode(jest, { env: { COGWORK_SCREENSHOTS: 'docs/images', COGWORK_SCREENSHOT_SCALE: '1.5' } });
});
