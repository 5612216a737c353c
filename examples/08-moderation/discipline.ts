import type { Member, MessageOptions, SlashContext, User } from 'cogwork';
import {
  Clock,
  Cog,
  DiscordApiError,
  inject,
  OnError,
  Option,
  RequireBotPermissions,
  RequirePermissions,
  SlashCommand,
} from 'cogwork';
import type { Deed } from './case-file.js';
import { checkMayActOn, findMember, guildOf } from './may-act-on.js';
import { ModLog } from './mod-log.js';

const DAY_SECONDS = 86_400;
const LONGEST_TIMEOUT_MS = 28 * DAY_SECONDS * 1000;
/** By Discord's code. @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const REFUSALS: ReadonlyMap<number, string> = new Map([
  [10_007, 'That is no member of this guild any more.'],
  [10_026, 'That user is not banned.'],
  [50_013, 'Discord does not let me do that: move my role up, or give me the permission.'],
]);

const reason = Option.string('Why', { maxLength: 300 });

class MemberOptions {
  @Option.member('Whom') member!: Member;
  @reason reason = 'No reason given';
}

class TimeoutOptions extends MemberOptions {
  @Option.duration('For how long, such as 10m or 2d', { minValue: 1000, maxValue: LONGEST_TIMEOUT_MS })
  time!: number;
}

class BanOptions {
  @Option.user('Whom; also somebody who has left') user!: User;
  @Option.integer('Days of messages to delete', { minValue: 0, maxValue: 7 }) days = 0;
  @reason reason = 'No reason given';
}

class UnbanOptions {
  @Option.user('Whom') user!: User;
  @reason reason = 'No reason given';
}

/**
 * Hidden from members without the permission (`permissions`), and checked again when it is used: the settings of a guild
 * can show a command to anybody.
 */
@Cog({ description: 'Timeouts, kicks and bans', autoDefer: { ephemeral: true } })
export class Discipline {
  readonly #clock = inject(Clock);
  readonly #log = inject(ModLog);

  @SlashCommand(
    {
      description: 'Keeps a member from talking for a while',
      contexts: ['guild'],
      permissions: ['ModerateMembers'],
    },
    TimeoutOptions,
  )
  @RequirePermissions('ModerateMembers')
  @RequireBotPermissions('ModerateMembers')
  async timeout(ctx: SlashContext, { member, reason, time }: TimeoutOptions): Promise<MessageOptions> {
    checkMayActOn(ctx, member);
    await member.timeout(time, signed(ctx, reason));
    return this.#done(ctx, member, 'timeout', reason);
  }

  @SlashCommand(
    { description: 'Removes a member, who may come back', contexts: ['guild'], permissions: ['KickMembers'] },
    MemberOptions,
  )
  @RequirePermissions('KickMembers')
  @RequireBotPermissions('KickMembers')
  async kick(ctx: SlashContext, { member, reason }: MemberOptions): Promise<MessageOptions> {
    checkMayActOn(ctx, member);
    await tell(member, `You were kicked from ${guildOf(ctx).name}: ${reason}`);
    await member.kick(signed(ctx, reason));
    return this.#done(ctx, member, 'kick', reason);
  }

  @SlashCommand(
    { description: 'Keeps somebody out for good', contexts: ['guild'], permissions: ['BanMembers'] },
    BanOptions,
  )
  @RequirePermissions('BanMembers')
  @RequireBotPermissions('BanMembers')
  async ban(ctx: SlashContext, { days, reason, user }: BanOptions): Promise<MessageOptions> {
    const guild = guildOf(ctx);
    const member = await findMember(guild, user.id);
    checkMayActOn(ctx, member ?? user);
    if (member) await tell(member, `You were banned from ${guild.name}: ${reason}`);
    const deleteMessageSeconds = days * DAY_SECONDS;
    await guild.bans.add(user.id, { deleteMessageSeconds, reason: signed(ctx, reason) });
    return this.#done(ctx, user, 'ban', reason);
  }

  @SlashCommand(
    { description: 'Lets somebody in again', contexts: ['guild'], permissions: ['BanMembers'] },
    UnbanOptions,
  )
  @RequirePermissions('BanMembers')
  @RequireBotPermissions('BanMembers')
  async unban(ctx: SlashContext, { reason, user }: UnbanOptions): Promise<MessageOptions> {
    await guildOf(ctx).bans.remove(user.id, signed(ctx, reason));
    return this.#done(ctx, user, 'unban', reason);
  }

  /** Refusals that a moderator can do something about; `false` passes any other on to the log. */
  @OnError(DiscordApiError)
  refused(_ctx: SlashContext, { discordCode }: DiscordApiError): MessageOptions | false {
    const content = REFUSALS.get(discordCode);
    return content === undefined ? false : { content, ephemeral: true };
  }

  async #done(
    ctx: SlashContext,
    target: Member | User,
    kind: Deed['kind'],
    reason: string,
  ): Promise<MessageOptions> {
    const moderatorId = ctx.user.id;
    await this.#log.write(guildOf(ctx).id, {
      kind,
      atMs: this.#clock.now(),
      moderatorId,
      reason,
      targetId: target.id,
    });
    return { content: `${target.displayName}: ${kind}.`, ephemeral: true };
  }
}

/** Reason as the audit log of the guild shows it, which names only the bot otherwise. */
function signed({ user }: SlashContext, reason: string): string {
  return `${user.username}: ${reason}`;
}

/** Tells somebody in a direct message, while there still is a guild in common; many do not take any. */
async function tell(member: Member, text: string): Promise<void> {
  await member.send(text).catch(() => undefined);
}
