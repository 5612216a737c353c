import { CogworkError } from './cogwork-error.js';

/**
 * Component, view or modal that Discord would refuse or that could not be found again; says where it is declared.
 *
 * Change the declaration as the message says; it names class and member.
 */
export class InvalidComponentError extends CogworkError {
  readonly code = 'INVALID_COMPONENT';
}
