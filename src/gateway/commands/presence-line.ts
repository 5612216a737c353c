/**
 * Holds presences back, so that no more than five leave within 20 seconds.
 *
 * A presence is told as a whole, so of those that wait only the newest is sent, and everybody who waits is done then.
 *
 * @see https://docs.discord.com/developers/events/gateway#rate-limiting
 */
import type { Clock, TimerHandle } from '../../utils/clock.js';

const WINDOW_MS = 20_000;
const MAX_UPDATES = 5;

interface Waiting {
  readonly promise: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

/** Line of one shard's presences. */
export class PresenceLine {
  readonly #clock: Clock;
  readonly #send: () => Promise<void>;
  #sentAt: number[] = [];
  #timer: TimerHandle | undefined;
  #waiting: Waiting | undefined;

  /** `send` sends what the presence is at the moment when it leaves. */
  constructor(clock: Clock, send: () => Promise<void>) {
    this.#clock = clock;
    this.#send = send;
  }

  /** Tells the presence as soon as the limit allows; resolves when it has been sent. */
  tell(): Promise<void> {
    if (this.#waiting) return this.#waiting.promise;
    const { promise, resolve, reject } = withResolvers();
    this.#waiting = { promise, resolve, reject };
    const waitMs = this.#waitMs();
    if (waitMs === 0) this.#release();
    else this.#timer = this.#clock.setTimeout(() => this.#release(), waitMs);
    return promise;
  }

  /** Rejects whoever waits. */
  clear(error: Error): void {
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#timer = undefined;
    this.#send().then(
      () => this.#settle(waiting, () => waiting?.resolve()),
      (error: unknown) => this.#settle(waiting, () => waiting?.reject(error)),
    );
  }

  /** Counts from when it left, which may be later than when it was let go: the connection may have had to come back. */
  #settle(waiting: Waiting | undefined, done: () => void): void {
    if (this.#waiting === waiting) this.#waiting = undefined;
    this.#sentAt.push(this.#clock.monotonicNow());
    done();
  }

  #waitMs(): number {
    const now = this.#clock.monotonicNow();
    this.#sentAt = this.#sentAt.filter((at) => at > now - WINDOW_MS).slice(-MAX_UPDATES);
    const oldest = this.#sentAt.at(-MAX_UPDATES);
    return oldest === undefined ? 0 : oldest + WINDOW_MS - now;
  }
}

function withResolvers(): Waiting {
  let settle!: Pick<Waiting, 'resolve' | 'reject'>;
  const promise = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}
