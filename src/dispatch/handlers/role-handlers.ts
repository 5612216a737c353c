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
  const record = keepRecord(context, 'role', guildId, role.id, role);
  context.emit('roleCreate', (host) => [host.models.role(guildId, record)]);
}

/** Role changed. */
export function onRoleUpdate(context: DispatchContext, data: GatewayGuildRoleUpdateDispatchData): void {
  const { guild_id: guildId, role } = data;
  const before = copyIfHeard(context, 'roleUpdate', 'role', guildId, role.id);
  const record = keepRecord(context, 'role', guildId, role.id, role);
  context.emit('roleUpdate', (host) => [
    before && host.models.role(guildId, before),
    host.models.role(guildId, record),
  ]);
}

/** Role was deleted. */
export function onRoleDelete(context: DispatchContext, data: GatewayGuildRoleDeleteDispatchData): void {
  const { guild_id: guildId, role_id: id } = data;
  const held = dropRecord(context, 'role', guildId, id) ?? ({ id, name: '', permissions: '0' } as RoleRecord);
  context.emit('roleDelete', (host) => [host.models.role(guildId, held)]);
}
