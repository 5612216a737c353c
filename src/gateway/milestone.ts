interface Waiter<T> {
  resolve(value: T): void;
  reject(error: unknown): void;
}

/**
 * Something that happens once and that many may wait for, also when it has happened already.
 *
 * Unlike a bare promise it may fail while nobody waits without that being an unhandled rejection.
 */
export class Milestone<T> {
  #outcome: { readonly value: T } | { readonly error: unknown } | undefined;
  readonly #waiters = new Set<Waiter<T>>();

  /** Whether it has happened or failed. */
  get isSettled(): boolean {
    return this.#outcome !== undefined;
  }

  /** Resolves when it happens; aborting `signal` ends only this wait. */
  promise(signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#outcome !== undefined) {
        if ('value' in this.#outcome) resolve(this.#outcome.value);
        else reject(this.#outcome.error);
        return;
      }
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = (): void => settle(() => reject(signal?.reason));
      const settle = (settleWith: () => void): void => {
        signal?.removeEventListener('abort', onAbort);
        this.#waiters.delete(waiter);
        settleWith();
      };
      const waiter: Waiter<T> = {
        resolve: (value) => settle(() => resolve(value)),
        reject: (error) => settle(() => reject(error)),
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#waiters.add(waiter);
    });
  }

  /** Lets it happen; later calls change nothing. */
  reach(...value: T extends void ? [] : [T]): void {
    if (this.#outcome !== undefined) return;
    const reached = value[0] as T;
    this.#outcome = { value: reached };
    for (const waiter of [...this.#waiters]) waiter.resolve(reached);
  }

  /** Lets it fail; later calls change nothing. */
  fail(error: unknown): void {
    if (this.#outcome !== undefined) return;
    this.#outcome = { error };
    for (const waiter of [...this.#waiters]) waiter.reject(error);
  }

  /** Makes it future again. */
  reset(): void {
    this.#outcome = undefined;
  }
}
