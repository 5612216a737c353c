import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';

/** Each file holds one wrong use, with `// refused` on the line where the compiler must object. */
const folder = fileURLToPath(new URL('./refused/', import.meta.url));
const tsc = fileURLToPath(new URL('../../node_modules/typescript-7/bin/tsc', import.meta.url));
const cases = readdirSync(folder).filter((file) => file.endsWith('.ts'));

/** Lines with an error, by file. */
async function compile(): Promise<Map<string, number[]>> {
  const run = promisify(execFile)(process.execPath, [tsc, '--noEmit', '--pretty', 'false', '-p', folder]);
  const output = await run.then(
    ({ stdout }) => stdout,
    (error: { readonly stdout: string }) => error.stdout,
  );
  const errors = new Map<string, number[]>();
  for (const [, file, line] of output.matchAll(/^(?:.*[\\/])?([\w-]+\.ts)\((\d+),\d+\): error/gm)) {
    errors.set(file!, [...(errors.get(file!) ?? []), Number(line)]);
  }
  return errors;
}

describe('uses that must not compile', () => {
  let errors: Map<string, number[]>;

  beforeAll(async () => {
    errors = await compile();
  }, 120_000);

  test.each(cases)('%s is refused where it is marked, and nowhere else', (file) => {
    const lines = readFileSync(`${folder}${file}`, 'utf8').split('\n');
    const marked = lines.flatMap((line, index) => (line.includes('// refused') ? [index + 1] : []));
    expect(marked.length).toBeGreaterThan(0);
    expect([...new Set(errors.get(file) ?? [])]).toEqual(marked);
  });

  test('finds no error outside the cases', () => {
    expect([...errors.keys()].filter((file) => !cases.includes(file))).toEqual([]);
  });
});
