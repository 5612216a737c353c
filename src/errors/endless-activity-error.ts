import { CogworkError } from './cogwork-error.js';

/**
 * Draining the emulator's traffic did not come to an end: something stays busy, or two parties answer each other for
 * ever.
 *
 * Look for a handler that never returns, or for two bots that answer each other; `busy` names what did not come to
 * rest.
 */
export class EndlessActivityError extends CogworkError {
  readonly code = 'ENDLESS_ACTIVITY';

  constructor(
    /** Names of what is still busy. */
    readonly busy: readonly string[],
  ) {
    super(
      `The emulator waited for everything to become idle, but it never did. Still busy: ${busy.join(', ') || 'nothing now, but it keeps starting again'}. ` +
        'Look for a handler that never returns, or for two bots that answer each other.',
    );
  }
}
