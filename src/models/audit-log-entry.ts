import type {
  APIAuditLogChange,
  APIAuditLogEntry,
  APIGuildIntegration,
  RESTGetAPIAuditLogResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import type { AuditLogCategory, AuditLogTargetType } from './audit-log-target.js';
import { categoryOf, targetTypeOf } from './audit-log-target.js';
import { AutoModerationRule } from './auto-moderation-rule.js';
import type { Channel } from './channel.js';
import type { Guild } from './guild.js';
import type { GuildEmoji } from './guild-emoji.js';
import type { GuildSticker } from './guild-sticker.js';
import type { ModelHost } from './host.js';
import { Integration } from './integration.js';
import { IdentifiedModel } from './model.js';
import type { ChannelRecord } from './records.js';
import type { Role } from './role.js';
import { ScheduledEvent } from './scheduled-event.js';
import type { SoundboardSound } from './soundboard-sound.js';
import type { StageInstance } from './stage-instance.js';
import type { User } from './user.js';
import { Webhook } from './webhook.js';

/** Name of a field that can change, as in Discord's payloads. */
export type AuditLogKey = APIAuditLogChange['key'];

/** Value of such a field. */
export type AuditLogValue<K extends AuditLogKey> = NonNullable<
  Extract<APIAuditLogChange, { readonly key: K }>['new_value']
>;

/** What an entry is about, as far as it is known here. */
export type AuditLogTarget =
  | AutoModerationRule
  | Channel
  | Guild
  | GuildEmoji
  | GuildSticker
  | Integration
  | Role
  | ScheduledEvent
  | SoundboardSound
  | StageInstance
  | User
  | Webhook;

/** Facts that only some actions have. @see https://docs.discord.com/developers/resources/audit-log#audit-log-entry-object-optional-audit-entry-info */
export interface AuditLogOptions {
  /** Application whose command permissions were changed. */
  readonly applicationId: Snowflake | undefined;
  /** Name of the rule that acted. */
  readonly autoModerationRuleName: string | undefined;
  /** Channel in which it happened. */
  readonly channelId: Snowflake | undefined;
  /** How many things or members were acted on. */
  readonly count: number | undefined;
  /** Days after which members were pruned. */
  readonly deleteMemberDays: number | undefined;
  /** Role or member of an overwrite. */
  readonly overwrittenId: Snowflake | undefined;
  /** How many members a prune removed. */
  readonly membersRemoved: number | undefined;
  /** Message that was pinned or unpinned. */
  readonly messageId: Snowflake | undefined;
  /** Name of the role whose overwrite was changed. */
  readonly roleName: string | undefined;
  /** New status of a voice channel. */
  readonly status: string | undefined;
}

/** One entry of the audit log of a guild. @see https://docs.discord.com/developers/resources/audit-log#audit-log-entry-object */
export class AuditLogEntry extends IdentifiedModel<
  Readonly<APIAuditLogEntry> & { readonly guild_id: Snowflake }
> {
  readonly #log: Partial<RESTGetAPIAuditLogResult>;

  constructor(
    host: ModelHost,
    record: Readonly<APIAuditLogEntry> & { readonly guild_id: Snowflake },
    log: Partial<RESTGetAPIAuditLogResult> = {},
  ) {
    super(host, record);
    this.#log = log;
  }

  /** Guild whose log it is in. */
  get guildId(): Snowflake {
    return this.raw.guild_id;
  }
  /** Guild whose log it is in. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
  /** Number of the action, also of actions newer than this package. */
  get actionType(): APIAuditLogEntry['action_type'] {
    return this.raw.action_type;
  }
  /** Whether something was made, changed or removed; `undefined` for actions newer than this package. */
  get category(): AuditLogCategory | undefined {
    return categoryOf(this.actionType);
  }
  /** Kind of thing that was acted on; `undefined` for actions newer than this package. */
  get targetType(): AuditLogTargetType | undefined {
    return targetTypeOf(this.actionType);
  }
  /** Id of what was acted on. */
  get targetId(): Snowflake | undefined {
    return this.raw.target_id ?? undefined;
  }
  /** What was acted on, when it is cached or came along with the log. */
  get target(): AuditLogTarget | undefined {
    const { targetId, targetType } = this;
    if (targetType === 'guild') return this.guild;
    return targetId === undefined || targetType === undefined ? undefined : this.#find(targetType, targetId);
  }
  /** Id of who acted. */
  get executorId(): Snowflake | undefined {
    return this.raw.user_id ?? undefined;
  }
  /** Who acted, when cached or come along with the log. */
  get executor(): User | undefined {
    return this.executorId === undefined ? undefined : this.#user(this.executorId);
  }
  /** Reason that was given. */
  get reason(): string | undefined {
    return this.raw.reason;
  }
  /** Facts that only some actions have. */
  get options(): AuditLogOptions {
    const { options = {} } = this.raw;
    return {
      applicationId: options.application_id,
      autoModerationRuleName: options.auto_moderation_rule_name,
      channelId: options.channel_id,
      count: numberOf(options.count),
      deleteMemberDays: numberOf(options.delete_member_days),
      overwrittenId: options.id,
      membersRemoved: numberOf(options.members_removed),
      messageId: options.message_id,
      roleName: options.role_name,
      status: options.status,
    };
  }
  /** What was changed, field by field. */
  get changes(): NonNullable<APIAuditLogEntry['changes']> {
    return this.raw.changes ?? [];
  }

  /** Value of a field before the action, by its name in Discord's payloads. */
  before<K extends AuditLogKey>(key: K): AuditLogValue<K> | undefined;
  before(key: string): unknown;
  before(key: string): unknown {
    return this.#changeOf(key)?.old_value;
  }

  /** Value of a field after the action, by its name in Discord's payloads. */
  after<K extends AuditLogKey>(key: K): AuditLogValue<K> | undefined;
  after(key: string): unknown;
  after(key: string): unknown {
    return this.#changeOf(key)?.new_value;
  }

  #changeOf(key: string): { readonly old_value?: unknown; readonly new_value?: unknown } | undefined {
    return this.changes.find((change) => change.key === key);
  }

  #find(type: AuditLogTargetType, id: Snowflake): AuditLogTarget | undefined {
    const { guild, host } = this;
    switch (type) {
      case 'autoModerationRule':
        return this.#logged(
          this.#log.auto_moderation_rules,
          id,
          (rule) => new AutoModerationRule(host, rule),
        );
      case 'channel':
        return guild.channels.get(id);
      case 'emoji':
        return guild.emojis.get(id);
      case 'integration':
        return this.#logged(
          this.#log.integrations as readonly APIGuildIntegration[] | undefined,
          id,
          (found) => {
            return new Integration(host, { ...found, guild_id: this.guildId });
          },
        );
      case 'role':
        return guild.roles.get(id);
      case 'scheduledEvent':
        return (
          guild.scheduledEvents.get(id) ??
          this.#logged(this.#log.guild_scheduled_events, id, (event) => new ScheduledEvent(host, event))
        );
      case 'sound':
        return guild.sounds.get(id);
      case 'stageInstance':
        return guild.stageInstances.get(id);
      case 'sticker':
        return guild.stickers.get(id);
      case 'thread':
        return (
          guild.channels.get(id) ??
          this.#logged(this.#log.threads, id, (thread) => host.models.channel(thread as ChannelRecord))
        );
      case 'user':
        return this.#user(id);
      case 'webhook':
        return this.#logged(this.#log.webhooks, id, (webhook) => new Webhook(host, webhook));
      default:
        return undefined;
    }
  }

  #user(id: Snowflake): User | undefined {
    const record = this.host.records.user(id) ?? this.#log.users?.find((user) => user.id === id);
    return record && this.host.models.user(record);
  }

  #logged<T extends { readonly id: Snowflake }, M>(
    records: readonly T[] | undefined,
    id: Snowflake,
    make: (record: T) => M,
  ): M | undefined {
    const record = records?.find((one) => one.id === id);
    return record && make(record);
  }
}

/** Discord writes counts as text. */
function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
