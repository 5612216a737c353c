/** Finds what a path names, and refuses what the caller may not see or do. */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { ChannelRecord } from '../world/channel-record.js';
import type { GuildRecord } from '../world/guild-record.js';
import type { MemberRecord } from '../world/member-record.js';
import type { MessageRecord } from '../world/message-record.js';
import { guildPermissions } from '../world/permissions.js';
import { missingAccess, missingPermissions, unknown } from './api-failure.js';
import type { RestCall } from './rest-call.js';
import { callerOf, param } from './rest-call.js';

/** Channel of the path that the caller can see; throws 10003 or 50001. */
export function visibleChannel(call: RestCall, name = 'channel'): ChannelRecord {
  const channel = call.world.channels.get(param(call, name));
  if (!channel) throw unknown('Channel');
  const permissions = call.world.permissionsIn(channel, callerOf(call).id);
  if (!(permissions & P.ViewChannel)) throw missingAccess();
  return channel;
}

/** Channel of the path in which the caller has the permissions; throws 50013 when not. */
export function permittedChannel(call: RestCall, needed: bigint): ChannelRecord {
  const channel = visibleChannel(call);
  requireIn(call, channel, needed);
  return channel;
}

/** Throws 50013 unless the caller has all the permissions in the channel. */
export function requireIn(call: RestCall, channel: ChannelRecord, needed: bigint): void {
  if (!hasIn(call, channel, needed)) throw missingPermissions();
}

export function hasIn(call: RestCall, channel: ChannelRecord, needed: bigint): boolean {
  return (call.world.permissionsIn(channel, callerOf(call).id) & needed) === needed;
}

/** Message of the path; throws 10008. */
export function visibleMessage(call: RestCall, channel: ChannelRecord, name = 'message'): MessageRecord {
  const message = call.world.findMessage(channel.data.id, param(call, name));
  if (!message || message.ephemeralFor !== undefined) throw unknown('Message');
  return message;
}

/** Guild of the path of which the caller is a member; throws 10004 or 50001. */
export function memberGuild(call: RestCall, name = 'guild'): GuildRecord {
  const guild = call.world.guilds.get(param(call, name));
  if (!guild) throw unknown('Guild');
  if (!guild.members.has(callerOf(call).id)) throw missingAccess();
  return guild;
}

/** Guild of the path in which the caller has the permissions; throws 50013 when not. */
export function permittedGuild(call: RestCall, needed: bigint): GuildRecord {
  const guild = memberGuild(call);
  if ((callerPermissions(call, guild) & needed) !== needed) throw missingPermissions();
  return guild;
}

/** Permissions of the caller in the guild as a whole. */
export function callerPermissions(call: RestCall, guild: GuildRecord): bigint {
  return guildPermissions(guild, ownMember(call, guild), call.world.clock.now());
}

/** The caller's own membership. */
export function ownMember(call: RestCall, guild: GuildRecord): MemberRecord {
  const member = guild.members.get(callerOf(call).id);
  if (!member) throw missingAccess();
  return member;
}
