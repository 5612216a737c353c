import type { Snowflake } from '../types/type-tools.js';
import type { ModelHost } from './host.js';
import type { RecordKind, RecordKinds } from './records.js';

/** Cached entities of one kind in one guild. */
export abstract class EntityList<K extends RecordKind, M> implements Iterable<M> {
  /** Guild whose list it is. */
  readonly guildId: Snowflake;
  readonly #host: ModelHost;
  readonly #kind: K;

  constructor(host: ModelHost, kind: K, guildId: Snowflake) {
    this.#host = host;
    this.#kind = kind;
    this.guildId = guildId;
  }

  /** Bot that looks the list up. @internal */
  protected get host(): ModelHost {
    return this.#host;
  }

  /** How many are cached. */
  get size(): number {
    return this.#host.records.count(this.#kind, this.guildId);
  }

  /** Cached one, or `undefined`; never a request. */
  get(id: Snowflake): M | undefined {
    const record = this.#host.records.get(this.#kind, this.guildId, id);
    return record && this.make(record);
  }

  /** Whether it is cached. */
  has(id: Snowflake): boolean {
    return this.#host.records.get(this.#kind, this.guildId, id) !== undefined;
  }

  /** First cached one that fits. */
  find(fits: (model: M) => boolean): M | undefined {
    for (const model of this) if (fits(model)) return model;
    return undefined;
  }

  /** Cached ones that fit. */
  filter<S extends M>(fits: (model: M) => model is S): S[];
  filter(fits: (model: M) => boolean): M[];
  filter(fits: (model: M) => boolean): M[] {
    return [...this].filter(fits);
  }

  /** Something of each cached one. */
  map<T>(transform: (model: M) => T): T[] {
    return [...this].map(transform);
  }

  /** Goes through the cached ones. */
  *[Symbol.iterator](): IterableIterator<M> {
    for (const record of this.#host.records.list(this.#kind, this.guildId)) yield this.make(record);
  }

  /** Makes the model of a record. */
  protected abstract make(record: RecordKinds[K]): M;
}
