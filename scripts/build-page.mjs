/** Builds the playground's page into the folder that is given: three files, which need nothing from elsewhere. */
import { resolve } from 'node:path';
import { build } from 'vite';
import { root } from './run-step.mjs';

const [outDir = 'dist/playground-page'] = process.argv.slice(2);

await build({
  configFile: false,
  root: resolve(root, 'src/playground/page'),
  base: './',
  logLevel: 'warn',
  build: {
    outDir: resolve(root, outDir),
    emptyOutDir: true,
    modulePreload: false,
    target: 'es2022',
    rollupOptions: {
      output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]', codeSplitting: false },
    },
  },
});
