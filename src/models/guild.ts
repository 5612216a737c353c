import type {
  RESTPatchAPIGuildJSONBody,
  RESTPostAPIAutoModerationRuleJSONBody,
  RESTPostAPIGuildEmojiJSONBody,
  RESTPostAPIGuildScheduledEventJSONBody,
} from 'discord-api-types/v10';
import type { Rest } from '../rest/rest.js';
import type { Snowflake } from '../types/type-tools.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import { AuditLogEntry } from './audit-log-entry.js';
import { AutoModerationRule } from './auto-moderation-rule.js';
import { because } from './because.js';
import { GuildBans } from './guild-bans.js';
import { GuildChannels } from './guild-channels.js';
import { GuildCommunity } from './guild-community.js';
import { GuildEmoji } from './guild-emoji.js';
import { GuildMembers } from './guild-members.js';
import { GuildRoles } from './guild-roles.js';
import { GuildSounds } from './guild-sounds.js';
import { GuildStickers } from './guild-stickers.js';
import { GuildTemplates } from './guild-templates.js';
import type { ModelHost } from './host.js';
import type { ImageOptions } from './image-url.js';
import { imageUrl } from './image-url.js';
import { Invite } from './invite.js';
import type { Member } from './member.js';
import type { EmojiRecord, GuildRecord } from './records.js';
import { ScheduledEvent } from './scheduled-event.js';
import { Webhook } from './webhook.js';

/**
 * Guild, which people call a server.
 *
 * May be made of an id alone: then it is partial, fills in when the guild is cached, and its verbs work at once.
 *
 * @see https://docs.discord.com/developers/resources/guild
 */
export class Guild {
  /** Bot that sees it. @internal */
  protected readonly host: ModelHost;
  /** Id of the guild. */
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
  /** Address of the icon, where there is one. */
  iconUrl(options: ImageOptions = {}): string | undefined {
    return this.icon === undefined ? undefined : imageUrl(`icons/${this.id}/${this.icon}`, options);
  }
  /** User who owns it, when known. */
  get ownerId(): Snowflake | undefined {
    return this.raw.owner_id;
  }
  /** How many members there are, cached or not. */
  get memberCount(): number | undefined {
    return this.raw.member_count ?? this.raw.approximate_member_count;
  }
  /**
   * Names of features that it has, such as `COMMUNITY`. @see
   * https://docs.discord.com/developers/resources/guild#guild-object-guild-features
   */
  get features(): readonly string[] {
    return this.raw.features ?? [];
  }
  /** Whether Discord has an outage of this guild. */
  get unavailable(): boolean {
    return this.raw.unavailable ?? false;
  }
  /** When it was made, in milliseconds since the Unix epoch. */
  get createdTimestampMs(): number {
    return snowflakeTimeMs(this.id);
  }
  /** When it was made. */
  get createdAt(): Date {
    return new Date(this.createdTimestampMs);
  }
  /** Bot itself as a member, when cached. */
  get me(): Member | undefined {
    return this.members.get(this.host.selfId);
  }
  /** Bans: listing, adding, lifting. */
  get bans(): GuildBans {
    return new GuildBans(this.host, this.id);
  }
  /** Cached emojis. */
  get emojis(): GuildEmoji[] {
    return [...this.host.records.list('emoji', this.id)].map((record) => this.#emoji(record));
  }
  /** Cached events that are announced. */
  get scheduledEvents(): ScheduledEvent[] {
    const records = [...this.host.records.list('scheduledEvent', this.id)];
    return records.map((record) => new ScheduledEvent(this.host, record));
  }
  /** Channels and threads: reading, making and ordering them. */
  get channels(): GuildChannels {
    return new GuildChannels(this.host, this.id);
  }
  /** Members: reading, searching and pruning them. */
  get members(): GuildMembers {
    return new GuildMembers(this.host, this.id);
  }
  /** Roles: reading, making and ordering them. */
  get roles(): GuildRoles {
    return new GuildRoles(this.host, this.id);
  }
  /** Soundboard: reading, adding and removing sounds. */
  get sounds(): GuildSounds {
    return new GuildSounds(this.host, this.id);
  }
  /** Stickers: reading, adding and removing them. */
  get stickers(): GuildStickers {
    return new GuildStickers(this.host, this.id);
  }
  /** Templates: copies of the guild to make others of. */
  get templates(): GuildTemplates {
    return new GuildTemplates(this.host, this.id);
  }
  /** Welcome screen, onboarding, widget, incidents. */
  get community(): GuildCommunity {
    return new GuildCommunity(this.host, this.id);
  }

  /** Asks Discord for the guild as it is now. */
  async fetch(): Promise<Guild> {
    return this.host.models.guild(await this.host.rest.guilds.get(this.id, { with_counts: true }));
  }

  /** Changes settings; only what is given. */
  async edit(body: RESTPatchAPIGuildJSONBody, reason?: string): Promise<Guild> {
    return this.host.models.guild(await this.host.rest.guilds.edit(this.id, body, because(reason)));
  }

  /** Entries of the audit log, newest first, page by page. */
  async *auditLog(query: Parameters<Rest['auditLogs']['iterate']>[1] = {}): AsyncGenerator<AuditLogEntry> {
    for await (const entry of this.host.rest.auditLogs.iterate(this.id, query)) {
      yield new AuditLogEntry(this.host, { ...entry, guild_id: this.id });
    }
  }

  /** Invitations to the guild. */
  async fetchInvites(): Promise<Invite[]> {
    const invites = await this.host.rest.guilds.listInvites(this.id);
    return invites.map((invite) => new Invite(this.host, invite));
  }

  /** Webhooks of all channels. */
  async fetchWebhooks(): Promise<Webhook[]> {
    const webhooks = await this.host.rest.webhooks.listInGuild(this.id);
    return webhooks.map((webhook) => new Webhook(this.host, webhook));
  }

  /** Rules by which Discord moderates by itself. */
  async fetchAutoModerationRules(): Promise<AutoModerationRule[]> {
    const rules = await this.host.rest.autoModeration.list(this.id);
    return rules.map((rule) => new AutoModerationRule(this.host, rule));
  }

  /** Makes a rule by which Discord moderates by itself. */
  async createAutoModerationRule(
    body: RESTPostAPIAutoModerationRuleJSONBody,
    reason?: string,
  ): Promise<AutoModerationRule> {
    return new AutoModerationRule(
      this.host,
      await this.host.rest.autoModeration.create(this.id, body, because(reason)),
    );
  }

  /** Makes an emoji of an image in a data URI. */
  async createEmoji(body: RESTPostAPIGuildEmojiJSONBody, reason?: string): Promise<GuildEmoji> {
    return this.#emoji(await this.host.rest.emojis.create(this.id, body, because(reason)));
  }

  /** Announces an event. */
  async createScheduledEvent(
    body: RESTPostAPIGuildScheduledEventJSONBody,
    reason?: string,
  ): Promise<ScheduledEvent> {
    return new ScheduledEvent(
      this.host,
      await this.host.rest.scheduledEvents.create(this.id, body, because(reason)),
    );
  }

  /** Makes the bot leave the guild. */
  leave(): Promise<void> {
    return this.host.rest.users.leaveGuild(this.id);
  }

  #emoji(record: EmojiRecord): GuildEmoji {
    return new GuildEmoji(this.host, { ...record, id: record.id ?? '', guild_id: this.id });
  }

  /** Name of the guild. */
  toString(): string {
    return this.name;
  }
}
