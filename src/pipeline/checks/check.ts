import type { Awaitable, Constructor } from '../../types/type-tools.js';
import type { CheckContext } from '../check-context.js';
import type { GuardDecorator } from '../guard-metadata.js';
import { guardDecorator } from '../guard-metadata.js';

/** Decides whether a handler may run: `false` refuses with a general sentence, a thrown error with its own. */
export type CheckFunction = (ctx: CheckContext) => Awaitable<boolean | void>;

/** Check with services of its own, built by injection once per bot. */
export interface CheckObject {
  check(ctx: CheckContext): Awaitable<boolean | void>;
}

/** Check as it may be written: a function, or a class. */
export type Check = CheckFunction | Constructor<CheckObject>;

/**
 * Lets a handler run only when a check passes; on a cog, it stands before each of its handlers.
 *
 * Checks run in reading order, those of the cog first, and the first that refuses ends it.
 *
 * @example
 * ```ts
 * @SlashCommand('Opens the vault')
 * @Check(GuildOnly) @Check(async (ctx) => await isPremium(ctx.guildId))
 * open(ctx: SlashContext): string { … }
 * ```
 */
export function Check(check: Check): GuardDecorator {
  return guardDecorator('Check', { check });
}

/** Whether a check is a class to be built, not a function to be called. */
export function isCheckClass(check: Check): check is Constructor<CheckObject> {
  return typeof (check as { prototype?: Partial<CheckObject> }).prototype?.check === 'function';
}
