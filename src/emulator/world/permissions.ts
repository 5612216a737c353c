/** Permission arithmetic. @see https://docs.discord.com/developers/topics/permissions#permission-overwrites */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import { compareSnowflakes } from '../../utils/snowflake.js';
import type { ChannelRecord } from './channel-record.js';
import { isThreadType } from './channel-record.js';
import type { GuildRecord } from './guild-record.js';
import type { MemberRecord } from './member-record.js';
import type { RoleRecord } from './role-record.js';

/** All permissions that have a name. */
export const ALL_PERMISSIONS = 8_866_461_766_385_663n;

/** What @everyone may in a new guild. */
export const DEFAULT_EVERYONE_PERMISSIONS =
  P.CreateInstantInvite |
  P.AddReactions |
  P.Stream |
  P.ViewChannel |
  P.SendMessages |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.MentionEveryone |
  P.UseExternalEmojis |
  P.Connect |
  P.Speak |
  P.UseVAD |
  P.ChangeNickname |
  P.UseApplicationCommands |
  P.RequestToSpeak |
  P.CreatePublicThreads |
  P.CreatePrivateThreads |
  P.UseExternalStickers |
  P.SendMessagesInThreads |
  P.UseEmbeddedActivities |
  P.UseSoundboard |
  P.UseExternalSounds |
  P.SendVoiceMessages |
  P.SendPolls |
  P.UseExternalApps;

/** What both sides may in direct messages. */
export const DIRECT_MESSAGE_PERMISSIONS =
  P.AddReactions |
  P.ViewChannel |
  P.SendMessages |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.MentionEveryone |
  P.UseExternalEmojis |
  P.UseApplicationCommands |
  P.UseExternalStickers |
  P.SendVoiceMessages |
  P.SendPolls |
  P.PinMessages;

const TIMED_OUT = P.ViewChannel | P.ReadMessageHistory;
const WITHOUT_SENDING = P.MentionEveryone | P.SendTTSMessages | P.AttachFiles | P.EmbedLinks;

/** Permissions of a member in the guild as a whole. */
export function guildPermissions(guild: GuildRecord, member: MemberRecord, nowMs: number): bigint {
  if (guild.data.owner_id === member.user.id) return ALL_PERMISSIONS;
  let permissions = BigInt(guild.roles.get(guild.data.id)?.permissions ?? '0');
  for (const id of member.roles) permissions |= BigInt(guild.roles.get(id)?.permissions ?? '0');
  if (permissions & P.Administrator) return ALL_PERMISSIONS;
  return isTimedOut(member, nowMs) ? permissions & TIMED_OUT : permissions;
}

/** Permissions of a member in one channel; a thread takes its parent's overwrites. */
export function channelPermissions(
  guild: GuildRecord,
  channel: ChannelRecord,
  member: MemberRecord,
  nowMs: number,
): bigint {
  const base = guildPermissions(guild, member, nowMs);
  if (base === ALL_PERMISSIONS) return base;
  const isThread = isThreadType(channel.data.type);
  const source = isThread ? guild.channels.get(channel.data.parent_id ?? '') : channel;
  const applied = applyOverwrites(base, guild, source, member);
  if (!(applied & P.ViewChannel)) return 0n;
  let permissions = isTimedOut(member, nowMs) ? applied & TIMED_OUT : applied;
  const sending = isThread ? P.SendMessagesInThreads : P.SendMessages;
  if (!(permissions & sending)) permissions &= ~WITHOUT_SENDING;
  return permissions;
}

function applyOverwrites(
  base: bigint,
  guild: GuildRecord,
  channel: ChannelRecord | undefined,
  member: MemberRecord,
): bigint {
  const overwrites = channel?.data.permission_overwrites ?? [];
  let permissions = base;
  const everyone = overwrites.find((overwrite) => overwrite.id === guild.data.id);
  if (everyone) permissions = (permissions & ~BigInt(everyone.deny)) | BigInt(everyone.allow);
  let allow = 0n;
  let deny = 0n;
  for (const overwrite of overwrites) {
    if (overwrite.type !== 0 || overwrite.id === guild.data.id || !member.roles.includes(overwrite.id))
      continue;
    allow |= BigInt(overwrite.allow);
    deny |= BigInt(overwrite.deny);
  }
  permissions = (permissions & ~deny) | allow;
  const own = overwrites.find((overwrite) => overwrite.type === 1 && overwrite.id === member.user.id);
  return own ? (permissions & ~BigInt(own.deny)) | BigInt(own.allow) : permissions;
}

function isTimedOut(member: MemberRecord, nowMs: number): boolean {
  return (
    member.communication_disabled_until !== null && Date.parse(member.communication_disabled_until) > nowMs
  );
}

/** Highest role of a member; @everyone when it has no other. */
export function topRole(guild: GuildRecord, member: MemberRecord): RoleRecord {
  let top = guild.roles.get(guild.data.id)!;
  for (const id of member.roles) {
    const role = guild.roles.get(id);
    if (role && compareRoles(role, top) > 0) top = role;
  }
  return top;
}

/** Order of roles in the hierarchy: positive when `a` stands above `b`. */
export function compareRoles(a: RoleRecord, b: RoleRecord): number {
  return a.position - b.position || compareSnowflakes(b.id, a.id);
}

/** Whether `actor` stands above `target`: owners above all, nobody above the owner. */
export function outranks(guild: GuildRecord, actor: MemberRecord, targetId: Snowflake): boolean {
  if (targetId === guild.data.owner_id) return false;
  if (actor.user.id === guild.data.owner_id) return true;
  const target = guild.members.get(targetId);
  return !target || compareRoles(topRole(guild, actor), topRole(guild, target)) > 0;
}
