/** Bans. @see https://docs.discord.com/developers/resources/guild#get-guild-bans */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { GuildRecord } from '../../world/guild-record.js';
import { leaveGuild } from '../../world/make-guild.js';
import { outranks } from '../../world/permissions.js';
import { ownMember, permittedGuild } from '../access.js';
import { ApiFailure, unknown } from '../api-failure.js';
import { audit } from '../audit.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, queryInteger, route } from '../rest-call.js';
import { requireOutranks } from './member-routes.js';

export const banRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild/bans', listBans),
  route('GET', '/guilds/:guild/bans/:user', (call) =>
    toWireBan(call, permittedGuild(call, P.BanMembers), param(call, 'user')),
  ),
  route('PUT', '/guilds/:guild/bans/:user', createBan),
  route('DELETE', '/guilds/:guild/bans/:user', deleteBan),
  route('POST', '/guilds/:guild/bulk-ban', bulkBan),
];

function listBans(call: RestCall): unknown {
  const guild = permittedGuild(call, P.BanMembers);
  const limit = queryInteger(call, 'limit', 1000, 1, 1000);
  const after = BigInt(call.query.get('after') ?? '0');
  const before = call.query.get('before');
  const ids = [...guild.bans.keys()]
    .filter((id) => BigInt(id) > after && (before === null || BigInt(id) < BigInt(before)))
    .sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
  const page = before === null ? ids.slice(0, limit) : ids.slice(-limit);
  return page.map((id) => toWireBan(call, guild, id));
}

function toWireBan(call: RestCall, guild: GuildRecord, userId: string): unknown {
  if (!guild.bans.has(userId)) throw unknown('Ban');
  return { reason: guild.bans.get(userId), user: call.world.users.get(userId) };
}

function createBan(call: RestCall): undefined {
  const guild = permittedGuild(call, P.BanMembers);
  const form = bodyForm(call);
  const seconds = form.integer('delete_message_seconds', { min: 0, max: 604_800 }) ?? 0;
  const days = form.integer('delete_message_days', { min: 0, max: 7 }) ?? 0;
  form.check();
  const userId = param(call, 'user');
  if (!call.world.users.has(userId)) throw unknown('User');
  requireOutranks(call, guild, userId);
  ban(call, guild, userId, Math.max(seconds, days * 86_400));
}

function ban(call: RestCall, guild: GuildRecord, userId: string, deleteSeconds: number): void {
  const user = call.world.users.get(userId)!;
  guild.bans.set(userId, call.reason ?? null);
  deleteRecentMessages(call, guild, userId, deleteSeconds);
  leaveGuild(call.world, guild, user);
  audit(call, guild, { actionType: 22, targetId: userId });
  call.world.publish({
    name: 'GUILD_BAN_ADD',
    data: { guild_id: guild.data.id, user },
    guildId: guild.data.id,
  });
}

function deleteRecentMessages(call: RestCall, guild: GuildRecord, userId: string, seconds: number): void {
  const sinceMs = call.world.clock.now() - seconds * 1000;
  for (const channel of guild.channels.values()) {
    const recent = [...channel.messages.values()].filter(
      ({ author, timestamp }) => author.id === userId && seconds > 0 && Date.parse(timestamp) >= sinceMs,
    );
    if (recent.length === 0) continue;
    for (const message of recent) {
      message.isDeleted = true;
      channel.messages.delete(message.id);
    }
    const data = { ids: recent.map(({ id }) => id), channel_id: channel.data.id, guild_id: guild.data.id };
    call.world.publish({
      name: 'MESSAGE_DELETE_BULK',
      data,
      guildId: guild.data.id,
      channelId: channel.data.id,
    });
  }
}

function deleteBan(call: RestCall): undefined {
  const guild = permittedGuild(call, P.BanMembers);
  const userId = param(call, 'user');
  if (!guild.bans.delete(userId)) throw unknown('Ban');
  audit(call, guild, { actionType: 23, targetId: userId });
  const data = { guild_id: guild.data.id, user: call.world.users.get(userId) };
  call.world.publish({ name: 'GUILD_BAN_REMOVE', data, guildId: guild.data.id });
}

function bulkBan(call: RestCall): unknown {
  const guild = permittedGuild(call, P.BanMembers | P.ManageGuild);
  const form = bodyForm(call);
  const ids = form.strings('user_ids', { required: true, min: 1, max: 200 }) ?? [];
  const seconds = form.integer('delete_message_seconds', { min: 0, max: 604_800 }) ?? 0;
  form.check();
  const own = ownMember(call, guild);
  const mayBan = (id: string): boolean =>
    call.world.users.has(id) && id !== callerOf(call).id && !guild.bans.has(id) && outranks(guild, own, id);
  const banned = [...new Set(ids)].filter(mayBan);
  if (banned.length === 0) throw new ApiFailure(400, 500_000, 'Failed to ban users');
  for (const id of banned) ban(call, guild, id, seconds);
  return { banned_users: banned, failed_users: ids.filter((id) => !banned.includes(id)) };
}
