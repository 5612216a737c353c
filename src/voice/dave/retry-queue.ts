import type { Clock, TimerHandle } from '../../utils/clock.js';

const WAIT_MS = 500;
/** A commit that frames wait for is applied when they have waited so long. */
const HURRY_MS = 350;
const LONGEST = 500;

interface Waiting<T> {
  readonly item: T;
  readonly sinceMs: number;
}

/** Parts of the queue. */
export interface RetryQueueOptions<T> {
  readonly clock: Clock;
  /** Tries once more; whether it worked. */
  retry(item: T): boolean;
  /** Items are about to be given up, unless the keys change. */
  onHurry(): void;
  onGivenUp(item: T): void;
}

/** Frames whose key is not there yet: tried again whenever the keys change, for half a second. */
export class RetryQueue<T> {
  readonly #options: RetryQueueOptions<T>;
  #waiting: Waiting<T>[] = [];
  #timer: TimerHandle | undefined;

  constructor(options: RetryQueueOptions<T>) {
    this.#options = options;
  }

  get length(): number {
    return this.#waiting.length;
  }

  push(item: T): void {
    this.#waiting.push({ item, sinceMs: this.#options.clock.monotonicNow() });
    if (this.#waiting.length > LONGEST) this.#options.onGivenUp(this.#waiting.shift()!.item);
    this.#arm();
  }

  /** Tries everything again, oldest first. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    const tried = this.#waiting;
    this.#waiting = [];
    const left = tried.filter(({ item }) => !this.#options.retry(item));
    this.#waiting = [...left, ...this.#waiting];
    this.#arm();
  }

  clear(): void {
    this.#waiting = [];
    this.#disarm();
  }

  #arm(): void {
    const oldest = this.#waiting[0];
    if (oldest === undefined) this.#disarm();
    if (oldest === undefined || this.#timer !== undefined) return;
    const ageMs = this.#options.clock.monotonicNow() - oldest.sinceMs;
    const nextMs = (ageMs < HURRY_MS ? HURRY_MS : WAIT_MS) - ageMs;
    this.#timer = this.#options.clock.setTimeout(() => this.#onDue(), Math.max(1, nextMs));
  }

  #onDue(): void {
    this.#timer = undefined;
    const now = this.#options.clock.monotonicNow();
    const oldest = this.#waiting[0];
    if (oldest && now - oldest.sinceMs < WAIT_MS) this.#options.onHurry();
    const isOver = ({ sinceMs }: Waiting<T>): boolean => now - sinceMs >= WAIT_MS;
    const over = this.#waiting.filter(isOver);
    this.#waiting = this.#waiting.filter((waiting) => !isOver(waiting));
    for (const { item } of over) this.#options.onGivenUp(item);
    this.#arm();
  }

  #disarm(): void {
    if (this.#timer !== undefined) this.#options.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
