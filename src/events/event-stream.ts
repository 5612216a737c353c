/** Events as an async iterable: `for await (const [message] of bot.stream('messageCreate'))`. */
export class EventStream<T> implements AsyncIterableIterator<T> {
  readonly #waiting: Array<(result: IteratorResult<T>) => void> = [];
  readonly #pending: T[] = [];
  readonly #stop: () => void;
  #isDone = false;

  /** @internal */
  constructor(subscribe: (push: (value: T) => void) => () => void, signal?: AbortSignal) {
    this.#stop = subscribe((value) => this.#push(value));
    if (signal?.aborted) this.#finish();
    signal?.addEventListener('abort', () => this.#finish(), { once: true });
  }

  /** Gives the next event, when it comes. */
  next(): Promise<IteratorResult<T>> {
    if (this.#pending.length > 0) return Promise.resolve({ done: false, value: this.#pending.shift()! });
    if (this.#isDone) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Listens no longer; a loop that is left calls it. */
  return(): Promise<IteratorResult<T>> {
    this.#pending.length = 0;
    this.#finish();
    return Promise.resolve({ done: true, value: undefined });
  }

  /** Gives itself: each event is read once. */
  [Symbol.asyncIterator](): this {
    return this;
  }

  #push(value: T): void {
    const waiting = this.#waiting.shift();
    if (waiting) waiting({ done: false, value });
    else this.#pending.push(value);
  }

  #finish(): void {
    if (this.#isDone) return;
    this.#isDone = true;
    this.#stop();
    for (const resolve of this.#waiting.splice(0)) resolve({ done: true, value: undefined });
  }
}
