import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../src/emulator/clock/virtual-clock.js';
import { FileStateStore } from '../../../src/ui/state/file-state-store.js';
import { MemoryStateStore } from '../../../src/ui/state/memory-state-store.js';
import { describeStateStore } from './state-store-conformance.js';

let folder = '';
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cogwork-state-'));
});

afterAll(() => rm(folder, { recursive: true }));

describeStateStore('MemoryStateStore', async (clock) => new MemoryStateStore(clock));
describeStateStore(
  'FileStateStore',
  async (clock) => new FileStateStore(join(folder, String(count++)), clock),
);

test('a MemoryStateStore drops the oldest beyond its size', async () => {
  const store = new MemoryStateStore(new VirtualClock(), 2);
  for (const key of ['a', 'b', 'c']) await store.set(key, Uint8Array.of(1), 1000);
  expect([await store.get('a'), store.size]).toEqual([undefined, 2]);
});

test('a FileStateStore finds what another wrote, and sweeps what has expired', async () => {
  const clock = new VirtualClock();
  const place = join(folder, 'shared');
  await new FileStateStore(place, clock).set('short', Uint8Array.of(1), 1000);
  await new FileStateStore(place, clock).set('long', Uint8Array.of(2), 5000);
  await clock.advance(1000);
  const store = new FileStateStore(place, clock);
  expect(await store.sweep()).toBe(1);
  expect(await readdir(place)).toHaveLength(1);
  expect(Buffer.from((await store.get('long')) ?? [])).toEqual(Buffer.of(2));
});
