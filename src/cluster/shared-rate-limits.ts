import type { Awaitable } from '../types/type-tools.js';

/** REST limits that all processes of a bot obey together; the shape of REST's `RateLimitStore`. */
export interface SharedRateLimits<Bucket = unknown> {
  takeGlobal(owner: string, perSecond: number, nowMs: number): Awaitable<number>;
  blockGlobal(owner: string, untilMs: number): Awaitable<void>;
  load(key: string): Awaitable<Bucket | undefined>;
  save(key: string, bucket: Bucket): Awaitable<void>;
}
