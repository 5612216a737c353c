/** `npm run build`: installs if needed, then compiles `src` to `dist`. */
import { build } from './ensure-build.mjs';
import { ensureInstall } from './ensure-install.mjs';
import { main } from './run-step.mjs';

main(() => {
  ensureInstall();
  return build();
});
