/**
 * `npm test`: everything that must hold, from a fresh clone onwards. Extra arguments go to Jest.
 *
 * Every step runs even when an earlier one failed, so that one run shows all there is to repair.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensureDebianPackages } from './debian-packages.mjs';
import { build } from './ensure-build.mjs';
import { ensureInstall } from './ensure-install.mjs';
import { runJest } from './run-jest.mjs';
import { runNode, seconds } from './run-step.mjs';
import { jestResultPath, summaryPath } from './test-summary.mjs';

const steps = [
  ['install', install],
  ['lint', () => runNode(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'])],
  ['types', checkTypes],
  ['build', build],
  ['tests', runTests],
];

rmSync(dirname(summaryPath), { recursive: true, force: true });
const outcomes = [];
for (const [name, run] of steps) {
  console.log(`\n── ${name}`);
  const startedAt = performance.now();
  const code = await run();
  outcomes.push({ name, isOk: code === 0, elapsed: seconds(performance.now() - startedAt) });
  if (name === 'install' && code !== 0) break;
}
finish();

/** Types of the package, and of the playground's page, which runs in a browser. */
function checkTypes() {
  const tsc = 'node_modules/typescript-7/bin/tsc';
  return runNode([tsc, '--noEmit']) || runNode([tsc, '-p', 'src/playground/page']);
}

/** Some tests need a browser or ffmpeg, and are skipped where they cannot be had. */
function runTests() {
  ensureDebianPackages();
  return runJest(process.argv.slice(2));
}

function install() {
  try {
    ensureInstall();
    return 0;
  } catch (error) {
    console.error(error.message);
    return 1;
  }
}

function finish() {
  const counts = countAll();
  console.log('');
  for (const { name, isOk, elapsed } of outcomes) {
    console.log(`${name.padEnd(8)} ${isOk ? 'ok' : 'FAILED'}  ${elapsed}`);
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  mkdirSync(dirname(summaryPath), { recursive: true });
  writeFileSync(summaryPath, JSON.stringify(counts));
  process.exitCode = counts.failed === 0 ? 0 : 1;
}

/** Tests of Jest, a suite that could not run as one failure, and each other step as one. */
function countAll() {
  const jest = existsSync(jestResultPath) ? JSON.parse(readFileSync(jestResultPath, 'utf8')) : {};
  const { numPassedTests: passed = 0, numFailedTests = 0, numRuntimeErrorTestSuites = 0 } = jest;
  const counts = { passed, failed: numFailedTests + numRuntimeErrorTestSuites };
  const isReported = counts.failed > 0;
  for (const { name, isOk } of outcomes) {
    if (name !== 'tests') counts[isOk ? 'passed' : 'failed'] += 1;
    else if (!isOk && !isReported) counts.failed += 1;
  }
  return counts;
}
