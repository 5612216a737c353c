import type { Snowflake } from '../types/type-tools.js';
import type { CacheStore } from './cache-store.js';

/** One promise of the port, and how to find out whether a store keeps it. */
export interface ConformanceCase {
  /** Promise that is looked at, in words. */
  readonly name: string;
  /** Throws when the promise is broken. */
  readonly run: () => void;
}

/** What the cases need to know of the store under test. */
export interface ConformanceSubject<R> {
  /** Makes an empty store. */
  readonly makeStore: () => CacheStore<R>;
  /** Record with this id, different for each `variant`. */
  readonly makeRecord: (scope: Snowflake, id: Snowflake, variant: number) => R;
  /** Number that `makeRecord` was given. */
  readonly variantOf: (record: R) => number;
}

const scopeA = '300000000000000000';
const scopeB = '300000000000000010';
const first = '200000000000000001';
const second = '200000000000000002';

/**
 * Cases that every `CacheStore` must pass; run each as a test of your own runner.
 *
 * @example
 * ```ts
 * const cases = cacheStoreConformance({
 *   makeStore: () => new MemoryCacheStore<{ id: string; variant: number }>(),
 *   makeRecord: (_scope, id, variant) => ({ id, variant }),
 *   variantOf: ({ variant }) => variant,
 * });
 * for (const { name, run } of cases) it(name, run);
 * ```
 */
export function cacheStoreConformance<R>(subject: ConformanceSubject<R>): ConformanceCase[] {
  const { makeRecord, variantOf } = subject;
  const filled = (): CacheStore<R> => {
    const store = subject.makeStore();
    store.set(scopeA, first, makeRecord(scopeA, first, 1));
    store.set(scopeA, second, makeRecord(scopeA, second, 2));
    store.set(scopeB, first, makeRecord(scopeB, first, 3));
    return store;
  };
  const variant = (record: R | undefined): number | undefined => record && variantOf(record);
  return [
    {
      name: 'finds a record by scope and id, and nothing else',
      run: () => {
        const store = filled();
        same(variant(store.get(scopeA, second)), 2, 'get');
        same(store.get(scopeB, second), undefined, 'get of another scope');
        same([store.has(scopeA, first), store.has(scopeB, second)], [true, false], 'has');
        same(variant(store.find(second)), 2, 'find');
        same(store.find('999999999999999999'), undefined, 'find of nothing');
      },
    },
    {
      name: 'counts and lists the records of a scope',
      run: () => {
        const store = filled();
        same([store.count(scopeA), store.count(scopeB), store.count('5')], [2, 1, 0], 'count');
        same([...store.values(scopeA)].map(variantOf).sort(), [1, 2], 'values');
        same([...store.values('5')], [], 'values of nothing');
      },
    },
    {
      name: 'keeps a held record up to date, and a copy as it was',
      run: () => {
        const store = filled();
        const held = store.get(scopeA, first);
        const copied = store.copy(scopeA, first);
        store.set(scopeA, first, makeRecord(scopeA, first, 9));
        same([variant(held), variant(copied), variant(store.get(scopeA, first))], [9, 1, 9], 'variants');
        same(store.count(scopeA), 2, 'count');
        same(store.copy(scopeA, '5'), undefined, 'copy of nothing');
      },
    },
    {
      name: 'deletes one record, and says whether there was one',
      run: () => {
        const store = filled();
        same([store.delete(scopeA, first), store.delete(scopeA, first)], [true, false], 'delete');
        same(
          [store.has(scopeA, first), store.has(scopeB, first), store.count(scopeA)],
          [false, true, 1],
          'rest',
        );
      },
    },
    {
      name: 'deletes a scope, and everything',
      run: () => {
        const store = filled();
        store.deleteScope(scopeA);
        same(
          [store.count(scopeA), store.count(scopeB), store.find(second)],
          [0, 1, undefined],
          'after deleteScope',
        );
        store.clear();
        same([store.size, store.count(scopeB)], [0, 0], 'after clear');
      },
    },
  ];
}

function same(actual: unknown, expected: unknown, what: string): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}: expected ${right}, got ${left}`);
}
