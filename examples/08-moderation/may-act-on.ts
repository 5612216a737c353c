import type { Context, Guild, User } from 'cogwork';
import { CheckFailedError, DiscordApiError, Member } from 'cogwork';

const UNKNOWN_MEMBER = 10_007;

/** Guild that a command is used in. @throws CheckFailedError where the bot is no member. */
export function guildOf({ guild }: Context): Guild {
  if (!guild) throw new CheckFailedError('Add me to this guild first.');
  return guild;
}

/** Member of the guild, from memory or else from Discord; `undefined` when the user is none. */
export async function findMember(guild: Guild, userId: string): Promise<Member | undefined> {
  const cached = guild.members.get(userId);
  if (cached) return cached;
  try {
    return await guild.members.fetch(userId);
  } catch (error) {
    if (error instanceof DiscordApiError && error.discordCode === UNKNOWN_MEMBER) return undefined;
    throw error;
  }
}

/**
 * Refuses to act on oneself, on the bot, and on whoever stands as high as the moderator or the bot.
 *
 * Permissions alone are not enough: without this, the bot would do for a moderator what Discord keeps the moderator from.
 *
 * @throws CheckFailedError whose message is for the user.
 */
export function checkMayActOn(ctx: Context, target: Member | User): void {
  const { me } = guildOf(ctx);
  if (target.id === ctx.user.id) throw new CheckFailedError('Not on yourself.');
  if (target.id === me?.id) throw new CheckFailedError('Not on me.');
  if (!(target instanceof Member)) return; // who is no member has no roles
  if (!ctx.member?.isAbove(target)) {
    throw new CheckFailedError(`${target.displayName} stands too high for you.`);
  }
  if (!target.isManageable) throw new CheckFailedError(`${target.displayName} stands too high for me.`);
}
