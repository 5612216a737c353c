import { Rest } from '../../../src/rest/rest.js';
import type { RestOptions } from '../../../src/rest/rest-options.js';
import { ManualClock } from './manual-clock.js';
import type { Script } from './scripted-dispatcher.js';
import { ScriptedDispatcher } from './scripted-dispatcher.js';

/** Token of the form that Discord gives out; its owner is 10000000000000001. */
export const TOKEN = `${Buffer.from('10000000000000001').toString('base64url')}.AbCdEf.not-a-real-secret-at-all`;

/** REST client on a manual clock whose requests a script answers. */
export interface ScriptedRest {
  readonly rest: Rest;
  readonly clock: ManualClock;
  readonly wire: ScriptedDispatcher;
}

export function scriptedRest(script: Script, options: RestOptions = {}): ScriptedRest {
  const clock = new ManualClock();
  const wire = new ScriptedDispatcher(script, () => clock.now());
  const rest = new Rest(TOKEN, { dispatcher: wire, clock, baseUrl: 'http://discord.test/api', ...options });
  return { rest, clock, wire };
}

/** Rate limit headers as Discord sends them, for a window that ends at `resetAtMs`. */
export function limitHeaders(
  clock: ManualClock,
  values: { bucket?: string; limit: number; remaining: number; resetAtMs: number },
): Record<string, string> {
  return {
    'x-ratelimit-bucket': values.bucket ?? 'abcd',
    'x-ratelimit-limit': String(values.limit),
    'x-ratelimit-remaining': String(values.remaining),
    'x-ratelimit-reset': (values.resetAtMs / 1000).toFixed(3),
    'x-ratelimit-reset-after': ((values.resetAtMs - clock.now()) / 1000).toFixed(3),
  };
}

/** What became of a promise, once everything has settled. */
export async function outcomeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => value,
    (error: unknown) => error,
  );
}
