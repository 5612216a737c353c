/** How Vite builds the playground's page: into three files, which need nothing from elsewhere. */
export default {
  root: 'src/playground/page',
  base: './',
  logLevel: 'warn',
  build: {
    emptyOutDir: true,
    modulePreload: false,
    target: 'es2022',
    rollupOptions: {
      output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]', codeSplitting: false },
    },
  },
};
