import type { Snowflake } from '../types/type-tools.js';
import type { Inspect } from '../utils/inspect-as.js';
import { inspectAs, inspectCustom } from '../utils/inspect-as.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import type { ModelHost } from './host.js';

/** View of a record that is not cached, bound to one bot. */
export abstract class Model<R> {
  readonly #host: ModelHost;
  /** Record in Discord's own names, for fields that have no property here. */
  readonly raw: R;

  /** @internal */
  constructor(host: ModelHost, record: R) {
    this.#host = host;
    this.raw = record;
  }

  /** Bot that sees it. @internal */
  protected get host(): ModelHost {
    return this.#host;
  }

  /** Record in Discord's own names. */
  toJSON(): R {
    return this.raw;
  }

  /** Shows the record when the model is printed. @internal */
  [inspectCustom](_depth: number, options: object, inspect: Inspect): string {
    return inspectAs(this, this.raw, options, inspect);
  }
}

/** View of a record that has an id. */
export abstract class IdentifiedModel<R extends { readonly id: Snowflake }> extends Model<R> {
  /** Id that Discord gave it. */
  get id(): Snowflake {
    return this.raw.id;
  }
  /** When it was made, in milliseconds since the Unix epoch; its id tells. */
  get createdTimestampMs(): number {
    return snowflakeTimeMs(this.id);
  }
  /** When it was made; its id tells. */
  get createdAt(): Date {
    return new Date(this.createdTimestampMs);
  }

  /** Whether the other is of the same entity. */
  equals(other: unknown): boolean {
    return other instanceof IdentifiedModel && other.constructor === this.constructor && other.id === this.id;
  }
}
