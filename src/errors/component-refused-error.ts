import { UserFacingError } from './user-facing-error.js';

/** Somebody used a component that the view's `check` keeps for others; the user is told so. */
export class ComponentRefusedError extends UserFacingError {
  readonly code = 'COMPONENT_REFUSED';
}
