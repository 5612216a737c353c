import type { APIAuditLogEntry } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import type { Guild } from './guild.js';
import { IdentifiedModel } from './model.js';
import type { User } from './user.js';

/** One entry of the audit log of a guild. @see https://docs.discord.com/developers/resources/audit-log#audit-log-entry-object */
export class AuditLogEntry extends IdentifiedModel<
  Readonly<APIAuditLogEntry> & { readonly guild_id: Snowflake }
> {
  /** Guild whose log it is in. */
  get guildId(): Snowflake {
    return this.raw.guild_id;
  }
  /** Number of the action, also of actions newer than this package. */
  get actionType(): APIAuditLogEntry['action_type'] {
    return this.raw.action_type;
  }
  /** Id of what was acted on. */
  get targetId(): Snowflake | undefined {
    return this.raw.target_id ?? undefined;
  }
  /** Id of who acted. */
  get executorId(): Snowflake | undefined {
    return this.raw.user_id ?? undefined;
  }
  /** User who did it, when known. */
  get executor(): User | undefined {
    const record = this.executorId === undefined ? undefined : this.host.records.user(this.executorId);
    return record && this.host.models.user(record);
  }
  /** Reason that was given. */
  get reason(): string | undefined {
    return this.raw.reason;
  }
  /** What was changed, field by field. */
  get changes(): NonNullable<APIAuditLogEntry['changes']> {
    return this.raw.changes ?? [];
  }
  /** Value of a field before the action, by its name in Discord's payloads. */
  before(key: string): unknown {
    return this.changes.find((change) => change.key === key)?.old_value;
  }

  /** Value of a field after the action, by its name in Discord's payloads. */
  after(key: string): unknown {
    return this.changes.find((change) => change.key === key)?.new_value;
  }
  /** Guild whose log it is in. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
}
