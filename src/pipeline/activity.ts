import type { Awaitable } from '../types/type-tools.js';
import { withinHandler } from './current-handler.js';
import type { HandlerOrigin } from './handler.js';

/**
 * What the bot is doing at this moment: every handler that has started and not yet settled.
 *
 * A test asks it whether waiting any longer can bring an answer; closing asks it what to wait for.
 */
export class Activity {
  readonly #running = new Set<{ readonly origin: HandlerOrigin }>();
  #parked = 0;
  #waiters: Array<() => void> = [];
  /** Handlers that have run since `traceHandlers`; none are traced before. */
  #traced: WeakSet<HandlerOrigin> | undefined;

  /** Whether nothing is running, apart from handlers that wait for a person. */
  get isIdle(): boolean {
    return this.#running.size <= this.#parked;
  }

  /** Origins of the handlers that are running, oldest first. */
  get running(): readonly HandlerOrigin[] {
    return Array.from(this.#running, (run) => run.origin);
  }

  /** Runs `work` and counts it as running until its promise settles; work that is done at once is not counted. */
  track<T>(origin: HandlerOrigin, work: () => Awaitable<T>): Awaitable<T> {
    this.#traced?.add(origin);
    const result = this.#traced ? withinHandler(origin, work) : work();
    if (!isPromiseLike(result)) return result;
    const run = { origin };
    this.#running.add(run);
    const settle = (): void => this.#settle(run);
    result.then(settle, settle);
    return result;
  }

  /**
   * Waits for something that only a person can bring, such as a press or a submitted modal; the handler that waits does
   * not count as running for so long.
   */
  async park<T>(wait: PromiseLike<T>): Promise<T> {
    this.#parked += 1;
    this.#wakeWhenIdle();
    try {
      return await wait;
    } finally {
      this.#parked -= 1;
    }
  }

  /** Lets `currentHandler` know from now on which handler runs; every promise of the process costs a little more then. */
  traceHandlers(): void {
    this.#traced ??= new WeakSet();
  }

  /** Whether a handler has run here while handlers were traced. */
  hasTraced(origin: HandlerOrigin): boolean {
    return this.#traced?.has(origin) ?? false;
  }

  /** Resolves when nothing is running any more; at once when nothing is. */
  whenIdle(): Promise<void> {
    if (this.isIdle) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  #settle(run: { readonly origin: HandlerOrigin }): void {
    this.#running.delete(run);
    this.#wakeWhenIdle();
  }

  #wakeWhenIdle(): void {
    if (!this.isIdle) return;
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const resolve of waiters) resolve();
  }
}

function isPromiseLike<T>(value: Awaitable<T>): value is PromiseLike<T> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
