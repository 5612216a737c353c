import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { KeyvSqlite } from '@resolid/keyv-sqlite';
import Keyv from 'keyv';
import { VirtualClock } from '../../../src/emulator/clock/virtual-clock.js';
import { FileStateStore } from '../../../src/ui/state/file-state-store.js';
import { KeyValueStateStore } from '../../../src/ui/state/key-value-state-store.js';
import { MemoryStateStore } from '../../../src/ui/state/memory-state-store.js';
import type { Clock } from '../../../src/utils/clock.js';
import { describeStateStore } from './state-store-conformance.js';

let folder = '';
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cogwork-state-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Key-value store as services offer them, with text as values and an expiry of its own. */
class ExpiringMap {
  readonly #clock: Clock;
  readonly #entries = new Map<string, { readonly text: string; readonly expiresAtMs: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async get(key: string): Promise<unknown> {
    const entry = this.#entries.get(key);
    return entry && entry.expiresAtMs > this.#clock.now() ? JSON.parse(entry.text) : undefined;
  }

  async set(key: string, value: unknown, ttlMs: number): Promise<void> {
    this.#entries.set(key, { text: JSON.stringify(value), expiresAtMs: this.#clock.now() + ttlMs });
  }

  async delete(key: string): Promise<boolean> {
    return this.#entries.delete(key);
  }
}

describeStateStore('MemoryStateStore', async (clock) => new MemoryStateStore(clock));
describeStateStore(
  'FileStateStore',
  async (clock) => new FileStateStore(join(folder, String(count++)), clock),
);

describeStateStore('KeyValueStateStore', async (clock) => new KeyValueStateStore(new ExpiringMap(clock)));

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

test('a KeyValueStateStore over Keyv and SQLite finds what another process wrote', async () => {
  const uri = join(folder, 'views.sqlite');
  const first = new Keyv(new KeyvSqlite({ uri }));
  await new KeyValueStateStore(first).set('key', Uint8Array.of(0, 127, 255), 60_000);
  await first.disconnect();
  const second = new Keyv(new KeyvSqlite({ uri }));
  const store = new KeyValueStateStore(second);
  expect(await store.get('key')).toEqual(Buffer.of(0, 127, 255));
  await store.delete('key');
  expect(await store.get('key')).toBeUndefined();
  await second.disconnect();
});
