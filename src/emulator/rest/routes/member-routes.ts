/** Members of a guild. @see https://docs.discord.com/developers/resources/guild#get-guild-member */
import { GatewayIntentBits, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { findToken } from '../../world/access-token.js';
import { changesBetween } from '../../world/audit-log.js';
import type { GuildRecord } from '../../world/guild-record.js';
import { joinGuild, leaveGuild } from '../../world/make-guild.js';
import type { MemberRecord } from '../../world/member-record.js';
import { guildPermissions, outranks } from '../../world/permissions.js';
import { moveInVoice } from '../../world/voice.js';
import { callerPermissions, memberGuild, ownMember, permittedGuild } from '../access.js';
import { ApiFailure, missingAccess, missingPermissions, unknown } from '../api-failure.js';
import { audit } from '../audit.js';
import type { Form } from '../form.js';
import { storeImage } from '../forms/image-form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, queryInteger, RestReply, route } from '../rest-call.js';
import { asRecord } from './guild-routes.js';
import { findRole, requireAbove } from './role-routes.js';

const MAX_TIMEOUT_MS = 28 * 86_400_000;

export const memberRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild/members', listMembers),
  route('GET', '/guilds/:guild/members/search', searchMembers),
  route('PATCH', '/guilds/:guild/members/@me', editOwnMember),
  route('PATCH', '/guilds/:guild/members/@me/nick', (call) => {
    editOwnMember(call);
    return { nick: ownMember(call, memberGuild(call)).nick };
  }),
  route('GET', '/guilds/:guild/members/:user', (call) => findMember(memberGuild(call), param(call, 'user'))),
  route('PUT', '/guilds/:guild/members/:user', addMember),
  route('PATCH', '/guilds/:guild/members/:user', editMember),
  route('DELETE', '/guilds/:guild/members/:user', kickMember),
  route('PUT', '/guilds/:guild/members/:user/roles/:role', (call) => changeRole(call, true)),
  route('DELETE', '/guilds/:guild/members/:user/roles/:role', (call) => changeRole(call, false)),
];

/** The one flag that is given: to be let in unverified. */
const EDITABLE_FLAGS = 1 << 2;

/** Member of that id; throws 10007. */
export function findMember(guild: GuildRecord, id: string): MemberRecord {
  const member = guild.members.get(id);
  if (!member) throw unknown('Member');
  return member;
}

/** Throws 50013 unless the caller stands above the member. */
export function requireOutranks(call: RestCall, guild: GuildRecord, userId: string): void {
  if (!outranks(guild, ownMember(call, guild), userId)) throw missingPermissions();
}

/** Tells everybody what a member is now; the bot itself hears of its own membership without the intent. */
export function publishMember(call: RestCall, guild: GuildRecord, member: MemberRecord): void {
  const data = { guild_id: guild.data.id, ...member };
  const { id, bot } = member.user;
  call.world.publish({
    name: 'GUILD_MEMBER_UPDATE',
    data: (hearer) => (hearer.id === id ? undefined : data),
    guildId: guild.data.id,
  });
  if (bot)
    call.world.publish({ name: 'GUILD_MEMBER_UPDATE', data, guildId: guild.data.id, botId: id, intents: 0 });
}

function listMembers(call: RestCall): unknown {
  const guild = memberGuild(call);
  if (!(callerOf(call).privilegedIntents & GatewayIntentBits.GuildMembers)) throw missingAccess();
  const limit = queryInteger(call, 'limit', 1, 1, 1000);
  const after = BigInt(call.query.get('after') ?? '0');
  return [...guild.members.values()]
    .filter(({ user }) => BigInt(user.id) > after)
    .sort((a, b) => (BigInt(a.user.id) < BigInt(b.user.id) ? -1 : 1))
    .slice(0, limit);
}

