/** Where `npm test` leaves its numbers; run by itself, prints them as one line. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './run-step.mjs';

const folder = join(root, 'node_modules', '.cache', 'cogwork', 'test');

/** Jest's own report. */
export const jestResultPath = join(folder, 'jest.json');
/** Numbers of all steps together. */
export const summaryPath = join(folder, 'summary.json');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const counts = existsSync(summaryPath)
    ? JSON.parse(readFileSync(summaryPath, 'utf8'))
    : { passed: 0, failed: 1 };
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
}
