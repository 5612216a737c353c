import type { ShardState } from './shard-state.js';

/** Facts of a shard at one moment. */
export interface ShardInfo {
  readonly id: number;
  /** How many shards the bot has in all. */
  readonly shardCount: number;
  /** Milliseconds of the last heartbeat's round trip; NaN before the first acknowledgement. */
  readonly latencyMs: number;
  /** Whether the shard is connected and has a session. */
  readonly isAlive: boolean;
  /** Intents it identified with, as bits. */
  readonly intents: number;
  readonly state: ShardState;
}

/** Options of `GatewayShard.join`. */
export interface JoinOptions {
  /** Gives up waiting; the socket is left alone. */
  readonly signal?: AbortSignal;
}

/** Options of closing. */
export interface CloseOptions {
  /** Close code; 1000 ends the session. @defaultValue 1000 */
  readonly code?: number;
  /** Leaves the session alive, so that it can be resumed later, also by another process. */
  readonly keepSession?: boolean;
}
