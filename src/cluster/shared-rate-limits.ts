import type { Awaitable } from '../types/type-tools.js';

/** REST limits that all processes of a bot obey together; the shape of REST's `RateLimitStore`. */
export interface SharedRateLimits<Bucket = unknown> {
  /** Takes one of the requests that may be sent in this second; gives how long to wait, in milliseconds. */
  takeGlobal(owner: string, perSecond: number, nowMs: number): Awaitable<number>;
  /** Holds all requests back until a moment, in milliseconds since the Unix epoch. */
  blockGlobal(owner: string, untilMs: number): Awaitable<void>;
  /** Bucket that was saved under a key, if any. */
  load(key: string): Awaitable<Bucket | undefined>;
  /** Keeps a bucket under a key. */
  save(key: string, bucket: Bucket): Awaitable<void>;
}
