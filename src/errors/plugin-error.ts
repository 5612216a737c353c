import { CogworkError } from './cogwork-error.js';

/**
 * Plugin could not be installed; what it had added is taken back.
 *
 * Read `cause` when the plugin's own code threw; else the message says what is wrong with it.
 */
export class PluginError extends CogworkError {
  readonly code = 'PLUGIN';

  constructor(
    message: string,
    /** Name of the plugin. */
    readonly plugin: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
