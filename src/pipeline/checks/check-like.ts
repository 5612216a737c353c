import type { Awaitable, Constructor } from '../../types/type-tools.js';
import type { CheckContext } from '../check-context.js';

/** Decides whether a handler may run: `false` refuses with a general sentence, a thrown error with its own. */
export type CheckFunction = (ctx: CheckContext) => Awaitable<boolean | void>;

/** Check with services of its own, built by injection once per bot. */
export interface CheckObject {
  /** Lets the handler run, or refuses by `false` or by throwing a `CheckError`. */
  check(ctx: CheckContext): Awaitable<boolean | void>;
}

/** Check as it may be written: a function, or a class. */
export type CheckLike = CheckFunction | Constructor<CheckObject>;

/** Whether a check is a class to be built, not a function to be called. */
export function isCheckClass(check: CheckLike): check is Constructor<CheckObject> {
  return typeof (check as { prototype?: Partial<CheckObject> }).prototype?.check === 'function';
}
