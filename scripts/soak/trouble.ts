import { setTimeout as wait } from 'node:timers/promises';
import type { Faults } from '../../src/emulator/index.js';
import type { SeededRandom } from './random.js';

type Fault = readonly [name: string, strike: (faults: Faults) => void];

/** Ends of a connection after which the session is resumed and nothing may be lost. */
const gatewayFaults: readonly Fault[] = [
  ['dropped connection', (faults) => faults.dropGateway()],
  ['close code 4000', (faults) => faults.closeGateway(4000)],
  ['request to reconnect', (faults) => faults.requestReconnect()],
];

const restFault: Fault = [
  'rate limit',
  (faults) => faults.rateLimitRequests({ path: '/messages', retryAfterMs: 200 }),
];

/**
 * Least time between two faults of the gateway.
 *
 * A connection that was healthy for 30 s is resumed at once; after a younger one the bot pauses, longer each time, and
 * an interaction does not wait for that: Discord gives it up after 3 s.
 */
const HEALTHY_MS = 31_000;

/** Makes trouble now and then, until the signal is aborted; gives how often each kind struck. */
export async function makeTrouble(
  target: Faults,
  random: SeededRandom,
  signal: AbortSignal,
  everyMs: number,
): Promise<ReadonlyMap<string, number>> {
  const struck = new Map<string, number>();
  let calmUntilMs = 0;
  while (!signal.aborted) {
    await wait(random.between(everyMs / 2, everyMs * 1.5), undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    const isCalm = performance.now() < calmUntilMs;
    const [name, strike] = isCalm ? restFault : random.pick(gatewayFaults);
    if (!isCalm) calmUntilMs = performance.now() + HEALTHY_MS;
    strike(target);
    struck.set(name, (struck.get(name) ?? 0) + 1);
  }
  return struck;
}
