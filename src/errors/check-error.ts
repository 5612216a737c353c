import { UserFacingError } from './user-facing-error.js';

/** A check refused; its subclasses say which. */
export abstract class CheckError extends UserFacingError {}
