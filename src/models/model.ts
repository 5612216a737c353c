import type { Snowflake } from '../types/type-tools.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import type { ModelHost } from './host.js';

/** View of a record, bound to one bot. */
export abstract class Model<R> {
  /** Bot that sees it. @internal */
  protected readonly host: ModelHost;
  /** Record in Discord's own names, for fields that have no property here. */
  readonly raw: R;

  /** @internal */
  constructor(host: ModelHost, record: R) {
    this.host = host;
    this.raw = record;
  }

  /** Record in Discord's own names. */
  toJSON(): R {
    return this.raw;
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
}
