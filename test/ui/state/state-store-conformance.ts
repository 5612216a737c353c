import { describe, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../src/emulator/clock/virtual-clock.js';
import type { StateStore } from '../../../src/ui/state/state-store.js';
import type { Clock } from '../../../src/utils/clock.js';

/** What every `StateStore` has to keep. */
export function describeStateStore(name: string, make: (clock: Clock) => Promise<StateStore>): void {
  const value = Uint8Array.from([1, 0, 255]);

  describe(`${name} as a state store`, () => {
    test('gives back what was set, and nothing for other keys', async () => {
      const store = await make(new VirtualClock());
      await store.set('a', value, 1000);
      expect(Uint8Array.from((await store.get('a')) ?? [])).toEqual(value);
      expect(await store.get('b')).toBeUndefined();
    });

    test('keeps the last value, independent of the buffer it was given', async () => {
      const store = await make(new VirtualClock());
      const buffer = Uint8Array.from([9]);
      await store.set('a', value, 1000);
      await store.set('a', buffer, 1000);
      buffer[0] = 8;
      expect(Uint8Array.from((await store.get('a')) ?? [])).toEqual(Uint8Array.from([9]));
    });

    test('forgets a value when its time is over', async () => {
      const clock = new VirtualClock();
      const store = await make(clock);
      await store.set('a', value, 1000);
      await clock.advance(999);
      expect(await store.get('a')).toBeDefined();
      await clock.advance(1);
      expect(await store.get('a')).toBeUndefined();
    });

    test('forgets a deleted value, and deletes what is not there', async () => {
      const store = await make(new VirtualClock());
      await store.set('a', value, 1000);
      await store.delete('a');
      await store.delete('a');
      expect(await store.get('a')).toBeUndefined();
    });

    test('takes any key', async () => {
      const store = await make(new VirtualClock());
      await store.set('../../etc/passwd\0', value, 1000);
      expect(await store.get('../../etc/passwd\0')).toBeDefined();
    });
  });
}
