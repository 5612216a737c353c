import type { Awaitable, Snowflake } from '../types/type-tools.js';
import type { Clock } from '../utils/clock.js';
import { isPromiseLike } from '../utils/is-promise-like.js';
import { SystemClock } from '../utils/system-clock.js';
import { traceWork } from '../utils/trace-work.js';
import type { CommandTrace } from './command-channel.js';
import { commandChannel } from './command-channel.js';
import { withinHandler } from './current-handler.js';
import type { HandlerOrigin, InvocationContext } from './handler.js';
import { factsOf } from './invocation-facts.js';

/** What an `Activity` tells of in its messages. */
export interface ActivityOptions {
  /** Clock that durations are measured by. @defaultValue the system's */
  readonly clock?: Clock;
  /** Bot whose handlers they are. */
  readonly botId?: () => Snowflake | undefined;
}

/**
 * What the bot is doing at this moment: every handler that has started and not yet settled.
 *
 * A test asks it whether waiting any longer can bring an answer; closing asks it what to wait for.
 */
export class Activity {
  readonly #options: ActivityOptions;
  readonly #running = new Set<{ readonly origin: HandlerOrigin }>();
  #parked = 0;
  #waiters: Array<() => void> = [];
  /** Handlers that have run since `traceHandlers`; none are traced before. */
  #traced: WeakSet<HandlerOrigin> | undefined;

  /** @internal */
  constructor(options: ActivityOptions = {}) {
    this.#options = options;
  }

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
   * Runs a handler: as `track`, and published on `commandChannel` when somebody watches, `trace` being the message then.
   *
   * A handler whose errors are dealt with inside says so by `noteHandlerFailure`.
   */
  run<T>(
    origin: HandlerOrigin,
    work: (trace?: CommandTrace) => Awaitable<T>,
    ctx?: InvocationContext,
  ): Awaitable<T> {
    if (!commandChannel.hasSubscribers) return this.track(origin, work);
    const { botId, clock = new SystemClock() } = this.#options;
    const { kind, name, cog, method } = origin;
    const trace: CommandTrace = {
      botId: botId?.(),
      kind,
      name,
      cog,
      method,
      ...factsOf(ctx),
      outcome: 'running',
    };
    return this.track(origin, () =>
      traceWork({ channel: commandChannel, trace, clock, work: () => work(trace), finish: settleOutcome }),
    );
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

function settleOutcome(trace: CommandTrace): void {
  if (trace.outcome === 'running') trace.outcome = 'error' in trace ? 'failed' : 'completed';
}
