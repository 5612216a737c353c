import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import type { CacheStore } from '../../../src/cache/cache-store.js';
import { cacheStoreConformance } from '../../../src/cache/cache-store-conformance.js';
import { RecordList } from '../../../src/cache/text/record-list.js';
import { TextCacheStore } from '../../../src/cache/text/text-cache-store.js';
import { seededRandom } from '../../gateway/support/seeded-random.js';

interface Place {
  readonly id: string;
  readonly variant: number;
  readonly guild_id?: string;
}

const scope = '300000000000000000';
const other = '300000000000000010';

function listOf(records: readonly object[]): RecordList {
  const list = new RecordList();
  list.read(Buffer.from(JSON.stringify(records)), 0);
  return list;
}

function storeWith(records: readonly object[], indexed = true): TextCacheStore<Place> {
  const store = new TextCacheStore<Place>({
    indexed,
    complete: (record, guildId) => Object.assign(record, { guild_id: guildId }),
  });
  store.putText(scope, listOf(records));
  return store;
}

const place = (id: number, variant: number): Place => ({ id: String(id), variant });
const variants = (records: Iterable<Place>): number[] => [...records].map(({ variant }) => variant);

/** A store in which what is set was text before, so that the cases look at text too. */
class StoreOfTexts extends TextCacheStore<Place> {
  override set(within: string, id: string, record: Place): void {
    const known = [...this.values(within)].filter((held) => held.id !== id);
    if (this.has(within, id)) super.set(within, id, record);
    else this.putText(within, listOf([...known, record]));
  }
}

describe.each([true, false])('TextCacheStore, indexed: %s', (indexed) => {
  const subject = {
    makeRecord: (_scope: string, id: string, variant: number): Place => ({ id, variant }),
    variantOf: (record: Place) => record.variant,
  };
  const makeStore = (): CacheStore<Place> => new TextCacheStore<Place>({ indexed });
  for (const { name, run } of cacheStoreConformance({ ...subject, makeStore })) it(name, run);
  const makeTexts = (): CacheStore<Place> => new StoreOfTexts({ indexed });
  for (const { name, run } of cacheStoreConformance({ ...subject, makeStore: makeTexts }))
    it(`${name}, of records that came as text`, run);

  it('gives one object for one record, completed, and lists it in the order in which it came', () => {
    const store = storeWith([place(1, 10), place(2, 20), place(3, 30)], indexed);
    const second = store.get(scope, '2');
    expect(second).toEqual({ id: '2', variant: 20, guild_id: scope });
    expect(store.get(scope, '2')).toBe(second);
    expect(store.find('2')).toBe(second);
    store.set(scope, '4', place(4, 40));
    expect(variants(store.values(scope))).toEqual([10, 20, 30, 40]);
    expect(store.get(scope, '2')).toBe(second);
    expect([store.size, store.count(scope)]).toEqual([4, 4]);
  });

  it('finds a record by its id alone while it is text', () => {
    const store = storeWith([place(1, 10), place(2, 20)], indexed);
    expect(store.find('2')?.guild_id).toBe(scope);
    expect([store.find('3'), store.find('nonsense')]).toEqual([undefined, undefined]);
  });

  it('copies a record without making it an object', () => {
    const store = storeWith([place(1, 10)], indexed);
    expect(store.copy(scope, '1')).toEqual({ id: '1', variant: 10, guild_id: scope });
    expect(store.copy(scope, '1')).not.toBe(store.copy(scope, '1'));
  });

  it('keeps a held record up to date when its guild comes again', () => {
    const store = storeWith([place(1, 10), place(2, 20), place(3, 30)], indexed);
    const [first, second] = [store.get(scope, '1'), store.get(scope, '2')];
    store.putText(scope, listOf([place(3, 33), place(1, 11)]));
    expect(first?.variant).toBe(11);
    expect(store.get(scope, '1')).toBe(first);
    expect([second?.variant, store.has(scope, '2'), store.find('2')]).toEqual([20, false, undefined]);
    expect(variants(store.values(scope))).toEqual([33, 11]);
  });

  it('forgets what was deleted while it was text', () => {
    const store = storeWith([place(1, 10), place(2, 20)], indexed);
    expect([store.delete(scope, '1'), store.delete(scope, '1'), store.delete(scope, '7')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([store.find('1'), store.get(scope, '1'), store.count(scope), store.size]).toEqual([
      undefined,
      undefined,
      1,
      1,
    ]);
    expect(variants(store.values(scope))).toEqual([20]);
  });

  it('keeps records whose id is no number', () => {
    const store = storeWith([{ id: 'odd', variant: 1 }, place(2, 20)], indexed);
    expect([store.get(scope, 'odd')?.variant, store.count(scope)]).toEqual([1, 2]);
  });
});

describe('any sequence of changes', () => {
  it('leaves a store of texts as it leaves a map', () => {
    const random = seededRandom(11);
    for (let round = 0; round < 200; round++) {
      const store = new TextCacheStore<Place>({ indexed: round % 2 === 0 });
      const expected = new Map<string, Map<string, number>>();
      for (let step = 0; step < 40; step++) change(store, expected, random);
      for (const within of [scope, other]) {
        const records = expected.get(within) ?? new Map<string, number>();
        expect([...store.values(within)].map(({ id, variant }) => [id, variant]).sort()).toEqual(
          [...records].sort(),
        );
        expect(store.count(within)).toBe(records.size);
      }
      expect(store.size).toBe([...expected.values()].reduce((sum, { size }) => sum + size, 0));
    }
  });
});

function change(
  store: TextCacheStore<Place>,
  expected: Map<string, Map<string, number>>,
  random: () => number,
): void {
  const within = random() < 0.5 ? scope : other;
  const base = within === scope ? 100 : 200;
  const id = String(base + Math.floor(random() * 6));
  const records = expected.get(within) ?? new Map<string, number>();
  const what = random();
  const variant = Math.floor(random() * 1000);
  if (what < 0.15) {
    const ids = [...new Set([id, String(base + 1), String(base + Math.floor(random() * 6))])];
    store.putText(within, listOf(ids.map((each) => ({ id: each, variant }))));
    expected.set(within, new Map(ids.map((each) => [each, variant])));
    return;
  }
  if (what < 0.35) {
    store.set(within, id, { id, variant });
    expected.set(within, records.set(id, variant));
  } else if (what < 0.5) expect(store.delete(within, id)).toBe(records.delete(id));
  else if (what < 0.6) expect(store.find(id)?.variant).toBe(records.get(id));
  else if (what < 0.65) {
    store.deleteScope(within);
    expected.delete(within);
  } else if (what < 0.8)
    expect([store.has(within, id), store.copy(within, id)?.variant]).toEqual([
      records.has(id),
      records.get(id),
    ]);
  else expect(store.get(within, id)?.variant).toBe(records.get(id));
}
