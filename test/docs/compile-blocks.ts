import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { BlockModule } from './block-modules.js';

const root = resolve('.');

/** Settings of the package, but for what fragments cannot keep to. */
const compilerOptions = {
  noEmit: true,
  noUnusedLocals: false,
  noUnusedParameters: false,
  verbatimModuleSyntax: false,
  isolatedModules: false,
  typeRoots: [`${root}/node_modules/@types`],
};

/** Writes the modules, runs the compiler once over their folder, and gives what it says, place by place in the pages. */
export async function compileBlocks(
  modules: readonly BlockModule[],
  folder: string,
): Promise<readonly string[]> {
  try {
    for (const { path, text } of modules) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: 'wx' }); // two blocks of one name are a mistake
    }
    const settings = { extends: `${root}/tsconfig.json`, compilerOptions, include: ['**/*'], exclude: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    return placesInPages(await runCompiler(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `docs/guide.md/block-12.ts(14,3): error TS…` → `docs/guide.md:14 …`, with what is said over several lines on one. */
function placesInPages(output: string): readonly string[] {
  return output
    .replaceAll(/\n\s+/g, ' ')
    .split('\n')
    .filter((line) => line !== '')
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((line) => line.replace(/^(?:\.\/)?(.+)\/[\w.-]+\.ts\((\d+),\d+\): error (TS\d+):/, '$1:$2 $3'));
}

function runCompiler(folder: string): Promise<string> {
  const tsc = join(root, 'node_modules/typescript-7/bin/tsc');
  return new Promise((done) => {
    execFile(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], { cwd: folder }, (_error, stdout) =>
      done(stdout),
    );
  });
}
