import type { Snowflake } from '../types/type-tools.js';
import type { ModelHost } from './host.js';
import type { RecordKind, RecordKinds } from './records.js';

/** Cached entities of one kind in all guilds of the bot. */
export abstract class GuildWideList<K extends RecordKind, M> implements Iterable<M> {
  readonly #host: ModelHost;
  readonly #kind: K;

  constructor(host: ModelHost, kind: K) {
    this.#host = host;
    this.#kind = kind;
  }

  /** Bot that looks through its guilds. @internal */
  protected get host(): ModelHost {
    return this.#host;
  }

  /** How many are cached. */
  get size(): number {
    const { records } = this.#host;
    let size = 0;
    for (const { id } of records.list('guild', '')) size += records.count(this.#kind, id);
    return size;
  }

  /** Cached one of any guild, or `undefined`; never a request. */
  get(id: Snowflake): M | undefined {
    const { records } = this.#host;
    for (const guild of records.list('guild', '')) {
      const record = records.get(this.#kind, guild.id, id);
      if (record) return this.make(guild.id, record);
    }
    return undefined;
  }

  /** First cached one that fits. */
  find(fits: (model: M) => boolean): M | undefined {
    for (const model of this) if (fits(model)) return model;
    return undefined;
  }

  /** Cached ones that fit. */
  filter(fits: (model: M) => boolean): M[] {
    return [...this].filter(fits);
  }

  /** Goes through those of all guilds. */
  *[Symbol.iterator](): IterableIterator<M> {
    const { records } = this.#host;
    for (const { id } of records.list('guild', '')) {
      for (const record of records.list(this.#kind, id)) yield this.make(id, record);
    }
  }

  /** Makes the model of a record. */
  protected abstract make(guildId: Snowflake, record: RecordKinds[K]): M;
}
