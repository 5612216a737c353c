import type { Clock, TimerHandle } from '../../utils/clock.js';

interface Entry<Value> {
  readonly value: Value;
  readonly timer: TimerHandle;
}

/** Values that are forgotten after a time of their own, each by one timer that keeps no process alive. */
export class ExpiringMap<Value> {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #prefix = Math.random().toString(36).slice(2, 7);
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Keeps a value under a key of its own, which no other process gives. */
  add(value: Value, ttlMs: number, onExpire: () => void = () => undefined): string {
    this.#count += 1;
    const key = `${this.#prefix}${this.#count.toString(36)}`;
    const expire = (): void => {
      this.#entries.delete(key);
      onExpire();
    };
    this.#entries.set(key, { value, timer: this.#clock.setTimeout(expire, ttlMs, { unref: true }) });
    return key;
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key)?.value;
  }

  /** Takes a value out. */
  take(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#clock.clearTimeout(entry.timer);
    this.#entries.delete(key);
    return entry.value;
  }

  keys(): readonly string[] {
    return [...this.#entries.keys()];
  }
}
