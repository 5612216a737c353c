import type { APIGuild } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import { FlagSet } from './flags/flag-set.js';
import type { SystemChannelFlagName } from './flags/flag-tables.js';
import { systemChannelFlags } from './flags/flag-tables.js';
import type { ModelHost } from './host.js';
import type { ImageOptions } from './image-url.js';
import { imageUrlOf } from './image-url.js';
import type { RecordOrigin } from './live-model.js';
import { LiveModel } from './live-model.js';
import type { GuildRecord } from './records.js';

/** What a guild pauses in an incident, and what Discord has noticed. */
export interface GuildIncidents {
  /** When invites work again. */
  readonly invitesDisabledUntil: Date | undefined;
  /** When members can write to each other again who are not friends. */
  readonly dmsDisabledUntil: Date | undefined;
  /** When Discord saw spam in direct messages. */
  readonly dmSpamDetectedAt: Date | undefined;
  /** When Discord saw a raid. */
  readonly raidDetectedAt: Date | undefined;
}

/** Settings of a guild, as its record says them; most are empty while the guild is partial. */
export abstract class GuildFields extends LiveModel<'guild', Partial<GuildRecord>> {
  /** Id of the guild. */
  readonly id: Snowflake;
  readonly #given: Partial<GuildRecord>;

  constructor(
    host: ModelHost,
    record: Partial<GuildRecord> & { readonly id: Snowflake },
    origin?: RecordOrigin,
  ) {
    super(host, record, origin);
    this.id = record.id;
    this.#given = record;
  }

  /** Whether nothing but the id is known. */
  get isPartial(): boolean {
    return this.raw.name === undefined;
  }
  /** Name; empty while the guild is partial. */
  get name(): string {
    return this.raw.name ?? '';
  }
  /** Description on its page in Discovery. */
  get description(): string | undefined {
    return this.raw.description ?? undefined;
  }
  /** When the guild was made, in milliseconds since the Unix epoch. */
  get createdTimestampMs(): number {
    return snowflakeTimeMs(this.id);
  }
  /** When the guild was made. */
  get createdAt(): Date {
    return new Date(this.createdTimestampMs);
  }
  /** When the bot joined, where the gateway has told. */
  get joinedAt(): Date | undefined {
    return dateOf(this.raw.joined_at);
  }
  /** Address that opens the guild in Discord. */
  get url(): string {
    return `https://discord.com/channels/${this.id}`;
  }
  /** Whether Discord has an outage of this guild. */
  get unavailable(): boolean {
    return this.raw.unavailable ?? false;
  }
  /** User who owns it. */
  get ownerId(): Snowflake | undefined {
    return this.raw.owner_id;
  }

  /** Hash of the icon. */
  get icon(): string | undefined {
    return this.raw.icon ?? undefined;
  }
  /** Address of the icon, where there is one. */
  iconUrl(options: ImageOptions = {}): string | undefined {
    return imageUrlOf(`icons/${this.id}`, this.raw.icon, options);
  }
  /** Address of the banner, where there is one. */
  bannerUrl(options: ImageOptions = {}): string | undefined {
    return imageUrlOf(`banners/${this.id}`, this.raw.banner, options);
  }
  /** Address of the picture behind invitations, where there is one. */
  splashUrl(options: ImageOptions = {}): string | undefined {
    return imageUrlOf(`splashes/${this.id}`, this.raw.splash, options);
  }
  /** Address of the picture in the list of public guilds, where there is one. */
  discoverySplashUrl(options: ImageOptions = {}): string | undefined {
    return imageUrlOf(`discovery-splashes/${this.id}`, this.raw.discovery_splash, options);
  }

  /** How many members there are, cached or not. */
  get memberCount(): number | undefined {
    return this.raw.member_count ?? this.approximateMemberCount;
  }
  /** About how many members there are; only `fetch()` tells. */
  get approximateMemberCount(): number | undefined {
    return this.#given.approximate_member_count;
  }
  /** About how many members are online; only `fetch()` tells. */
  get approximatePresenceCount(): number | undefined {
    return this.#given.approximate_presence_count;
  }
  /** How many members it can have. */
  get maxMembers(): number | undefined {
    return this.raw.max_members;
  }
  /** Whether it has so many members that the gateway does not send them all. */
  get isLarge(): boolean {
    return this.raw.large ?? false;
  }

