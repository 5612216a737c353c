/** Channels of guilds and direct-message channels. @see https://docs.discord.com/developers/resources/channel */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { changesBetween } from '../../world/audit-log.js';
import type { ChannelRecord, OverwriteRecord } from '../../world/channel-record.js';
import { isThreadType } from '../../world/channel-record.js';
import { seesChannel } from '../../world/channel-sight.js';
import type { GuildRecord } from '../../world/guild-record.js';
import { makeChannel } from '../../world/make-guild.js';
import { memberGuild, permittedGuild, requireIn, visibleChannel } from '../access.js';
import { ApiFailure, invalidForm, missingPermissions, unknown } from '../api-failure.js';
import { audit } from '../audit.js';
import { Form } from '../form.js';
import { readChannelFields } from '../forms/channel-form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, RestReply, route } from '../rest-call.js';
import { asRecord } from './guild-routes.js';
import { editThread } from './thread-routes.js';

const CREATABLE: readonly number[] = [0, 2, 4, 5, 13, 14, 15, 16];

export const channelRoutes: readonly Route[] = [
  route('GET', '/channels/:channel', (call) => toWireChannel(call, visibleChannel(call))),
  route('PATCH', '/channels/:channel', editChannel),
  route('DELETE', '/channels/:channel', deleteChannel),
  route('PUT', '/channels/:channel/permissions/:overwrite', setOverwrite),
  route('DELETE', '/channels/:channel/permissions/:overwrite', removeOverwrite),
  route('PUT', '/channels/:channel/voice-status', setVoiceStatus),
  route('GET', '/guilds/:guild/channels', (call) =>
    [...memberGuild(call).channels.values()]
      .filter((channel) => !isThreadType(channel.data.type))
      .filter((channel) => seesChannel(call.world, channel, callerOf(call).id))
      .map(({ data }) => data),
  ),
  route('POST', '/guilds/:guild/channels', createChannel),
  route('PATCH', '/guilds/:guild/channels', moveChannels),
];

/** Channel as its members see it. */
export function toWireChannel(call: RestCall, channel: ChannelRecord): unknown {
  if (channel.recipientIds.length === 0) {
    const member = channel.threadMembers.get(callerOf(call).id);
    return member ? { ...channel.data, member } : channel.data;
  }
  const others = channel.recipientIds.filter((id) => id !== callerOf(call).id);
  return { ...channel.data, recipients: others.flatMap((id) => call.world.users.get(id) ?? []) };
}

function createChannel(call: RestCall): RestReply {
  const guild = permittedGuild(call, P.ManageChannels);
  if (guild.channels.size >= 500)
    throw new ApiFailure(400, 30013, 'Maximum number of guild channels reached (500)');
  const form = bodyForm(call);
  const type = form.integer('type', { oneOf: CREATABLE }) ?? 0;
  const fields = readChannelFields(form, type, call.world);
  if (!form.has('name')) form.fail('name', 'BASE_TYPE_REQUIRED', 'This field is required');
  form.check();
  checkParent(guild, fields.parent_id);
  const parent = guild.channels.get(fields.parent_id ?? '');
  const inherited = parent ? { permission_overwrites: parent.data.permission_overwrites ?? [] } : {};
  const channel = makeChannel(call.world, guild, { ...inherited, ...fields, type, name: fields.name ?? '' });
  audit(call, guild, {
    actionType: 10,
    targetId: channel.data.id,
    changes: changesBetween({}, asRecord(channel.data)),
  });
  return new RestReply(201, channel.data);
}

function checkParent(guild: GuildRecord, parentId: string | null | undefined): void {
  if (parentId === undefined || parentId === null) return;
  if (guild.channels.get(parentId)?.data.type !== 4) {
    throw invalidForm(['parent_id'], 'CHANNEL_PARENT_INVALID', 'Category does not exist');
  }
}

function editChannel(call: RestCall): unknown {
  const channel = visibleChannel(call);
  const guild = call.world.guildOf(channel);
  if (!guild) throw new ApiFailure(403, 50003, 'Cannot execute action on a DM channel');
  if (isThreadType(channel.data.type)) return editThread(call, channel, guild);
  requireIn(call, channel, P.ManageChannels);
  const form = bodyForm(call);
  const fields = readChannelFields(form, channel.data.type, call.world);
  const type = form.integer('type', { oneOf: [0, 5] });
  form.check();
  checkParent(guild, fields.parent_id);
  if (fields.permission_overwrites) requireIn(call, channel, P.ManageRoles);
  const before = { ...channel.data };
  Object.assign(channel.data, fields, type === undefined ? {} : { type });
  const changes = changesBetween(asRecord(before), asRecord(channel.data));
  audit(call, guild, { actionType: 11, targetId: channel.data.id, changes });
  publishChannel(call, channel);
  return channel.data;
}

