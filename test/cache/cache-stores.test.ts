import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import type { CacheStore } from '../../src/cache/cache-store.js';
import { cacheStoreConformance } from '../../src/cache/cache-store-conformance.js';
import { MemoryCacheStore } from '../../src/cache/memory-cache-store.js';
import { MessageStore } from '../../src/cache/message-store.js';
import { NullCacheStore } from '../../src/cache/null-cache-store.js';
import { PackedMemberStore } from '../../src/cache/packed/packed-member-store.js';
import { PackedUserStore } from '../../src/cache/packed/packed-user-store.js';
import type { MemberRecord, MessageRecord } from '../../src/models/records.js';
import { memberPayload, messagePayload } from '../dispatch/dispatch-scene.js';

interface Numbered {
  readonly id: string;
  readonly variant: number;
}

const numbered = {
  makeRecord: (_scope: string, id: string, variant: number): Numbered => ({ id, variant }),
  variantOf: (record: Numbered) => record.variant,
};

describe.each([true, false])('MemoryCacheStore, indexed: %s', (indexed) => {
  const makeStore = (): CacheStore<Numbered> => new MemoryCacheStore<Numbered>({ indexed });
  for (const { name, run } of cacheStoreConformance({ ...numbered, makeStore })) it(name, run);

  it('takes away what a newer record lacks', () => {
    const store = new MemoryCacheStore<{ a?: number; b?: number }>({ indexed });
    store.set('1', '2', { a: 1, b: 2 });
    const held = store.get('1', '2');
    store.set('1', '2', { b: 3 });
    expect(held).toEqual({ b: 3 });
  });
});

describe('PackedMemberStore', () => {
  const subject = {
    makeStore: (): CacheStore<MemberRecord> => new PackedMemberStore(new PackedUserStore()),
    makeRecord: (_scope: string, id: string, variant: number) =>
      memberPayload(id, { nick: String(variant) }) as unknown as MemberRecord,
    variantOf: (record: MemberRecord) => Number(record.nick),
  };
  for (const { name, run } of cacheStoreConformance(subject)) it(name, run);
});

describe('a store that is no store', () => {
  it('is found out', () => {
    const cases = cacheStoreConformance({ ...numbered, makeStore: () => new NullCacheStore<Numbered>() });
    const broken = cases.filter(({ run }) => {
      try {
        run();
        return false;
      } catch {
        return true;
      }
    });
    expect(broken).toHaveLength(cases.length);
  });
});

describe('MessageStore', () => {
  const message = (id: string, fields: object = {}): MessageRecord =>
    messagePayload(id, fields) as unknown as MessageRecord;
  const frameOf = (record: MessageRecord): Buffer =>
    Buffer.from(JSON.stringify({ t: 'MESSAGE_CREATE', s: 1, op: 0, d: record }));
  const ids = (store: MessageStore, channelId = '300000000000000005'): string[] =>
    [...store.values(channelId)].map(({ id }) => id);

  it('forgets the oldest beyond its limit', () => {
    const store = new MessageStore({ total: 3 });
    for (const id of ['1', '2', '3', '4']) store.set('300000000000000005', id, message(id));
    expect(ids(store)).toEqual(['2', '3', '4']);
    store.delete('300000000000000005', '3');
    for (const id of ['5', '6']) store.set('300000000000000005', id, message(id));
    expect(ids(store)).toEqual(['4', '5', '6']);
    expect(store.size).toBe(3);
  });

  it('forgets the oldest of a channel beyond the limit of each', () => {
    const store = new MessageStore({ total: 100, perChannel: 2 });
    for (const id of ['1', '2', '3']) store.set('300000000000000005', id, message(id));
    store.set('7', '4', message('4', { channel_id: '7' }));
    expect([ids(store), ids(store, '7')]).toEqual([['2', '3'], ['4']]);
  });

  it('keeps nothing when its limit is none', () => {
    const store = new MessageStore({ total: 0 });
    store.add(message('1'), undefined);
    expect(store.size).toBe(0);
  });

  it('gives back from the text what it was given, whatever its size and letters', () => {
    const store = new MessageStore({ total: 4 });
    const contents = ['short', 'größe 世界 🎉', 'x'.repeat(50_000), 'short again', 'y'.repeat(700), 'last'];
    contents.forEach((content, at) => {
      const record = message(String(at + 1), { content });
      const frame = frameOf(record);
      store.add(record, frame);
      frame.fill(0);
    });
    expect([...store.values('300000000000000005')].map(({ content }) => content)).toEqual(contents.slice(2));
  });

  it('gives one object from then on, and keeps it up to date', () => {
    const store = new MessageStore({ total: 4 });
    store.add(message('1'), frameOf(message('1')));
    const copied = store.copy('300000000000000005', '1');
    const held = store.get('300000000000000005', '1');
    expect(store.get('300000000000000005', '1')).toBe(held);
    const before = store.changes;
    store.set('300000000000000005', '1', message('1', { content: 'edited' }));
    expect([held?.content, copied?.content, store.changes > before]).toEqual(['edited', 'hello', true]);
  });

  it('forgets a channel or a guild as a whole', () => {
    const store = new MessageStore({ total: 10 });
    store.set('7', '1', message('1', { channel_id: '7' }));
    store.set('300000000000000005', '2', message('2'));
    store.set('300000000000000005', '3', message('3', { guild_id: '9' }));
    store.deleteScope('7');
    store.deleteGuild('9');
    expect(ids(store)).toEqual(['2']);
    store.clear();
    expect(store.size).toBe(0);
  });
});
