/**
 * Sends documented requests to the emulator and looks whether each is accepted or refused as documented.
 *
 *     npm run check:payloads -- path/to/payloads
 *
 * The directory has JSON files in one folder per source; those that are requests are told by their names. Prints the
 * differences and fails if there are any.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { PayloadStage } from './payloads/payload-stage.js';
import type { Trial } from './payloads/payload-trials.js';
import { trialsOf } from './payloads/payload-trials.js';

async function main(directory: string | undefined): Promise<number> {
  if (directory === undefined) {
    console.error('Give a directory of payloads: npm run check:payloads -- payloads');
    return 2;
  }
  const count = { payloads: 0, requests: 0, trials: 0, refusals: 0, differences: 0 };
  for (const file of jsonFiles(directory)) {
    count.payloads += 1;
    const trials = await tryAll(join(directory, file), file);
    if (trials.length > 0) count.requests += 1;
    count.trials += trials.length;
    count.refusals += trials.filter(({ expected }) => /^\d/.test(expected)).length;
    for (const { name, expected, outcome } of trials) {
      if (outcome === expected || (expected === '50035' && outcome.startsWith('50035'))) continue;
      count.differences += 1;
      console.log(`differs  ${[file, name].filter(Boolean).join(' ')}: expected ${expected}, got ${outcome}`);
    }
  }
  console.log(
    `${count.payloads} payloads, ${count.requests} of them requests, ${count.trials} trials ` +
      `(${count.refusals} to be refused): ${count.trials - count.differences} as documented, ${count.differences} differ`,
  );
  return count.differences === 0 && count.trials > 0 ? 0 : 1;
}

/** Tries a payload on a fresh stage, so that no request leans on another. */
async function tryAll(path: string, file: string): Promise<(Trial & { outcome: string })[]> {
  const json = readFileSync(path, 'utf8');
  if (trialsOf(file, JSON.parse(json)).length === 0) return [];
  const stage = await PayloadStage.open();
  try {
    const outcomes = [];
    for (const trial of trialsOf(file, JSON.parse(stage.adapt(json))))
      outcomes.push({ ...trial, outcome: await trial.run(stage) });
    return outcomes;
  } finally {
    await stage.close();
  }
}

function jsonFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

main(process.argv[2]).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  },
);