function publishChannel(call: RestCall, channel: ChannelRecord): void {
  call.world.publish({ name: 'CHANNEL_UPDATE', data: channel.data, guildId: channel.data.guild_id });
}

function deleteChannel(call: RestCall): unknown {
  const channel = visibleChannel(call);
  const guild = call.world.guildOf(channel);
  if (!guild) return toWireChannel(call, channel);
  const isThread = isThreadType(channel.data.type);
  requireIn(call, channel, isThread ? P.ManageThreads : P.ManageChannels);
  guild.channels.delete(channel.data.id);
  call.world.channels.delete(channel.data.id);
  for (const other of guild.channels.values()) {
    if (other.data.parent_id !== channel.data.id) continue;
    if (isThreadType(other.data.type)) guild.channels.delete(other.data.id);
    else other.data.parent_id = null;
  }
  audit(call, guild, { actionType: isThread ? 112 : 12, targetId: channel.data.id });
  const { id, guild_id, parent_id, type } = channel.data;
  const data = isThread ? { id, guild_id, parent_id, type } : channel.data;
  call.world.publish({ name: isThread ? 'THREAD_DELETE' : 'CHANNEL_DELETE', data, guildId: guild.data.id });
  return channel.data;
}

function moveChannels(call: RestCall): undefined {
  const guild = permittedGuild(call, P.ManageChannels);
  const forms = Form.of({ channels: call.body }).rootList('channels');
  const moves = forms.items.map((form) => ({
    id: form.snowflake('id', { required: true }) ?? '',
    position: form.integer('position', { min: 0 }),
    hasParent: form.has('parent_id'),
    parentId: form.snowflake('parent_id') ?? null,
    locks: form.boolean('lock_permissions') ?? false,
  }));
  forms.check();
  if (moves.filter(({ hasParent }) => hasParent).length > 1) {
    throw new ApiFailure(400, 40009, 'Only one parent_id change is allowed per request');
  }
  for (const move of moves) {
    const channel = guild.channels.get(move.id);
    if (!channel) throw unknown('Channel');
    if (move.position !== undefined) channel.data.position = move.position;
    if (move.hasParent) channel.data.parent_id = move.parentId;
    const parent = guild.channels.get(channel.data.parent_id ?? '');
    if (move.locks && parent)
      channel.data.permission_overwrites = [...(parent.data.permission_overwrites ?? [])];
    publishChannel(call, channel);
  }
}

function setOverwrite(call: RestCall): undefined {
  const { channel, guild } = overwritable(call);
  const form = bodyForm(call);
  const type = form.integer('type', { required: true, oneOf: [0, 1] });
  const allow = form.bits('allow') ?? '0';
  const deny = form.bits('deny') ?? '0';
  form.check();
  const own = call.world.permissionsIn(channel, callerOf(call).id);
  if (((BigInt(allow) | BigInt(deny)) & ~own) !== 0n) throw missingPermissions();
  const id = param(call, 'overwrite');
  if (type === 0 && !guild.roles.has(id)) throw unknown('Role');
  const overwrite: OverwriteRecord = { id, type: type as 0 | 1, allow, deny };
  const others = (channel.data.permission_overwrites ?? []).filter((other) => other.id !== id);
  const isNew = others.length === (channel.data.permission_overwrites ?? []).length;
  channel.data.permission_overwrites = [...others, overwrite];
  audit(call, guild, {
    actionType: isNew ? 13 : 14,
    targetId: channel.data.id,
    options: { id, type: String(type) },
  });
  publishChannel(call, channel);
}

function removeOverwrite(call: RestCall): undefined {
  const { channel, guild } = overwritable(call);
  const id = param(call, 'overwrite');
  const overwrites = channel.data.permission_overwrites ?? [];
  if (!overwrites.some((overwrite) => overwrite.id === id)) throw unknown('Overwrite');
  channel.data.permission_overwrites = overwrites.filter((overwrite) => overwrite.id !== id);
  audit(call, guild, { actionType: 15, targetId: channel.data.id, options: { id } });
  publishChannel(call, channel);
}

function overwritable(call: RestCall): { channel: ChannelRecord; guild: GuildRecord } {
  const channel = visibleChannel(call);
  const guild = call.world.guildOf(channel);
  if (!guild) throw new ApiFailure(403, 50003, 'Cannot execute action on a DM channel');
  requireIn(call, channel, P.ManageRoles);
  return { channel, guild };
}

function setVoiceStatus(call: RestCall): undefined {
  const channel = visibleChannel(call);
  requireIn(call, channel, P.SetVoiceChannelStatus);
  const form = bodyForm(call);
  const status = form.isNull('status') ? null : (form.string('status', { max: 500 }) ?? null);
  form.check();
  const data = { id: channel.data.id, guild_id: channel.data.guild_id, status };
  call.world.publish({ name: 'VOICE_CHANNEL_STATUS_UPDATE', data, guildId: channel.data.guild_id });
}
