import { CogworkError } from './cogwork-error.js';

/** `inject()` was called where no container is building anything. */
export class InjectionContextError extends CogworkError {
  readonly code = 'INJECTION_CONTEXT';
}