  /** What the guild can do, as in `COMMUNITY`; also features newer than this package. */
  get features(): readonly string[] {
    return this.raw.features ?? [];
  }
  /** What a member must have to write, as in `GuildVerificationLevel`. */
  get verificationLevel(): APIGuild['verification_level'] | undefined {
    return this.raw.verification_level;
  }
  /** Whose media Discord looks through, as in `GuildExplicitContentFilter`. */
  get explicitContentFilter(): APIGuild['explicit_content_filter'] | undefined {
    return this.raw.explicit_content_filter;
  }
  /** Whether members are notified of each message or of mentions alone, unless they choose otherwise. */
  get defaultMessageNotifications(): APIGuild['default_message_notifications'] | undefined {
    return this.raw.default_message_notifications;
  }
  /** 1 when moderators need a second factor. */
  get mfaLevel(): APIGuild['mfa_level'] | undefined {
    return this.raw.mfa_level;
  }
  /** How Discord rates its content by age, as in `GuildNSFWLevel`. */
  get nsfwLevel(): APIGuild['nsfw_level'] | undefined {
    return this.raw.nsfw_level;
  }
  /** Language of the community, as in `en-US`. */
  get preferredLocale(): APIGuild['preferred_locale'] | undefined {
    return this.raw.preferred_locale;
  }
  /** Last part of the invitation that the guild has chosen for itself. */
  get vanityUrlCode(): string | undefined {
    return this.raw.vanity_url_code ?? undefined;
  }

  /** Level that boosts have brought, 0 to 3. */
  get premiumTier(): APIGuild['premium_tier'] {
    return this.raw.premium_tier ?? 0;
  }
  /** How many boosts there are. */
  get premiumSubscriptionCount(): number {
    return this.raw.premium_subscription_count ?? 0;
  }
  /** Whether it shows how far the next level of boosts is. */
  get hasPremiumProgressBar(): boolean {
    return this.raw.premium_progress_bar_enabled ?? false;
  }

  /** Voice channel to which members are moved who are away. */
  get afkChannelId(): Snowflake | undefined {
    return this.raw.afk_channel_id ?? undefined;
  }
  /** Seconds after which who does nothing in voice is moved. */
  get afkTimeoutSeconds(): number | undefined {
    return this.raw.afk_timeout;
  }
  /** Channel in which Discord greets and tells of boosts. */
  get systemChannelId(): Snowflake | undefined {
    return this.raw.system_channel_id ?? undefined;
  }
  /** What is not said in the system channel. */
  get systemChannelFlags(): FlagSet<SystemChannelFlagName> {
    return new FlagSet<SystemChannelFlagName>(systemChannelFlags, this.raw.system_channel_flags);
  }
  /** Channel with the rules of the community. */
  get rulesChannelId(): Snowflake | undefined {
    return this.raw.rules_channel_id ?? undefined;
  }
  /** Channel in which moderators get news of Discord. */
  get publicUpdatesChannelId(): Snowflake | undefined {
    return this.raw.public_updates_channel_id ?? undefined;
  }
  /** Channel in which moderators get Discord's warnings. */
  get safetyAlertsChannelId(): Snowflake | undefined {
    return this.raw.safety_alerts_channel_id ?? undefined;
  }
  /** Channel that the widget invites to. */
  get widgetChannelId(): Snowflake | undefined {
    return this.raw.widget_channel_id ?? undefined;
  }
  /** Whether it has a widget for web pages. */
  get isWidgetEnabled(): boolean {
    return this.raw.widget_enabled ?? false;
  }

  /** What the guild pauses in an incident, and what Discord has noticed. */
  get incidents(): GuildIncidents {
    const data = this.raw.incidents_data;
    return {
      invitesDisabledUntil: dateOf(data?.invites_disabled_until),
      dmsDisabledUntil: dateOf(data?.dms_disabled_until),
      dmSpamDetectedAt: dateOf(data?.dm_spam_detected_at),
      raidDetectedAt: dateOf(data?.raid_detected_at),
    };
  }
  /** Whether nobody can be invited now: for good, or for a while. */
  get areInvitesDisabled(): boolean {
    const until = this.incidents.invitesDisabledUntil?.getTime() ?? 0;
    return this.features.includes('INVITES_DISABLED') || until > this.host.clock.now();
  }

  /** Name of the guild. */
  override toString(): string {
    return this.name;
  }

  protected get kind(): 'guild' {
    return 'guild';
  }

  protected override lookUp(record: Partial<GuildRecord>): Partial<GuildRecord> | undefined {
    return this.host.records.guild(record.id!);
  }
}

function dateOf(text: string | null | undefined): Date | undefined {
  return text ? new Date(text) : undefined;
}
