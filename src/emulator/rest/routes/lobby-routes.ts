/** Lobbies and their members. @see https://docs.discord.com/developers/resources/lobby */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { makeInvite } from '../../world/invite.js';
import type { LobbyMemberRecord, LobbyMetadata, LobbyRecord } from '../../world/lobby.js';
import { CAN_LINK_LOBBY, lobbiesOf, makeLobby, toWireLobby } from '../../world/lobby.js';
import { ApiFailure, missingAccess, missingPermissions, unknown } from '../api-failure.js';
import { Form } from '../form.js';
import type { RestCall, Route } from '../rest-call.js';
import {
  askingApplicationId,
  askingUser,
  bodyForm,
  callerOf,
  param,
  RestReply,
  route,
  sharedRoute,
} from '../rest-call.js';

const LOBBY = '/lobbies/:lobby';
const MEMBER = `${LOBBY}/members/:user`;
const SCOPE = 'sdk.social_layer';

export const lobbyRoutes: readonly Route[] = [
  route('POST', '/lobbies', createLobby),
  sharedRoute('PUT', '/lobbies', SCOPE, joinLobby),
  route('GET', LOBBY, (call) => toWireLobby(call.world, findLobby(call))),
  route('PATCH', LOBBY, editLobby),
  route('DELETE', LOBBY, (call) => {
    lobbiesOf(call.world).delete(findLobby(call).id);
  }),
  sharedRoute('PATCH', `${LOBBY}/channel-linking`, SCOPE, linkChannel),
  route('POST', `${LOBBY}/members/bulk`, updateMembers),
  sharedRoute('DELETE', `${LOBBY}/members/@me`, SCOPE, (call) => {
    findLobby(call).members.delete(askingUser(call).id);
  }),
  sharedRoute('POST', `${LOBBY}/members/@me/invites`, SCOPE, (call) => invite(call, askingUser(call).id)),
  route('PUT', MEMBER, (call) => putMember(findLobby(call), param(call, 'user'), bodyForm(call), call)),
  route('DELETE', MEMBER, (call) => {
    findLobby(call).members.delete(param(call, 'user'));
  }),
  route('POST', `${MEMBER}/invites`, (call) => invite(call, param(call, 'user'))),
];

/** Lobby of the path, which must belong to the application that asks; throws 10031. */
export function findLobby(call: RestCall): LobbyRecord {
  const lobby = lobbiesOf(call.world).get(param(call, 'lobby'));
  if (lobby?.applicationId !== askingApplicationId(call)) throw unknown('Lobby');
  return lobby;
}

function readMetadata(form: Form, key: string): LobbyMetadata | null | undefined {
  if (form.isNull(key)) return null;
  const inner = form.object(key);
  if (!inner) return undefined;
  const metadata = form.raw(key) as Record<string, unknown>;
  for (const field of Object.keys(metadata)) inner.string(field, { max: 1024 });
  return metadata as LobbyMetadata;
}

/** Reads what new and changed lobbies share, and writes it once all of it is right. */
function applyFields(call: RestCall, lobby: LobbyRecord, form: Form): void {
  form.integer('idle_timeout_seconds', { min: 5, max: 604_800 });
  const metadata = readMetadata(form, 'metadata');
  const flags = form.integer('flags', { oneOf: [0, 1] });
  const url = form.string('override_event_webhooks_url', { max: 512 });
  const members = form.list('members', { max: 25 });
  const changes = members?.map((member) => ({ member, id: member.snowflake('id', { required: true }) }));
  form.check();
  if (metadata !== undefined) lobby.metadata = metadata;
  if (flags !== undefined) lobby.flags = flags;
  if (url !== undefined) lobby.webhooksUrl = url;
  if (!changes) return;
  lobby.members.clear();
  for (const { member, id } of changes) putMember(lobby, id!, member, call);
}

