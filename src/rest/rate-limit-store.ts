import { portToken } from '../types/token.js';
import type { Awaitable } from '../types/type-tools.js';
import type { WindowState } from './transport/bucket-window.js';

/** What is known of a route's bucket. */
export interface StoredBucket {
  /** Discord's name of the bucket. */
  readonly hash: string;
  /** How much of it is used, and until when. */
  readonly window: WindowState;
}

/**
 * Where rate limits are kept that more than one client must obey: several processes of one bot, or one after another.
 *
 * `owner` is whose limit it is: the bot's id, never its token. Times are of the local clock; stores over a network should
 * keep durations instead. Without a store a client keeps its limits to itself, which costs nothing.
 */
export interface RateLimitStore {
  /**
   * Takes one of the requests that an owner may make in a second.
   *
   * Answers 0 when it was taken, else the milliseconds to wait before asking again.
   */
  takeGlobal(owner: string, perSecond: number, nowMs: number): Awaitable<number>;
  /** Lets an owner take nothing before a moment. */
  blockGlobal(owner: string, untilMs: number): Awaitable<void>;
  /** What was saved last for a key. */
  load(key: string): Awaitable<StoredBucket | undefined>;
  /** Keeps what an answer told; it may be forgotten when its window is over. */
  save(key: string, bucket: StoredBucket): Awaitable<void>;
}

/** Token by which a store is injected. */
export const RateLimitStore = portToken<RateLimitStore>('RateLimitStore');
