/** Invites. @see https://docs.discord.com/developers/resources/invite */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { GuildRecord } from '../../world/guild-record.js';
import type { InviteDraft, InviteRecord } from '../../world/invite.js';
import { GUEST_INVITE, liveInvites, makeInvite } from '../../world/invite.js';
import { hasIn, permittedChannel, permittedGuild } from '../access.js';
import { missingAccess, missingPermissions, unknown } from '../api-failure.js';
import { audit } from '../audit.js';
import { defined } from '../defined.js';
import type { Form } from '../form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, publicRoute, queryFlag, route } from '../rest-call.js';
import { readTargets } from './invite-target-routes.js';
import { findRole, requireAbove } from './role-routes.js';

const VOICE_TYPES: readonly number[] = [2, 13];
/** Targets of invites. */
const STREAM = 1;
const ACTIVITY = 2;

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

function createInvite(call: RestCall): unknown {
  const channel = permittedChannel(call, P.CreateInstantInvite);
  const guild = call.world.guildOf(channel);
  if (!guild) throw missingAccess();
  const form = bodyForm(call);
  const fields = {
    maxAgeSeconds: form.integer('max_age', { min: 0, max: 604_800 }),
    maxUses: form.integer('max_uses', { min: 0, max: 100 }),
    isTemporary: form.boolean('temporary'),
    flags: form.integer('flags', { oneOf: [0, GUEST_INVITE] }),
    roleIds: form.strings('role_ids'),
    ...readTarget(call, form),
  };
  form.boolean('unique');
  if (fields.flags && !VOICE_TYPES.includes(channel.data.type))
    form.fail('flags', 'GUEST_INVITE_CHANNEL_INVALID', 'Guest invites lead to voice channels.');
  const targets = readTargets(call);
  form.check();
  if (fields.roleIds?.length) requireAllAbove(call, guild, fields.roleIds);
  const invite = makeInvite(call.world, {
    guildId: guild.data.id,
    channelId: channel.data.id,
    inviterId: callerOf(call).id,
    ...defined(fields),
  });
  if (targets) invite.targets = { userIds: targets, at: call.world.timestamp() };
  audit(call, guild, { actionType: 40, targetId: null, changes: [{ key: 'code', new_value: invite.code }] });
  const { guild: _guild, channel: _channel, ...wire } = toWire(call, invite, true);
  const data = { ...wire, channel_id: channel.data.id, guild_id: guild.data.id };
  call.world.publish({ name: 'INVITE_CREATE', data, guildId: guild.data.id });
  return toWire(call, invite, true);
}

/** Whose stream or which activity the invite leads to. */
function readTarget(
  call: RestCall,
  form: Form,
): Pick<InviteDraft, 'targetApplicationId' | 'targetType' | 'targetUserId'> {
  const targetType = form.integer('target_type', { oneOf: [STREAM, ACTIVITY] });
  const targetUserId = form.snowflake('target_user_id');
  const targetApplicationId = form.snowflake('target_application_id');
  if (targetType === STREAM && !call.world.users.has(targetUserId ?? ''))
    form.fail('target_user_id', 'BASE_TYPE_REQUIRED', 'This field is required');
  if (targetType === ACTIVITY && targetApplicationId === undefined)
    form.fail('target_application_id', 'BASE_TYPE_REQUIRED', 'This field is required');
  return defined({ targetType, targetUserId, targetApplicationId });
}

function requireAllAbove(call: RestCall, guild: GuildRecord, ids: readonly string[]): void {
  permittedGuild({ ...call, params: { guild: guild.data.id } }, P.ManageRoles);
  for (const id of ids) requireAbove(call, guild, findRole(guild, id));
}

function invitesWhere(call: RestCall, fits: (invite: InviteRecord) => boolean): unknown {
  return liveInvites(call.world)
    .filter(fits)
    .map((invite) => toWire(call, invite, true));
}

/** Invite of the path; throws 10006. */
export function findInvite(call: RestCall): InviteRecord {
  const invite = liveInvites(call.world).find(({ code }) => code === param(call, 'code'));
  if (!invite) throw unknown('Invite');
  return invite;
}

function deleteInvite(call: RestCall): unknown {
  const invite = findInvite(call);
  const channel = call.world.channels.get(invite.channelId)!;
  if (!hasIn(call, channel, P.ManageChannels) && !hasIn(call, channel, P.ManageGuild))
    throw missingPermissions();
  call.world.thingsOf('invites').delete(invite.code);
  const changes = [{ key: 'code', old_value: invite.code }];
  audit(call, call.world.guildOf(channel)!, { actionType: 42, targetId: null, changes });
  const data = { channel_id: invite.channelId, guild_id: invite.guildId, code: invite.code };
  call.world.publish({ name: 'INVITE_DELETE', data, guildId: invite.guildId });
  return toWire(call, invite, false);
}

function targetOf(call: RestCall, invite: InviteRecord): Record<string, unknown> {
  const { targetType, targetUserId, targetApplicationId } = invite;
  if (targetType === undefined) return {};
  return targetType === STREAM
    ? { target_type: targetType, target_user: call.world.users.get(targetUserId!) }
    : { target_type: targetType, target_application: { id: targetApplicationId, name: 'Activity' } };
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
    flags: invite.flags,
    ...targetOf(call, invite),
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
          uses: invite.uses,
          max_uses: invite.maxUses,
          max_age: invite.maxAgeSeconds,
          temporary: invite.isTemporary,
          created_at: invite.createdAt,
        }
      : {}),
  };
}
