import type { Snowflake } from '../types/type-tools.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import { GuildChannels } from './guild-channels.js';
import { GuildMembers } from './guild-members.js';
import { GuildRoles } from './guild-roles.js';
import type { ModelHost } from './host.js';
import type { Member } from './member.js';
import type { GuildRecord } from './records.js';

/**
 * Guild, which people call a server.
 *
 * May be made of an id alone: then it is partial, fills in when the guild is cached, and its verbs work at once.
 *
 * @see https://docs.discord.com/developers/resources/guild
 */
export class Guild {
  protected readonly host: ModelHost;
  readonly id: Snowflake;
  readonly #isSnapshot: boolean;
  #record: Partial<GuildRecord>;

  constructor(
    host: ModelHost,
    record: Partial<GuildRecord> & { readonly id: Snowflake },
    options: { readonly isSnapshot?: boolean } = {},
  ) {
    this.host = host;
    this.id = record.id;
    this.#record = record;
    this.#isSnapshot = options.isSnapshot ?? false;
  }

  /** Record in Discord's own names, for fields that have no property here. */
  get raw(): Partial<GuildRecord> {
    if (!this.#isSnapshot) this.#record = this.host.records.guild(this.id) ?? this.#record;
    return this.#record;
  }
  /** Whether nothing but the id is known. */
  get isPartial(): boolean {
    return this.raw.name === undefined;
  }
  /** Name; empty while the guild is partial. */
  get name(): string {
    return this.raw.name ?? '';
  }
  /** Hash of the icon. */
  get icon(): string | undefined {
    return this.raw.icon ?? undefined;
  }
  get ownerId(): Snowflake | undefined {
    return this.raw.owner_id;
  }
  /** How many members there are, cached or not. */
  get memberCount(): number | undefined {
    return this.raw.member_count ?? this.raw.approximate_member_count;
  }
  get features(): readonly string[] {
    return this.raw.features ?? [];
  }
  /** Whether Discord has an outage of this guild. */
  get unavailable(): boolean {
    return this.raw.unavailable ?? false;
  }
  get createdTimestampMs(): number {
    return snowflakeTimeMs(this.id);
  }
  get createdAt(): Date {
    return new Date(this.createdTimestampMs);
  }
  /** Bot itself as a member, when cached. */
  get me(): Member | undefined {
    return this.members.get(this.host.selfId);
  }
  get channels(): GuildChannels {
    return new GuildChannels(this.host, this.id);
  }
  get members(): GuildMembers {
    return new GuildMembers(this.host, this.id);
  }
  get roles(): GuildRoles {
    return new GuildRoles(this.host, this.id);
  }

  /** Asks Discord for the guild as it is now. */
  async fetch(): Promise<Guild> {
    return this.host.models.guild(await this.host.rest.guilds.get(this.id, { with_counts: true }));
  }

  /** Makes the bot leave the guild. */
  leave(): Promise<void> {
    return this.host.rest.users.leaveGuild(this.id);
  }

  toString(): string {
    return this.name;
  }
}