function createLobby(call: RestCall): RestReply {
  const lobby = makeLobby(call.world, callerOf(call).application.id);
  try {
    applyFields(call, lobby, bodyForm(call));
  } catch (error) {
    lobbiesOf(call.world).delete(lobby.id);
    throw error;
  }
  return new RestReply(201, toWireLobby(call.world, lobby));
}

function editLobby(call: RestCall): unknown {
  const lobby = findLobby(call);
  applyFields(call, lobby, bodyForm(call));
  return toWireLobby(call.world, lobby);
}

/** Whoever comes first with a secret makes the lobby. */
function joinLobby(call: RestCall): unknown {
  const form = bodyForm(call);
  const secret = form.string('secret', { required: true, max: 250 });
  const lobbyMetadata = readMetadata(form, 'lobby_metadata');
  const memberMetadata = readMetadata(form, 'member_metadata') ?? null;
  form.integer('idle_timeout_seconds', { min: 5, max: 604_800 });
  form.check();
  const applicationId = askingApplicationId(call);
  const known = [...lobbiesOf(call.world).values()].find(
    (lobby) => lobby.applicationId === applicationId && lobby.secret === secret,
  );
  const lobby = known ?? makeLobby(call.world, applicationId, secret);
  if (!known && lobbyMetadata) lobby.metadata = lobbyMetadata;
  const { id } = askingUser(call);
  lobby.members.set(id, { id, metadata: memberMetadata, flags: 0 });
  return toWireLobby(call.world, lobby);
}

function putMember(lobby: LobbyRecord, id: string, form: Form, call: RestCall): LobbyMemberRecord {
  if (!call.world.users.has(id)) throw unknown('User');
  const metadata = readMetadata(form, 'metadata') ?? null;
  const flags = form.integer('flags', { oneOf: [0, CAN_LINK_LOBBY] }) ?? 0;
  const name = form.string('additional_name', { min: 1, max: 80 });
  form.check();
  const member = { id, metadata, flags, ...(name === undefined ? {} : { additional_name: name }) };
  lobby.members.set(id, member);
  return member;
}

function updateMembers(call: RestCall): unknown {
  const lobby = findLobby(call);
  const forms = Form.of({ members: call.body }).rootList('members');
  if (forms.items.length > 25) throw new ApiFailure(400, 50035, 'Invalid Form Body');
  const changes = forms.items.map((form) => ({
    form,
    id: form.snowflake('id', { required: true }),
    isRemoved: form.boolean('remove_member') ?? false,
  }));
  forms.check();
  return changes.flatMap(({ form, id, isRemoved }) => {
    if (!isRemoved) return [putMember(lobby, id!, form, call)];
    lobby.members.delete(id!);
    return [];
  });
}

function linkChannel(call: RestCall): unknown {
  const lobby = findLobby(call);
  const form = bodyForm(call);
  const channelId = form.snowflake('channel_id');
  form.check();
  const user = askingUser(call);
  const isTrusted = user.bot === true || ((lobby.members.get(user.id)?.flags ?? 0) & CAN_LINK_LOBBY) !== 0;
  if (!isTrusted) throw missingPermissions();
  const channel = channelId === undefined ? undefined : call.world.channels.get(channelId);
  if (channelId !== undefined && !channel) throw unknown('Channel');
  if (channel && !(call.world.permissionsIn(channel, user.id) & P.ManageChannels)) throw missingPermissions();
  lobby.linkedChannelId = channelId;
  return toWireLobby(call.world, lobby);
}

function invite(call: RestCall, userId: string): unknown {
  const lobby = findLobby(call);
  if (!lobby.members.has(userId)) throw unknown('Member');
  const channel = call.world.channels.get(lobby.linkedChannelId ?? '');
  const guild = channel && call.world.guildOf(channel);
  if (!channel || !guild) throw missingAccess();
  const invited = makeInvite(call.world, {
    guildId: guild.data.id,
    channelId: channel.data.id,
    inviterId: userId,
    maxUses: 1,
  });
  invited.targets = { userIds: [userId], at: call.world.timestamp() };
  return { code: invited.code };
}
