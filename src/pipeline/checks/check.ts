import type { GuardDecorator } from '../guard-metadata.js';
import { guardDecorator } from '../guard-metadata.js';
import type { CheckLike } from './check-like.js';

/**
 * Lets a handler run only when a check passes; on a cog, it stands before each of its handlers.
 *
 * Checks run in reading order, those of the cog first, and the first that refuses ends it.
 *
 * @example
 * ```ts member
 * @SlashCommand('Opens the vault')
 * @Check(guildOnly)
 * @Check(async (ctx) => await isPremium(ctx.guildId))
 * open(): string {
 *   return 'It is empty.';
 * }
 * ```
 */
export function Check(check: CheckLike): GuardDecorator;
export function Check(check: CheckLike, ...more: readonly unknown[]): GuardDecorator {
  return guardDecorator('Check', [check, ...more], () => ({ check }));
}
