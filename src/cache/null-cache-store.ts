import type { CacheStore } from './cache-store.js';

/** Store that keeps nothing: what stands in for a kind that is switched off. */
export class NullCacheStore<R> implements CacheStore<R> {
  get size(): number {
    return 0;
  }

  get(): undefined {
    return undefined;
  }

  find(): undefined {
    return undefined;
  }

  has(): boolean {
    return false;
  }

  set(): void {}

  copy(): undefined {
    return undefined;
  }

  delete(): boolean {
    return false;
  }

  values(): Iterable<R> {
    return [];
  }

  count(): number {
    return 0;
  }

  deleteScope(): void {}

  clear(): void {}
}
