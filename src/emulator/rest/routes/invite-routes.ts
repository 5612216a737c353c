/** Invites. @see https://docs.discord.com/developers/resources/invite */
import { randomBytes } from 'node:crypto';
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { hasIn, permittedChannel, permittedGuild } from '../access.js';
import { missingPermissions, unknown } from '../api-failure.js';
import { audit } from '../audit.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, publicRoute, queryFlag, route } from '../rest-call.js';

export const inviteRoutes: readonly Route[] = [
  route('POST', '/channels/:channel/invites', createInvite),
  route('GET', '/channels/:channel/invites', (call) => {
    const channel = permittedChannel(call, P.ManageChannels);
    return invitesWhere(call, ({ channelId }) => channelId === channel.data.id);
  }),
  route('GET', '/guilds/:guild/invites', (call) => {
    const guild = permittedGuild(call, P.ManageGuild);
    return invitesWhere(call, ({ guildId }) => guildId === guild.data.id);
  }),
  publicRoute('GET', '/invites/:code', (call) => toWire(call, findInvite(call), false)),
  route('DELETE', '/invites/:code', deleteInvite),
];

interface InviteRecord extends Record<string, unknown> {
  readonly code: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly inviterId: string;
  readonly maxAgeSeconds: number;
  readonly maxUses: number;
  readonly isTemporary: boolean;
  readonly createdAtMs: number;
  readonly createdAt: string;
}

function createInvite(call: RestCall): unknown {
  const channel = permittedChannel(call, P.CreateInstantInvite);
  const form = bodyForm(call);
  const maxAgeSeconds = form.integer('max_age', { min: 0, max: 604_800 }) ?? 86_400;
  const maxUses = form.integer('max_uses', { min: 0, max: 100 }) ?? 0;
  const isTemporary = form.boolean('temporary') ?? false;
  form.boolean('unique');
  form.check();
  const invite: InviteRecord = {
    code: randomBytes(6).toString('base64url'),
    guildId: channel.data.guild_id!,
    channelId: channel.data.id,
    inviterId: callerOf(call).id,
    maxAgeSeconds,
    maxUses,
    isTemporary,
    createdAtMs: call.world.clock.now(),
    createdAt: call.world.timestamp(),
  };
  call.world.thingsOf('invites').set(invite.code, invite);
  const guild = call.world.guildOf(channel)!;
  audit(call, guild, { actionType: 40, targetId: null, changes: [{ key: 'code', new_value: invite.code }] });
  const { guild: _guild, channel: _channel, ...wire } = toWire(call, invite, true);
  const data = { ...wire, channel_id: channel.data.id, guild_id: guild.data.id };
  call.world.publish({ name: 'INVITE_CREATE', data, guildId: guild.data.id });
  return toWire(call, invite, true);
}

function allInvites(call: RestCall): InviteRecord[] {
  const now = call.world.clock.now();
  const invites = [...call.world.thingsOf('invites').values()] as InviteRecord[];
  return invites.filter(
    ({ maxAgeSeconds, createdAtMs }) => maxAgeSeconds === 0 || now < createdAtMs + maxAgeSeconds * 1000,
  );
}

function invitesWhere(call: RestCall, fits: (invite: InviteRecord) => boolean): unknown {
  return allInvites(call)
    .filter(fits)
    .map((invite) => toWire(call, invite, true));
}

function findInvite(call: RestCall): InviteRecord {
  const invite = allInvites(call).find(({ code }) => code === param(call, 'code'));
  if (!invite) throw unknown('Invite');
  return invite;
}

function deleteInvite(call: RestCall): unknown {
  const invite = findInvite(call);
  const channel = call.world.channels.get(invite.channelId)!;
  if (!hasIn(call, channel, P.ManageChannels) && !hasIn(call, channel, P.ManageGuild))
    throw missingPermissions();
  call.world.thingsOf('invites').delete(invite.code);
  audit(call, call.world.guildOf(channel)!, { actionType: 42, targetId: null });
  const data = { channel_id: invite.channelId, guild_id: invite.guildId, code: invite.code };
  call.world.publish({ name: 'INVITE_DELETE', data, guildId: invite.guildId });
  return toWire(call, invite, false);
}

function toWire(call: RestCall, invite: InviteRecord, withMetadata: boolean): Record<string, unknown> {
  const guild = call.world.guilds.get(invite.guildId)!;
  const {
    id,
    name,
    splash,
    banner,
    description,
    icon,
    features,
    verification_level,
    vanity_url_code,
    nsfw_level,
    nsfw,
    premium_subscription_count,
  } = guild.data;
  const channel = guild.channels.get(invite.channelId)?.data;
  const expiresMs = invite.createdAtMs + invite.maxAgeSeconds * 1000;
  return {
    type: 0,
    code: invite.code,
    inviter: call.world.users.get(invite.inviterId),
    expires_at:
      invite.maxAgeSeconds === 0 ? null : new Date(expiresMs).toISOString().replace('Z', '000+00:00'),
    flags: 0,
    guild: {
      id,
      name,
      splash,
      banner,
      description,
      icon,
      features,
      verification_level,
      vanity_url_code,
      nsfw_level,
      nsfw,
      premium_subscription_count,
    },
    guild_id: id,
    channel: { id: channel?.id, type: channel?.type, name: channel?.name },
    ...(queryFlag(call, 'with_counts')
      ? { approximate_member_count: guild.members.size, approximate_presence_count: guild.members.size }
      : {}),
    ...(withMetadata
      ? {
          uses: 0,
          max_uses: invite.maxUses,
          max_age: invite.maxAgeSeconds,
          temporary: invite.isTemporary,
          created_at: invite.createdAt,
        }
      : {}),
  };
}
