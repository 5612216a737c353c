/**
 * Time that stands still until somebody advances it.
 *
 * `advance` goes from timer to timer, and between two timers it lets all traffic come to rest: a heartbeat that fires
 * is sent, received, acknowledged and the acknowledgement read before the next timer may fire. Otherwise
 * acknowledgements would lose to heartbeats, and every long jump would look like a dead connection.
 */
import { performance } from 'node:perf_hooks';
import { InvalidOptionError } from '../../errors/invalid-option-error.js';
import type { Clock, TimerHandle } from '../../utils/clock.js';
import { parseDurationMs } from '../../utils/parse-duration.js';
import { SystemClock } from '../../utils/system-clock.js';
import type { ActivityProbeOptions, DrainOptions, DrainOutcome } from './activity.js';
import { Activity } from './activity.js';
import type { HeapTimer } from './timer-heap.js';
import { TimerHeap } from './timer-heap.js';

/** Where a virtual clock begins, and what it waits for. */
export interface VirtualClockOptions {
  /** First moment, in milliseconds since the Unix epoch. Default: 2026-01-01T00:00:00Z. */
  readonly startMs?: number;
  /** What `advance` lets come to rest between timers. @internal */
  readonly activity?: Activity;
}

/**
 * Clock of tests: every timer of a bot and of the emulator fires when `advance` reaches it.
 *
 * @example
 * ```ts
 * const clock = new VirtualClock();
 * clock.setTimeout(() => console.log('tick'), 60_000);
 * await clock.advance('1m');
 * ```
 */
export class VirtualClock implements Clock {
  readonly #activity: Activity;
  readonly #startMs: number;
  readonly #timers = new TimerHeap();
  #nowMs: number;
  /** What the date is ahead of the time of the timers. */
  #dateOffsetMs = 0;
  readonly #realTime = new SystemClock();
  #order = 0;
  #pending = 0;
  #advancing: Promise<unknown> = Promise.resolve();
  #live: { readonly sinceMs: number; timer: TimerHandle } | undefined;

  constructor(options: VirtualClockOptions = {}) {
    this.#startMs = options.startMs ?? Date.UTC(2026, 0, 1);
    this.#nowMs = this.#startMs;
    this.#activity = options.activity ?? new Activity();
  }

  /** Timers that are set and have not fired: zero when nothing leaks. */
  get pendingTimers(): number {
    return this.#pending;
  }

  now(): number {
    return this.#timerNow() + this.#dateOffsetMs;
  }

  monotonicNow(): number {
    return this.#timerNow() - this.#startMs;
  }

  setTimeout(callback: () => void, delayMs: number): TimerHandle {
    const delay = Number.isFinite(delayMs) ? Math.max(0, delayMs) : 0;
    const timer: HeapTimer = { atMs: this.#timerNow() + delay, order: this.#order++, callback };
    this.#timers.push(timer);
    this.#pending++;
    this.#activity.touch();
    if (this.#live) this.#armRealTimer();
    return timer;
  }

  /** Forgets a timer; one that has fired already is ignored. */
  clearTimeout(handle: TimerHandle): void {
    const timer = handle as HeapTimer | undefined;
    if (timer?.callback === undefined) return;
    timer.callback = undefined;
    this.#pending--;
  }

  /** Adds something to wait for between timers; returns the function that removes it. */
  addActivityProbe(isBusy: () => boolean, options?: ActivityProbeOptions): () => void {
    return this.#activity.addProbe(isBusy, options);
  }

  /**
   * Moves time on by milliseconds or by a duration such as `'15m'`, timer by timer, draining all traffic between.
   *
   * @throws {InvalidOptionError} when the duration cannot be read or is negative.
   * @throws {EndlessActivityError} when the traffic never ends.
   */
  advance(duration: string | number): Promise<void> {
    const durationMs = parseDurationMs(duration);
    if (durationMs === undefined || durationMs < 0) {
      const given = JSON.stringify(duration);
      throw new InvalidOptionError(
        `${given} is no duration: give milliseconds or a text like '15m'.`,
        'duration',
      );
    }
    const run = this.#advancing.then(() => this.#advanceTo(this.#nowMs + durationMs));
    this.#advancing = run.catch(() => undefined);
    return run;
  }

  /** Lets everything that is going on come to rest, without moving time. */
  async settle(options?: DrainOptions): Promise<DrainOutcome> {
    return this.#activity.drain(options);
  }

  /**
   * Hands time over to the real world: from now on it passes by itself. Cannot be undone.
   *
   * With `dateMs` the date jumps forward to that moment; timers keep what was left of their delay.
   */
  runInRealTime({ dateMs }: { readonly dateMs?: number } = {}): void {
    if (this.#live) return;
    if (dateMs !== undefined) this.#dateOffsetMs = Math.max(0, dateMs - this.#nowMs);
    this.#live = { sinceMs: performance.now(), timer: undefined };
    this.#armRealTimer();
  }

  /** Stops real time, if it runs; timers that are left never fire. */
  stop(): void {
    this.#realTime.clearTimeout(this.#live?.timer);
  }

  #timerNow(): number {
    if (!this.#live) return this.#nowMs;
    return Math.trunc(this.#nowMs + (performance.now() - this.#live.sinceMs));
  }

  /** Work that once was found waiting for time gets little patience for the rest of the way. */
  async #advanceTo(targetMs: number): Promise<void> {
    let options: DrainOptions = {};
    const drain = async (): Promise<void> => {
      if ((await this.#activity.drain(options)) === 'parked') options = { workPatienceMs: 5 };
    };
    await drain();
    for (let next = this.#timers.peek(); next && next.atMs <= targetMs; next = this.#timers.peek()) {
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      this.#fire();
      await drain();
    }
    this.#nowMs = Math.max(this.#nowMs, targetMs);
    await drain();
  }

  #fire(): void {
    const timer = this.#timers.pop();
    const callback = timer?.callback;
    if (!timer || !callback) return;
    timer.callback = undefined;
    this.#pending--;
    this.#activity.touch();
    callback();
  }

  #armRealTimer(): void {
    const live = this.#live!;
    this.#realTime.clearTimeout(live.timer);
    const next = this.#timers.peek();
    if (!next) return;
    const fireDue = (): void => {
      while ((this.#timers.peek()?.atMs ?? Number.POSITIVE_INFINITY) <= this.#timerNow()) this.#fire();
      this.#armRealTimer();
    };
    live.timer = this.#realTime.setTimeout(fireDue, Math.max(0, next.atMs - this.#timerNow()), {
      unref: true,
    });
  }
}
