import type { Snowflake } from '../../types/type-tools.js';
import type { ChannelRecord } from './channel-record.js';
import type { MemberRecord } from './member-record.js';
import type { RoleRecord } from './role-record.js';

/** Guild fields as Discord sends them, without the collections. */
export interface GuildData {
  readonly id: Snowflake;
  name: string;
  icon: string | null;
  description: string | null;
  splash: string | null;
  discovery_splash: string | null;
  banner: string | null;
  home_header: string | null;
  owner_id: Snowflake;
  application_id: Snowflake | null;
  region: string;
  afk_channel_id: Snowflake | null;
  afk_timeout: number;
  system_channel_id: Snowflake | null;
  system_channel_flags: number;
  widget_enabled: boolean;
  widget_channel_id: Snowflake | null;
  verification_level: number;
  default_message_notifications: number;
  mfa_level: number;
  explicit_content_filter: number;
  max_presences: number | null;
  max_members: number;
  max_stage_video_channel_users: number;
  max_video_channel_users: number;
  vanity_url_code: string | null;
  premium_tier: number;
  premium_subscription_count: number;
  preferred_locale: string;
  rules_channel_id: Snowflake | null;
  safety_alerts_channel_id: Snowflake | null;
  public_updates_channel_id: Snowflake | null;
  premium_progress_bar_enabled: boolean;
  premium_progress_bar_enabled_user_updated_at: string | null;
  nsfw: boolean;
  nsfw_level: number;
  incidents_data: Record<string, unknown> | null;
  features: string[];
}

/** Guild with everything in it. */
export interface GuildRecord {
  readonly data: GuildData;
  readonly roles: Map<Snowflake, RoleRecord>;
  readonly channels: Map<Snowflake, ChannelRecord>;
  readonly members: Map<Snowflake, MemberRecord>;
  /** Reasons of bans by user id. */
  readonly bans: Map<Snowflake, string | null>;
  /** Emojis, stickers, events and whatever else has an id, by kind and id. */
  readonly things: Map<string, Map<Snowflake, object>>;
  /** Voice states by user id. */
  readonly voiceStates: Map<Snowflake, Record<string, unknown>>;
  /** When a bot last asked for all members, by its id. */
  readonly lastMemberListMs: Map<Snowflake, number>;
  /** Whether an outage is being played: the guild is there, and cannot be reached. */
  isUnavailable: boolean;
}

export function newGuild(id: Snowflake, name: string, ownerId: Snowflake): GuildRecord {
  return {
    data: {
      id,
      name,
      icon: null,
      description: null,
      splash: null,
      discovery_splash: null,
      banner: null,
      home_header: null,
      owner_id: ownerId,
      application_id: null,
      region: 'deprecated',
      afk_channel_id: null,
      afk_timeout: 300,
      system_channel_id: null,
      system_channel_flags: 0,
      widget_enabled: false,
      widget_channel_id: null,
      verification_level: 0,
      default_message_notifications: 0,
      mfa_level: 0,
      explicit_content_filter: 0,
      max_presences: null,
      max_members: 25_000_000,
      max_stage_video_channel_users: 50,
      max_video_channel_users: 25,
      vanity_url_code: null,
      premium_tier: 0,
      premium_subscription_count: 0,
      preferred_locale: 'en-US',
      rules_channel_id: null,
      safety_alerts_channel_id: null,
      public_updates_channel_id: null,
      premium_progress_bar_enabled: false,
      premium_progress_bar_enabled_user_updated_at: null,
      nsfw: false,
      nsfw_level: 0,
      incidents_data: null,
      features: [],
    },
    roles: new Map(),
    channels: new Map(),
    members: new Map(),
    bans: new Map(),
    things: new Map(),
    voiceStates: new Map(),
    lastMemberListMs: new Map(),
    isUnavailable: false,
  };
}

/** Collection of one kind of thing in a guild, as in `things(guild, 'emojis')`. */
export function guildThings<T extends object = Record<string, unknown>>(
  guild: GuildRecord,
  kind: string,
): Map<Snowflake, T> {
  const found = guild.things.get(kind) ?? new Map<Snowflake, object>();
  guild.things.set(kind, found);
  return found as Map<Snowflake, T>;
}
