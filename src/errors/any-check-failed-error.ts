import { CheckError } from './check-error.js';

/**
 * None of several checks passed, of which one would have been enough.
 *
 * The user is told all refusals. Pass one of the checks of `anyOf()`, or say it in one sentence with
 * `@OnError(AnyCheckFailedError)`.
 */
export class AnyCheckFailedError extends CheckError {
  readonly code = 'ANY_CHECK_FAILED';

  constructor(
    /** What each check threw, in their order. */
    readonly errors: readonly Error[],
  ) {
    super(errors.map(({ message }) => message).join(' Or: '));
  }
}
