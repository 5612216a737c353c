import { CogworkError } from './cogwork-error.js';

/**
 * Voice server offers no way of encryption that this package knows.
 *
 * Update the package: Discord has retired a mode of encryption.
 */
export class VoiceModeError extends CogworkError {
  readonly code = 'VOICE_MODE';

  constructor(
    /** Modes that the server offers. */
    readonly offered: readonly string[],
    /** Modes that this process can do. */
    readonly supported: readonly string[],
  ) {
    super(
      `The voice server offers the encryption modes ${offered.join(', ') || '(none)'}, and this process can do ` +
        `${supported.join(', ')}. Update the package; Discord has retired a mode.`,
    );
  }
}