function searchMembers(call: RestCall): unknown {
  const guild = memberGuild(call);
  const limit = queryInteger(call, 'limit', 1, 1, 1000);
  const query = (call.query.get('query') ?? '').toLowerCase();
  return [...guild.members.values()]
    .filter(({ user, nick }) => [user.username, nick].some((name) => name?.toLowerCase().startsWith(query)))
    .slice(0, limit);
}

/** Lets somebody in who allowed it. */
function addMember(call: RestCall): RestReply {
  const guild = permittedGuild(call, P.CreateInstantInvite);
  const form = bodyForm(call);
  const token = form.string('access_token', { required: true, max: 10_240 });
  const nick = readNick(form);
  const roles = form.strings('roles') ?? [];
  const flags = { mute: form.boolean('mute') ?? false, deaf: form.boolean('deaf') ?? false };
  form.check();
  const access = findToken(call.world, token!);
  const userId = param(call, 'user');
  if (access?.applicationId !== callerOf(call).application.id || access.userId !== userId)
    throw new ApiFailure(403, 50025, 'Invalid OAuth2 access token provided');
  if (!access.scopes.includes('guilds.join'))
    throw new ApiFailure(403, 50026, 'Missing required OAuth2 scope');
  if (guild.members.has(userId)) return new RestReply(204);
  if (guild.bans.has(userId)) throw new ApiFailure(403, 40007, 'The user is banned from this guild.');
  for (const id of roles) requireAbove(call, guild, findRole(guild, id));
  const member = joinGuild(call.world, guild, call.world.users.get(userId)!, roles);
  Object.assign(member, flags, nick === undefined ? {} : { nick });
  return new RestReply(201, member);
}

function editOwnMember(call: RestCall): unknown {
  const guild = memberGuild(call);
  const member = ownMember(call, guild);
  const form = bodyForm(call);
  const nick = readNick(form);
  const avatar = storeImage(
    form,
    'avatar',
    call.world,
    `guilds/${guild.data.id}/users/${member.user.id}/avatars`,
  );
  form.check();
  if (nick !== undefined && !(callerPermissions(call, guild) & P.ChangeNickname)) throw missingPermissions();
  const before = { ...member };
  if (nick !== undefined) member.nick = nick;
  if (avatar !== undefined) member.avatar = avatar;
  audit(call, guild, {
    actionType: 24,
    targetId: member.user.id,
    changes: changesBetween(asRecord(before), asRecord(member)),
  });
  publishMember(call, guild, member);
  return member;
}

function readNick(form: Form): string | null | undefined {
  if (!form.has('nick')) return undefined;
  const nick = form.string('nick', { max: 32 });
  return nick === undefined || nick === '' ? null : nick;
}

function editMember(call: RestCall): unknown {
  const guild = memberGuild(call);
  const member = findMember(guild, param(call, 'user'));
  const form = bodyForm(call);
  const nick = readNick(form);
  const roles = form.strings('roles');
  const timeout = form.isNull('communication_disabled_until')
    ? null
    : form.timestamp('communication_disabled_until');
  const mute = form.boolean('mute');
  const deaf = form.boolean('deaf');
  const flags = form.integer('flags', { min: 0 });
  form.check();
  const require = (needed: bigint): void => {
    if (!(callerPermissions(call, guild) & needed)) throw missingPermissions();
    if (member.user.id !== callerOf(call).id) requireOutranks(call, guild, member.user.id);
  };
  const before = { ...member };
  if (nick !== undefined) require(P.ManageNicknames);
  if (flags !== undefined) require(P.ManageGuild | P.ManageRoles);
  if (roles) checkRoles(call, guild, member, roles, require);
  if (timeout !== undefined) checkTimeout(call, guild, member, timeout, require);
  const isInVoice = guild.voiceStates.has(member.user.id);
  if ((mute !== undefined || deaf !== undefined || form.has('channel_id')) && !isInVoice) {
    throw new ApiFailure(400, 40032, 'Target user is not connected to voice.');
  }
  if (nick !== undefined) member.nick = nick;
  if (roles) member.roles = [...new Set(roles)];
  if (timeout !== undefined) member.communication_disabled_until = timeout;
  if (mute !== undefined) member.mute = mute;
  if (deaf !== undefined) member.deaf = deaf;
  if (flags !== undefined) member.flags = (member.flags & ~EDITABLE_FLAGS) | (flags & EDITABLE_FLAGS);
  if (isInVoice) editVoice(call, guild, member, form, { mute, deaf });
  const changes = changesBetween(asRecord(before), asRecord(member));
  audit(call, guild, { actionType: roles ? 25 : 24, targetId: member.user.id, changes });
  publishMember(call, guild, member);
  return member;
}

