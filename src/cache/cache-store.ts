import { portToken } from '../types/token.js';
import type { Snowflake } from '../types/type-tools.js';

/**
 * Where the records of one kind are kept.
 *
 * Records stand in scopes: those of a guild in the scope of its id, messages in the scope of their channel, users and
 * guilds in the empty scope. A store may be anything that answers at once; `cacheStoreConformance` of `cogwork/testing` tests an own one.
 */
export interface CacheStore<R> {
  /** How many records there are in all scopes. */
  readonly size: number;
  /** Record that stays up to date for as long as it is held, or `undefined`. */
  get(scope: Snowflake, id: Snowflake): R | undefined;
  /** Record found by its id alone, for kinds whose ids are unique. */
  find(id: Snowflake): R | undefined;
  /** Whether there is a record. */
  has(scope: Snowflake, id: Snowflake): boolean;
  /** Adds a record or updates the one that is there, which keeps its identity. */
  set(scope: Snowflake, id: Snowflake, record: R): void;
  /** Copy that later updates do not change. */
  copy(scope: Snowflake, id: Snowflake): R | undefined;
  /** Removes a record; says whether there was one. */
  delete(scope: Snowflake, id: Snowflake): boolean;
  /** Records of a scope; changing the store while iterating is not allowed. */
  values(scope: Snowflake): Iterable<R>;
  /** How many records a scope has. */
  count(scope: Snowflake): number;
  /** Removes all records of a scope. */
  deleteScope(scope: Snowflake): void;
  /** Removes all records. */
  clear(): void;
}

/** Token by which a store is injected. */
export const CacheStore = portToken<CacheStore<unknown>>('CacheStore');
