import { describe, expect, test } from '@jest/globals';
import { Activity } from '../../src/pipeline/activity.js';
import type { HandlerOrigin } from '../../src/pipeline/handler.js';

const origin: HandlerOrigin = { kind: 'button', name: 'x', cog: 'Cog', method: 'press' };

/** Promise with the way to settle it. */
function gate(): { readonly promise: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

describe('activity', () => {
  test('is idle when every handler has settled, also by a rejection', async () => {
    const activity = new Activity();
    const work = gate();
    const run = activity.track(origin, () => work.promise.then(() => Promise.reject(new Error('no'))));
    expect(activity.isIdle).toBe(false);
    expect(activity.running).toEqual([origin]);
    work.open();
    await expect(run).rejects.toThrow('no');
    await activity.whenIdle();
    expect(activity.isIdle).toBe(true);
  });

  test('does not count a handler while it waits for a person', async () => {
    const activity = new Activity();
    const [person, rest] = [gate(), gate()];
    const run = activity.track(origin, async () => {
      await activity.park(person.promise);
      await rest.promise;
    });
    await activity.whenIdle();
    person.open();
    await new Promise(setImmediate);
    expect(activity.isIdle).toBe(false);
    rest.open();
    await run;
    await activity.whenIdle();
    expect(activity.isIdle).toBe(true);
  });
});