function editVoice(
  call: RestCall,
  guild: GuildRecord,
  member: MemberRecord,
  form: Form,
  flags: { readonly mute: boolean | undefined; readonly deaf: boolean | undefined },
): void {
  const state = guild.voiceStates.get(member.user.id)!;
  const channelId = form.has('channel_id')
    ? (form.snowflake('channel_id') ?? null)
    : String(state['channel_id']);
  moveInVoice(call.world, guild, member.user.id, channelId, {
    ...(flags.mute === undefined ? {} : { mute: flags.mute }),
    ...(flags.deaf === undefined ? {} : { deaf: flags.deaf }),
  });
}

function checkRoles(
  call: RestCall,
  guild: GuildRecord,
  member: MemberRecord,
  roles: readonly string[],
  require: (needed: bigint) => void,
): void {
  require(P.ManageRoles);
  const changed = [
    ...roles.filter((id) => !member.roles.includes(id)),
    ...member.roles.filter((id) => !roles.includes(id)),
  ];
  for (const id of changed) {
    const role = findRole(guild, id);
    if (role.managed || role.id === guild.data.id) throw missingPermissions();
    requireAbove(call, guild, role);
  }
}

function checkTimeout(
  call: RestCall,
  guild: GuildRecord,
  member: MemberRecord,
  timeout: string | null,
  require: (needed: bigint) => void,
): void {
  require(P.ModerateMembers);
  const now = call.world.clock.now();
  const isAdministrator = (guildPermissions(guild, member, now) & P.Administrator) !== 0n;
  if (timeout !== null && isAdministrator) throw missingPermissions();
  if (timeout !== null && Date.parse(timeout) > now + MAX_TIMEOUT_MS) {
    throw new ApiFailure(400, 50035, 'Invalid Form Body', [
      {
        path: ['communication_disabled_until'],
        code: 'GUILD_MEMBER_TIMEOUT_TOO_LONG',
        message: 'Must be at most 28 days ahead.',
      },
    ]);
  }
}

function kickMember(call: RestCall): undefined {
  const guild = permittedGuild(call, P.KickMembers);
  const member = findMember(guild, param(call, 'user'));
  requireOutranks(call, guild, member.user.id);
  leaveGuild(call.world, guild, member.user);
  audit(call, guild, { actionType: 20, targetId: member.user.id });
}

function changeRole(call: RestCall, isGiven: boolean): RestReply {
  const guild = permittedGuild(call, P.ManageRoles);
  const member = findMember(guild, param(call, 'user'));
  const role = findRole(guild, param(call, 'role'));
  if (role.managed) throw missingPermissions();
  requireAbove(call, guild, role);
  const had = member.roles.includes(role.id);
  if (had === isGiven) return new RestReply(204);
  member.roles = isGiven ? [...member.roles, role.id] : member.roles.filter((id) => id !== role.id);
  const key = isGiven ? '$add' : '$remove';
  const changes = [{ key, new_value: [{ id: role.id, name: role.name }] }];
  audit(call, guild, { actionType: 25, targetId: member.user.id, changes });
  publishMember(call, guild, member);
  return new RestReply(204);
}
