import type {
  GatewayGuildRoleCreateDispatchData,
  GatewayGuildRoleDeleteDispatchData,
  GatewayGuildRoleUpdateDispatchData,
} from 'discord-api-types/v10';
import type { RoleRecord } from '../../models/records.js';
import { copyIfHeard } from '../copy-if-heard.js';
import type { DispatchContext } from '../dispatch-context.js';
import { dropRecord, keepRecord } from '../keep-record.js';

/** Role was made. */
export function onRoleCreate(context: DispatchContext, data: GatewayGuildRoleCreateDispatchData): void {
  const { guild_id: guildId, role } = data;
  shiftRoles(context, guildId, role.position, 1, role.id);
  const record = keepRecord(context, 'role', guildId, role.id, role);
  context.emit('roleCreate', (host) => [host.models.role(guildId, record)]);
}

/** Role changed. */
export function onRoleUpdate(context: DispatchContext, data: GatewayGuildRoleUpdateDispatchData): void {
  const { guild_id: guildId, role } = data;
  const before = copyIfHeard(context, 'roleUpdate', 'role', guildId, role.id);
  const record = keepRecord(context, 'role', guildId, role.id, role);
  context.emit('roleUpdate', (host) => [
    before && host.past.role(guildId, before),
    host.models.role(guildId, record),
  ]);
}

/** Role was deleted. */
export function onRoleDelete(context: DispatchContext, data: GatewayGuildRoleDeleteDispatchData): void {
  const { guild_id: guildId, role_id: id } = data;
  const dropped = dropRecord(context, 'role', guildId, id);
  if (dropped) shiftRoles(context, guildId, dropped.position + 1, -1, id);
  const held = dropped ?? ({ id, name: '', permissions: '0' } as RoleRecord);
  context.emit('roleDelete', (host) => [host.models.role(guildId, held)]);
}

/** Roles from a position up make room for a new one, or close up on one that is gone; Discord does not tell of each. */
function shiftRoles(
  context: DispatchContext,
  guildId: string,
  fromPosition: number,
  by: -1 | 1,
  exceptId: string,
): void {
  const { roles } = context.cache;
  if (roles.has(guildId, exceptId)) return;
  for (const role of [...roles.values(guildId)]) {
    const isAbove = role.position >= fromPosition && role.id !== guildId;
    if (isAbove) roles.set(guildId, role.id, { ...role, position: role.position + by });
  }
}
