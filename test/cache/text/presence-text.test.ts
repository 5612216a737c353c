import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { PackedPresenceStore } from '../../../src/cache/packed/packed-presence-store.js';
import { PresenceText } from '../../../src/cache/text/presence-text.js';
import type { PresenceRecord } from '../../../src/models/records.js';
import { seededRandom } from '../../gateway/support/seeded-random.js';

interface Fields {
  readonly status?: unknown;
  readonly activities?: unknown;
  readonly client_status?: unknown;
  readonly user?: object;
}

function update(id: string, fields: Fields = {}): object {
  return {
    user: { id },
    status: 'online',
    guild_id: '300000000000000000',
    client_status: { desktop: 'online' },
    activities: [],
    broadcast: null,
    ...fields,
  };
}

function read(data: unknown): PresenceText | undefined {
  const bytes = Buffer.from(`"d":${JSON.stringify(data)}}`);
  return new PresenceText().read(bytes, 4, bytes.length - 1);
}

function put(store: PackedPresenceStore, data: object): void {
  const text = read(data);
  expect(text).toBeDefined();
  store.putText(text!);
}

const recordOf = (data: object): PresenceRecord => {
  const { user, status, activities, client_status } = data as PresenceRecord & { user: { id: string } };
  return { user_id: user.id, status, activities, client_status };
};

describe('presences read from text', () => {
  it('are kept as they are, and can be parsed whole', () => {
    const store = new PackedPresenceStore();
    const data = update('5', {
      activities: [{ name: 'é 😀 "', type: 0, nested: { list: [1] } }],
      status: 'dnd',
    });
    put(store, data);
    expect([store.size, store.count(), store.has('', '5'), store.has('', '6')]).toEqual([1, 1, true, false]);
    expect(store.copy('', '5')).toEqual(recordOf(data));
    expect(store.find('5')).toEqual(recordOf(data));
    expect([read(data)?.guild_id, read(data)?.parse()]).toEqual(['300000000000000000', data]);
  });

  it('are left to the parser when they bring news of the user, or are written in another way', () => {
    const odd = [
      update('5', { user: { id: '5', username: 'renamed' } }),
      update('5', { status: null }),
      update('5', { activities: null }),
      update('5', { client_status: 'x' }),
      update('5', { user: {} }),
      { status: 'online' },
      [],
      null,
    ];
    expect(odd.map((data) => read(data))).toEqual(odd.map(() => undefined));
  });

  it('stay up to date for who holds one', () => {
    const store = new PackedPresenceStore();
    put(store, update('5'));
    const held = store.get('', '5');
    put(store, update('5', { status: 'idle' }));
    expect(held?.status).toBe('idle');
    expect(store.get('', '5')).toBe(held);
    put(store, update('5', { status: 'offline' }));
    expect([store.get('', '5'), held?.status, store.size]).toEqual([undefined, 'idle', 0]);
  });

  it('may be of any length', () => {
    const store = new PackedPresenceStore();
    const long = update('5', { activities: [{ name: 'x'.repeat(70_000) }] });
    put(store, long);
    expect(store.copy('', '5')).toEqual(recordOf(long));
    put(store, update('5'));
    expect(store.copy('', '5')).toEqual(recordOf(update('5')));
    put(store, { ...long, status: 'offline' });
    expect(store.size).toBe(0);
  });

  it('are what a map would hold, after any sequence of changes', () => {
    const random = seededRandom(5);
    const store = new PackedPresenceStore();
    const expected = new Map<string, PresenceRecord>();
    for (let step = 0; step < 20_000; step++) {
      const id = String(10 ** 17 + Math.floor(random() * 300));
      const what = random();
      if (what < 0.8) {
        const status = random() < 0.2 ? 'offline' : 'online';
        const data = update(id, { status, activities: [{ name: 'x'.repeat(Math.floor(random() * 900)) }] });
        put(store, data);
        if (status === 'offline') expected.delete(id);
        else expected.set(id, recordOf(data));
      } else if (what < 0.85) expect(store.get('', id)).toEqual(expected.get(id));
      else if (what < 0.9) expect(store.delete('', id)).toBe(expected.delete(id));
      else if (what < 0.95) expect(store.copy('', id)).toEqual(expected.get(id));
      else {
        const record = recordOf(update(id));
        store.set('', id, { ...record });
        expected.set(id, record);
      }
    }
    expect(store.size).toBe(expected.size);
    const byId = (records: Iterable<PresenceRecord>): PresenceRecord[] =>
      [...records].sort((a, b) => Number(BigInt(a.user_id) - BigInt(b.user_id)));
    expect(byId(store.values())).toEqual(byId(expected.values()));
  });
});
