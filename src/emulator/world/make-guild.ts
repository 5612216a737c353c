/** Making guilds, channels, roles and memberships, and telling everybody. */

import { ChannelType } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { BotRecord } from './bot-record.js';
import type { ChannelData, ChannelRecord } from './channel-record.js';
import { newChannel } from './channel-record.js';
import type { GuildRecord } from './guild-record.js';
import { newGuild } from './guild-record.js';
import { addIntegration, removeIntegration } from './integration.js';
import type { MemberRecord } from './member-record.js';
import { newMember } from './member-record.js';
import { DEFAULT_EVERYONE_PERMISSIONS } from './permissions.js';
import type { RoleRecord } from './role-record.js';
import { newRole } from './role-record.js';
import type { UserRecord } from './user-record.js';
import type { World } from './world.js';

/** Makes a guild with @everyone and its owner in it. */
export function makeGuild(world: World, name: string, owner: UserRecord): GuildRecord {
  const id = world.ids.nextGuild();
  const guild = newGuild(id, name, owner.id);
  guild.roles.set(id, newRole(id, '@everyone', DEFAULT_EVERYONE_PERMISSIONS, 0));
  guild.members.set(owner.id, newMember(owner, world.timestamp()));
  world.guilds.set(id, guild);
  return guild;
}

/** Fields of a new channel; absent ones get the defaults of its type. */
export type ChannelDraft = Partial<Omit<ChannelData, 'id' | 'guild_id'>> & { readonly name: string };

/** Makes a channel and tells everybody. */
export function makeChannel(world: World, guild: GuildRecord, draft: ChannelDraft): ChannelRecord {
  const type = draft.type ?? ChannelType.GuildText;
  const siblings = [...guild.channels.values()].filter((channel) => channel.data.type === type).length;
  const channel = newChannel({
    id: world.ids.next(),
    type,
    guild_id: guild.data.id,
    flags: 0,
    position: siblings,
    permission_overwrites: [],
    parent_id: null,
    nsfw: false,
    ...defaultsOf(type),
    ...draft,
  });
  guild.channels.set(channel.data.id, channel);
  world.channels.set(channel.data.id, channel);
  world.publish({ name: 'CHANNEL_CREATE', data: channel.data, guildId: guild.data.id });
  return channel;
}

function defaultsOf(type: number): Partial<ChannelData> {
  if (type === ChannelType.GuildVoice || type === ChannelType.GuildStageVoice) {
    const bitrate = type === ChannelType.GuildVoice ? 64_000 : 40_000;
    return { bitrate, user_limit: 0, rtc_region: null, rate_limit_per_user: 0, last_message_id: null };
  }
  if (type === ChannelType.GuildCategory) return {};
  if (type === ChannelType.GuildForum || type === ChannelType.GuildMedia) {
    return {
      topic: null,
      rate_limit_per_user: 0,
      last_message_id: null,
      available_tags: [],
      default_reaction_emoji: null,
      default_sort_order: null,
      default_forum_layout: 0,
    };
  }
  return { topic: null, rate_limit_per_user: 0, last_message_id: null };
}

/** Makes a role above @everyone and tells everybody. */
export function makeRole(
  world: World,
  guild: GuildRecord,
  draft: Partial<Omit<RoleRecord, 'id'>> & { readonly name: string },
): RoleRecord {
  const { name, permissions = '0', ...rest } = draft;
  const position = draft.position ?? 1;
  for (const other of guild.roles.values())
    if (other.id !== guild.data.id && other.position >= position) other.position++;
  const role = { ...newRole(world.ids.next(), name, BigInt(permissions), position), ...rest };
  guild.roles.set(role.id, role);
  world.publish({
    name: 'GUILD_ROLE_CREATE',
    data: { guild_id: guild.data.id, role },
    guildId: guild.data.id,
  });
  return role;
}

/** Lets a user in and tells everybody; a bot itself is told with GUILD_CREATE by the gateway. */
export function joinGuild(
  world: World,
  guild: GuildRecord,
  user: UserRecord,
  roles: readonly Snowflake[] = [],
  flags = 0,
): MemberRecord {
  const present = guild.members.get(user.id);
  if (present) return present;
  const member = newMember(user, world.timestamp());
  member.roles = [...roles];
  member.flags = flags;
  guild.members.set(user.id, member);
  const data = { ...member, guild_id: guild.data.id };
  world.publish({
    name: 'GUILD_MEMBER_ADD',
    data: (bot) => (bot.id === user.id ? undefined : data),
    guildId: guild.data.id,
  });
  return member;
}

/** Lets a bot in, with a managed role of its own. */
export function joinBot(world: World, guild: GuildRecord, bot: BotRecord, permissions: bigint): MemberRecord {
  const role = makeRole(world, guild, {
    name: bot.user.username,
    permissions: String(permissions),
    managed: true,
    tags: { bot_id: bot.id },
  });
  const member = joinGuild(world, guild, bot.user, [role.id]);
  world.publish({ name: 'GUILD_CREATE', data: {}, guildId: guild.data.id, botId: bot.id });
  addIntegration(world, guild, bot);
  return member;
}

/** Lets a user go and tells everybody; a bot that goes is told with GUILD_DELETE. */
export function leaveGuild(world: World, guild: GuildRecord, user: UserRecord): void {
  if (!guild.members.has(user.id)) return;
  if (user.bot)
    world.publish({
      name: 'GUILD_DELETE',
      data: { id: guild.data.id },
      guildId: guild.data.id,
      botId: user.id,
    });
  guild.members.delete(user.id);
  guild.voiceStates.delete(user.id);
  const bot = world.bots.get(user.id);
  if (bot) removeIntegration(world, guild, bot.application.id);
  world.publish({
    name: 'GUILD_MEMBER_REMOVE',
    data: { guild_id: guild.data.id, user },
    guildId: guild.data.id,
  });
}
