/**
 * Runs one function again and again, on a clock.
 *
 *     stopped ── start ─▶ waiting ── its moment ─▶ running ── done ─▶ waiting …
 *                            └────────── stop, cancel, or the last of `count` ──────▶ stopped
 *
 * A run that fails is tried again, later each time, when `retries` says so; what remains goes to `onError`, and the next
 * moment comes as planned. Nothing starts in the constructor.
 */
import { TaskRunningError } from '../errors/task-running-error.js';
import type { Awaitable } from '../types/type-tools.js';
import type { Clock, TimerHandle } from '../utils/clock.js';
import { sleep } from '../utils/sleep.js';
import type { Schedule, ScheduleSettings } from './schedule.js';
import { createSchedule } from './schedule.js';

/** Longest time between two tries of a failed run. */
const MAX_RETRY_DELAY_MS = 60_000;

/** Settings of a task besides its moments. */
export interface TaskSettings {
  /** How often it runs before it stops by itself. @defaultValue no limit */
  readonly count?: number;
  /**
   * What happens when its moment comes while it is running: it waits until the run has ended, is left out, or runs
   * beside it.
   *
   * @defaultValue 'wait'
   */
  readonly overlap?: 'wait' | 'skip' | 'allow';
  /** How often a failed run is tried again. @defaultValue 0 */
  readonly retries?: number;
  /** Milliseconds before the first new try; doubled before each further one, up to a minute. @defaultValue 1000 */
  readonly retryDelayMs?: number;
  /** Whether a run that failed for good stops the task. @defaultValue false */
  readonly stopOnError?: boolean;
  /** Method of the cog, or function, that runs once before the first run; when it fails, the task does not begin. */
  readonly before?: TaskHook;
  /** Method of the cog, or function, that runs once when the task has ended, also when its cog is unloaded. */
  readonly after?: TaskHook;
  /** Method of the cog, or function, that is told of a run that failed for good; `false` passes the error on. */
  readonly error?: string | ((error: unknown) => unknown);
}

/** Name of a method, or a function. */
export type TaskHook = string | (() => unknown);

/** Everything that makes a task. */
export type TaskOptions = ScheduleSettings & TaskSettings;

/** What a loop needs. */
export interface TaskLoopParts {
  readonly body: () => Awaitable<unknown>;
  readonly clock: Clock;
  /** Runs once before the first run. */
  readonly before?: () => Awaitable<unknown>;
  /** Runs once when it has ended and no run is under way. */
  readonly after?: () => Awaitable<unknown>;
  /** Told of each run that failed for good; must not throw. */
  readonly onError: (error: unknown) => Awaitable<unknown>;
}

/** One task. */
export class TaskLoop {
  readonly #parts: TaskLoopParts;
  readonly #settings: TaskSettings;
  #schedule: Schedule;
  #timer: TimerHandle | undefined;
  #nextRunMs: number | undefined;
  #plannedMs: number | undefined;
  #runs = 0;
  #failures = 0;
  #active = 0;
  #abort: AbortController | undefined;
  /** Whether `before` has run, so that `after` is due. */
  #hasBegun = false;

  /** @internal */
  constructor(options: TaskOptions, parts: TaskLoopParts) {
    this.#settings = options;
    this.#schedule = createSchedule(options);
    this.#parts = parts;
  }

  /** Whether it will run again, or is running. */
  get isRunning(): boolean {
    return this.#abort !== undefined;
  }

  /** When it runs next; `undefined` when it is stopped or running. */
  get nextRunAt(): Date | undefined {
    return this.#nextRunMs === undefined ? undefined : new Date(this.#nextRunMs);
  }

  /** How many runs have been started since it was started. */
  get runs(): number {
    return this.#runs;
  }

  /** How many runs have failed for good since it was started. */
  get failures(): number {
    return this.#failures;
  }

