import { UserFacingError } from './user-facing-error.js';

/** Quotes of a typed command do not fit together; its subclasses say how. */
export abstract class ArgumentParsingError extends UserFacingError {}
