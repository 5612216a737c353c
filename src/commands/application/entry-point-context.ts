import { ApplicationCommandContext } from './application-command-context.js';

/** Context of the command that launches the application's activity. */
export class EntryPointContext extends ApplicationCommandContext {
  /**
   * Launches the activity; only as the first answer.
   *
   * @throws {InteractionStateError} when something was answered already.
   */
  launchActivity(): Promise<void> {
    return this.responder.launchActivity();
  }
}
