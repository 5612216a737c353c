/** `npm run build`: installs if needed, then compiles `src` to `dist`. */
import { build } from './ensure-build.mjs';
import { ensureInstall } from './ensure-install.mjs';

ensureInstall();
process.exitCode = build();
