import { UserFacingError } from './user-facing-error.js';

/**
 * Somebody used a component that the view's `check` keeps for others; the user is told so.
 *
 * Nothing, where this is meant; `check()` of the view decides, and `@OnError(ComponentRefusedError)` says it in other
 * words.
 */
export class ComponentRefusedError extends UserFacingError {
  readonly code = 'COMPONENT_REFUSED';
}
