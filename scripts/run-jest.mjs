/** Runs Jest in a process group of its own, so that neither a test that hangs nor what it started stays behind. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { root, seconds } from './run-step.mjs';
import { jestResultPath } from './test-summary.mjs';

/** Time after which tests that do not end are ended. */
const RUN_LIMIT_MS = 45 * 60_000;
/** Time that Jest gets to end after its last test. */
const EXIT_LIMIT_MS = Number(process.env.COGWORK_TEST_EXIT_LIMIT_MS ?? 20_000);

const options = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  '--json',
  `--outputFile=${jestResultPath}`,
];

/** Runs Jest with these arguments besides; gives its exit code, 1 when it had to be ended. */
export async function runJest(args) {
  mkdirSync(dirname(jestResultPath), { recursive: true });
  const jest = spawn(process.execPath, [...options, ...args], {
    cwd: root,
    stdio: 'inherit',
    detached: true,
  });
  const forward = (signal) => endGroup(jest, signal);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, forward);
  const watch = watchForHang(jest);
  const code = await new Promise((resolve) => jest.once('close', resolve));
  clearInterval(watch);
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, forward);
  endGroup(jest, 'SIGKILL');
  return code ?? 1;
}

/** Ends Jest when it takes too long, or when it reported its results and still does not exit. */
function watchForHang(jest) {
  const startedAt = performance.now();
  let reportedAt = Number.POSITIVE_INFINITY;
  return setInterval(() => {
    const now = performance.now();
    if (existsSync(jestResultPath)) reportedAt = Math.min(reportedAt, now);
    const isOpen = now - reportedAt > EXIT_LIMIT_MS;
    if (!isOpen && now - startedAt < RUN_LIMIT_MS) return;
    console.error(
      isOpen
        ? 'Jest did not exit after its last test: a test left a timer, a socket or a process open.'
        : `The tests did not end within ${seconds(RUN_LIMIT_MS)}.`,
    );
    endGroup(jest, 'SIGKILL');
  }, 250);
}

function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
