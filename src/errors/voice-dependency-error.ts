import { CogworkError } from './cogwork-error.js';

/**
 * Package that voice needs is not installed, or does not load on this platform.
 *
 * Run `npm install` with the name of the package; `voiceDoctor()` says what else is missing.
 */
export class VoiceDependencyError extends CogworkError {
  readonly code = 'VOICE_DEPENDENCY';

  constructor(
    /** Name of the package, as in `@snazzah/davey`. */
    readonly packageName: string,
    purpose: string,
    options?: ErrorOptions,
  ) {
    super(
      `${packageName} does not load, and voice needs it for ${purpose}. Run: npm install ${packageName}`,
      options,
    );
  }
}
