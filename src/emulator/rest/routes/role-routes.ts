/** Roles of a guild. @see https://docs.discord.com/developers/resources/guild#get-guild-roles */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { changesBetween } from '../../world/audit-log.js';
import type { GuildRecord } from '../../world/guild-record.js';
import { makeRole } from '../../world/make-guild.js';
import { compareRoles, topRole } from '../../world/permissions.js';
import type { RoleRecord } from '../../world/role-record.js';
import { callerPermissions, memberGuild, ownMember, permittedGuild } from '../access.js';
import { ApiFailure, missingPermissions, unknown } from '../api-failure.js';
import { audit } from '../audit.js';
import { defined } from '../defined.js';
import { Form } from '../form.js';
import { storeImage } from '../forms/image-form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, route } from '../rest-call.js';
import { asRecord } from './guild-routes.js';

export const roleRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild/roles', (call) => [...memberGuild(call).roles.values()]),
  route('POST', '/guilds/:guild/roles', createRole),
  route('PATCH', '/guilds/:guild/roles', moveRoles),
  route('GET', '/guilds/:guild/roles/member-counts', countMembers),
  route('GET', '/guilds/:guild/roles/:role', (call) => findRole(memberGuild(call), param(call, 'role'))),
  route('PATCH', '/guilds/:guild/roles/:role', editRole),
  route('DELETE', '/guilds/:guild/roles/:role', deleteRole),
];

/** Role of that id; throws 10011. */
export function findRole(guild: GuildRecord, id: string): RoleRecord {
  const role = guild.roles.get(id);
  if (!role) throw unknown('Role');
  return role;
}

/** Throws 50013 unless the caller stands above the role. */
export function requireAbove(call: RestCall, guild: GuildRecord, role: RoleRecord): void {
  const own = ownMember(call, guild);
  const isOwner = guild.data.owner_id === callerOf(call).id;
  if (!isOwner && compareRoles(topRole(guild, own), role) <= 0) throw missingPermissions();
}

function readRole(call: RestCall, guild: GuildRecord): Partial<RoleRecord> {
  const form = bodyForm(call);
  const colors = form.object('colors');
  const color =
    colors?.integer('primary_color', { min: 0, max: 0xffffff }) ??
    form.integer('color', { min: 0, max: 0xffffff });
  const permissions = form.bits('permissions');
  const fields = defined({
    name: form.string('name', { max: 100 }),
    permissions,
    color,
    colors:
      color === undefined
        ? undefined
        : {
            primary_color: color,
            secondary_color: colors?.integer('secondary_color') ?? null,
            tertiary_color: colors?.integer('tertiary_color') ?? null,
          },
    hoist: form.boolean('hoist'),
    mentionable: form.boolean('mentionable'),
    icon: storeImage(form, 'icon', call.world, 'role-icons'),
    unicode_emoji: form.isNull('unicode_emoji') ? null : form.string('unicode_emoji', { max: 100 }),
  });
  form.check();
  const own = callerPermissions(call, guild);
  if (permissions !== undefined && (BigInt(permissions) & ~own) !== 0n) throw missingPermissions();
  return fields as Partial<RoleRecord>;
}

function createRole(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ManageRoles);
  if (guild.roles.size >= 250)
    throw new ApiFailure(400, 30005, 'Maximum number of guild roles reached (250)');
  const everyone = guild.roles.get(guild.data.id)!;
  const role = makeRole(call.world, guild, {
    name: 'new role',
    permissions: everyone.permissions,
    ...readRole(call, guild),
  });
  audit(call, guild, { actionType: 30, targetId: role.id, changes: changesBetween({}, asRecord(role)) });
  return role;
}

function editRole(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ManageRoles);
  const role = findRole(guild, param(call, 'role'));
  if (role.id !== guild.data.id) requireAbove(call, guild, role);
  const before = { ...role };
  Object.assign(role, readRole(call, guild));
  audit(call, guild, {
    actionType: 31,
    targetId: role.id,
    changes: changesBetween(asRecord(before), asRecord(role)),
  });
  publishRole(call, guild, role);
  return role;
}

function moveRoles(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ManageRoles);
  const forms = Form.of({ roles: call.body }).rootList('roles');
  const moves = forms.items.map((form) => ({
    id: form.snowflake('id', { required: true }) ?? '',
    position: form.integer('position', { min: 0 }),
  }));
  forms.check();
  for (const { id } of moves) requireAbove(call, guild, findRole(guild, id));
  for (const { id, position } of moves) {
    const role = findRole(guild, id);
    if (position === undefined || position === role.position) continue;
    role.position = position;
    publishRole(call, guild, role);
  }
  return [...guild.roles.values()];
}

function deleteRole(call: RestCall): undefined {
  const guild = permittedGuild(call, P.ManageRoles);
  const role = findRole(guild, param(call, 'role'));
  if (role.id === guild.data.id || role.managed) throw new ApiFailure(400, 50028, 'Invalid Role');
  requireAbove(call, guild, role);
  guild.roles.delete(role.id);
  for (const other of guild.roles.values()) if (other.position > role.position) other.position--;
  for (const member of guild.members.values()) member.roles = member.roles.filter((id) => id !== role.id);
  audit(call, guild, { actionType: 32, targetId: role.id });
  const data = { guild_id: guild.data.id, role_id: role.id };
  call.world.publish({ name: 'GUILD_ROLE_DELETE', data, guildId: guild.data.id });
}

function countMembers(call: RestCall): unknown {
  const guild = memberGuild(call);
  const counts: Record<string, number> = {};
  for (const member of guild.members.values())
    for (const id of member.roles) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

function publishRole(call: RestCall, guild: GuildRecord, role: RoleRecord): void {
  call.world.publish({
    name: 'GUILD_ROLE_UPDATE',
    data: { guild_id: guild.data.id, role },
    guildId: guild.data.id,
  });
}
