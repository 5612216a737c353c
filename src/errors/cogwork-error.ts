import type { ErrorCode } from './error-code.js';

const brand = Symbol.for('cogwork.error');

/**
 * Root of every error that the package throws.
 *
 * `message` says what happened and what to do next, `code` is stable between versions, `cause` is what was caught.
 */
export abstract class CogworkError extends Error {
  /** Stable name of what happened, such as `COOLDOWN`; every class has its own. */
  abstract readonly code: ErrorCode;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    Object.defineProperty(this, brand, { value: true });
  }

  /** Name of the class. */
  override get name(): string {
    return this.constructor.name;
  }

  /** Whether a caught value is an error of this package, also of another copy of it. */
  static is(value: unknown): value is CogworkError {
    return typeof value === 'object' && value !== null && brand in value;
  }
}
