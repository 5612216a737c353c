import { CogworkError } from './cogwork-error.js';

/**
 * Something listens to an event that comes only for what is cached, and the cache does not keep it.
 *
 * Listen to the event that the message names, which comes always, or let the cache keep what is needed.
 */
export class UncachedEventError extends CogworkError {
  readonly code = 'UNCACHED_EVENT';

  constructor(
    /** Who listens, as in `Logs.deleted`. */
    readonly listener: string,
    /** Name of the event. */
    readonly event: string,
    { option, instead }: { readonly option: string; readonly instead: string },
  ) {
    super(
      `${listener} listens to '${event}', which comes only for what is cached, and \`cache.${option}\` is off. ` +
        `Listen to '${instead}', which comes always, or switch \`cache.${option}\` on.`,
    );
  }
}