  /**
   * Starts the task; its first run comes at once or when its schedule says.
   *
   * @throws {TaskRunningError} when it is running.
   */
  start(): void {
    if (this.isRunning)
      throw new TaskRunningError('The task is running already; use restart() to begin anew.');
    this.#abort = new AbortController();
    this.#runs = 0;
    this.#failures = 0;
    this.#plannedMs = undefined;
    this.#arm();
  }

  /** Stops it after the run that is under way, if one is. */
  stop(): void {
    this.#parts.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#nextRunMs = undefined;
    this.#abort = undefined;
    this.#endWhenIdle();
  }

  /** Stops it, and gives up tries that wait to be made; a run that is under way is not interrupted. */
  cancel(): void {
    this.#abort?.abort(new DOMException('The task was cancelled', 'AbortError'));
    this.stop();
  }

  /** Begins anew, with its count at zero. */
  restart(): void {
    this.cancel();
    this.start();
  }

  /** Runs at other moments from now on. */
  changeSchedule(settings: ScheduleSettings): void {
    this.#schedule = createSchedule(settings);
    if (this.#timer === undefined) return;
    this.#parts.clock.clearTimeout(this.#timer);
    this.#plannedMs ??= this.#parts.clock.now();
    this.#arm();
  }

  #arm(): void {
    const { clock } = this.#parts;
    const at = this.#isSpent ? undefined : this.#schedule.next(clock.now(), this.#plannedMs);
    if (at === undefined) {
      if (this.#active === 0) this.stop();
      return;
    }
    this.#nextRunMs = at;
    const abort = this.#abort;
    this.#timer = clock.setTimeout(() => void this.#fire(at, abort), Math.max(0, at - clock.now()), {
      unref: true,
    });
  }

  get #isSpent(): boolean {
    return this.#runs >= (this.#settings.count ?? Number.POSITIVE_INFINITY);
  }

  async #fire(at: number, abort: AbortController | undefined): Promise<void> {
    this.#timer = undefined;
    this.#nextRunMs = undefined;
    this.#plannedMs = at;
    const { overlap = 'wait' } = this.#settings;
    if (overlap === 'skip' && this.#active > 0) return this.#arm();
    this.#runs += 1;
    if (!this.#hasBegun && !(await this.#begin())) return this.stop();
    if (this.#abort !== abort) return; // stopped before it had begun
    if (overlap !== 'wait') this.#arm();
    await this.#run(abort?.signal);
    if (this.#abort !== abort || abort === undefined) return; // stopped or restarted meanwhile
    if (overlap === 'wait' || (this.#isSpent && this.#active === 0)) this.#arm();
  }

  /** Runs what comes before the first run; `false` when it failed. */
  async #begin(): Promise<boolean> {
    try {
      await this.#parts.before?.();
      this.#hasBegun = true;
      return true;
    } catch (error) {
      await this.#parts.onError(error);
      return false;
    }
  }

  #endWhenIdle(): void {
    if (!this.#hasBegun || this.#active > 0) return;
    this.#hasBegun = false;
    void this.#end();
  }

  async #end(): Promise<void> {
    try {
      await this.#parts.after?.();
    } catch (error) {
      await this.#parts.onError(error);
    }
  }

  async #run(signal: AbortSignal | undefined): Promise<void> {
    this.#active += 1;
    try {
      await this.#attempt(signal);
    } catch (error) {
      this.#failures += 1;
      if (this.#settings.stopOnError) this.stop();
      if (!signal?.aborted) await this.#parts.onError(error);
    } finally {
      this.#active -= 1;
      if (!this.isRunning) this.#endWhenIdle();
    }
  }

  async #attempt(signal: AbortSignal | undefined): Promise<void> {
    const { retries = 0, retryDelayMs = 1000 } = this.#settings;
    for (let tries = 0; ; tries++) {
      try {
        await this.#parts.body();
        return;
      } catch (error) {
        if (tries >= retries) throw error;
        await sleep(this.#parts.clock, Math.min(retryDelayMs * 2 ** tries, MAX_RETRY_DELAY_MS), signal);
      }
    }
  }
}
