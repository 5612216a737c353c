import type { Role } from '../../models/role.js';
import type { ConversionContext } from '../../schema/converter.js';
import { mentionedId } from './mention-id.js';

/** Role of the guild meant by an id, a mention or a name. */
export function findRole(text: string, { host, guildId }: ConversionContext): Role | undefined {
  if (guildId === undefined) return undefined;
  const id = mentionedId(text, 'role');
  const byId = id === undefined ? undefined : host.records.role(guildId, id);
  if (byId) return host.models.role(guildId, byId);
  for (const record of host.records.list('role', guildId)) {
    if (record.name === text) return host.models.role(guildId, record);
  }
  return undefined;
}
