import { inspectCustom } from './inspect-as.js';

/** Token that cannot be printed: every way of turning it into text gives a placeholder; only `reveal()` gives it. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** Text itself, for the wire. */
  reveal(): string {
    return this.#value;
  }

  /** Placeholder. */
  toString(): string {
    return '[secret]';
  }

  /** Placeholder. */
  toJSON(): string {
    return '[secret]';
  }

  /** Placeholder for `console.log`. */
  [inspectCustom](): string {
    return '[secret]';
  }
}
