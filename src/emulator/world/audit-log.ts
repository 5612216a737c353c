/** Audit log of a guild. @see https://docs.discord.com/developers/resources/audit-log */
import type { Snowflake } from '../../types/type-tools.js';
import type { GuildRecord } from './guild-record.js';
import { guildThings } from './guild-record.js';
import type { World } from './world.js';

/** What somebody did. */
export interface AuditDraft {
  readonly actionType: number;
  readonly userId: Snowflake;
  readonly targetId?: Snowflake | null;
  readonly reason?: string | undefined;
  readonly changes?: readonly {
    readonly key: string;
    readonly old_value?: unknown;
    readonly new_value?: unknown;
  }[];
  readonly options?: Record<string, unknown>;
}

/** Writes an entry and tells everybody. */
export function writeAudit(world: World, guild: GuildRecord, draft: AuditDraft): void {
  const id = world.ids.next();
  const entry = {
    id,
    user_id: draft.userId,
    target_id: draft.targetId ?? null,
    action_type: draft.actionType,
    ...(draft.changes && draft.changes.length > 0 ? { changes: draft.changes } : {}),
    ...(draft.options ? { options: draft.options } : {}),
    ...(draft.reason === undefined ? {} : { reason: draft.reason }),
  };
  guildThings(guild, 'audit-log').set(id, entry);
  world.publish({
    name: 'GUILD_AUDIT_LOG_ENTRY_CREATE',
    data: { ...entry, guild_id: guild.data.id },
    guildId: guild.data.id,
  });
}

/** Differences between two states of a thing, as entries list them. */
export function changesBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { key: string; old_value?: unknown; new_value?: unknown }[] {
  return Object.keys(after)
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => ({
      key,
      ...(before[key] === undefined || before[key] === null ? {} : { old_value: before[key] }),
      ...(after[key] === null ? {} : { new_value: after[key] }),
    }));
}
