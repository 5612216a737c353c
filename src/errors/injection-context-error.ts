import { CogworkError } from './cogwork-error.js';

/**
 * `inject()` was called where no container is building anything.
 *
 * Call `inject()` in a field or the constructor of a class that the bot builds, not in a method and not after an
 * `await`.
 */
export class InjectionContextError extends CogworkError {
  readonly code = 'INJECTION_CONTEXT';
}
