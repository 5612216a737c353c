import { existsSync } from 'node:fs';

/** Where the built page lies: beside the compiled code, or in `dist` when the sources themselves are run. */
export function findPage(): URL | undefined {
  return ['../playground-page/', '../../dist/playground-page/']
    .map((path) => new URL(path, import.meta.url))
    .find((folder) => existsSync(new URL('index.html', folder)));
}
