import { portToken } from '../types/token.js';

/** Handle of a running timer; only the clock that made it understands it. */
export type TimerHandle = unknown;

/**
 * Source of time for everything that waits: heartbeats, cooldowns, view timeouts, rate limits.
 *
 * Nothing in the package calls `setTimeout` or `Date.now` itself, so a test that owns the clock owns all of time.
 */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Milliseconds of a monotonic clock, for measuring durations. */
  monotonicNow(): number;
  /** Calls `callback` once after `delayMs`; a timer never keeps the process alive on its own when `unref` is set. */
  setTimeout(callback: () => void, delayMs: number, options?: { readonly unref?: boolean }): TimerHandle;
  /** Forgets a timer; one that has fired already is ignored. */
  clearTimeout(handle: TimerHandle): void;
}

/** Token by which the bot's clock is injected: `inject(Clock)`. */
export const Clock = portToken<Clock>('Clock');
