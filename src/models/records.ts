/**
 * Records: what the cache holds and models are views of, in the names of Discord's payloads.
 *
 * They have no methods and know no client. Everything is optional that Discord leaves out somewhere, and unknown values
 * of enums pass through untouched.
 */
import type {
  APIAttachment,
  APIChannel,
  APIEmoji,
  APIGuild,
  APIGuildForumDefaultReactionEmoji,
  APIGuildForumTag,
  APIGuildMember,
  APIGuildScheduledEvent,
  APIMessage,
  APIOverwrite,
  APIRole,
  APISoundboardSound,
  APIStageInstance,
  APISticker,
  APIThreadMember,
  APIThreadMetadata,
  APIUser,
  GatewayActivity,
  GatewayPresenceClientStatus,
  GatewayVoiceState,
} from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';

/** User, or the part of one that is known. @see https://docs.discord.com/developers/resources/user#user-object */
export type UserRecord = Readonly<APIUser>;

/** Member with the user inside. @see https://docs.discord.com/developers/resources/guild#guild-member-object */
export interface MemberRecord extends Readonly<Omit<APIGuildMember, 'user' | 'joined_at'>> {
  readonly joined_at: string | null;
  readonly user: UserRecord;
}

/** Role. @see https://docs.discord.com/developers/topics/permissions#role-object */
export type RoleRecord = Readonly<APIRole>;

/** Guild without its collections, which are records of their own. @see https://docs.discord.com/developers/resources/guild#guild-object */
export interface GuildRecord extends Readonly<Omit<APIGuild, 'emojis' | 'roles' | 'stickers'>> {
  readonly joined_at?: string;
  readonly large?: boolean;
  readonly member_count?: number;
  /** Set while Discord has an outage of this guild. */
  readonly unavailable?: boolean;
}

/** Channel of any type, thread included: the fields of all of them. @see https://docs.discord.com/developers/resources/channel#channel-object */
export interface ChannelRecord {
  readonly id: Snowflake;
  readonly type: APIChannel['type'];
  readonly guild_id?: Snowflake;
  readonly position?: number;
  readonly permission_overwrites?: readonly APIOverwrite[];
  readonly name?: string | null;
  readonly topic?: string | null;
  readonly nsfw?: boolean;
  readonly last_message_id?: Snowflake | null;
  readonly bitrate?: number;
  readonly user_limit?: number;
  readonly rate_limit_per_user?: number;
  readonly recipients?: readonly APIUser[];
  readonly icon?: string | null;
  readonly owner_id?: Snowflake;
  readonly application_id?: Snowflake | null;
  readonly managed?: boolean;
  readonly parent_id?: Snowflake | null;
  readonly last_pin_timestamp?: string | null;
  readonly rtc_region?: string | null;
  readonly video_quality_mode?: number;
  readonly message_count?: number;
  readonly member_count?: number;
  readonly thread_metadata?: APIThreadMetadata;
  readonly member?: APIThreadMember;
  readonly default_auto_archive_duration?: number;
  readonly permissions?: string;
  readonly flags?: number;
  readonly total_message_sent?: number;
  readonly available_tags?: readonly APIGuildForumTag[];
  readonly applied_tags?: readonly Snowflake[];
  readonly default_reaction_emoji?: APIGuildForumDefaultReactionEmoji | null;
  readonly default_thread_rate_limit_per_user?: number;
  readonly default_sort_order?: number | null;
  readonly default_forum_layout?: number;
  /** Text that moderators put on a voice channel; comes by an event of its own. */
  readonly status?: string | null;
  /** Unix seconds at which the voice call began; comes by an event of its own. */
  readonly voice_start_time?: number | null;
}

/** Message with what the gateway adds to it. @see https://docs.discord.com/developers/resources/message#message-object */
export interface MessageRecord extends Readonly<APIMessage> {
  readonly guild_id?: Snowflake;
  readonly member?: Readonly<Omit<APIGuildMember, 'user'>>;
}

/** State of one user in voice. @see https://docs.discord.com/developers/resources/voice#voice-state-object */
export type VoiceStateRecord = Readonly<GatewayVoiceState>;

/** What a user is seen to be doing; the same in all guilds. @see https://docs.discord.com/developers/events/gateway-events#presence */
export interface PresenceRecord {
  readonly user_id: Snowflake;
  readonly status: string;
  readonly activities: readonly GatewayActivity[];
  readonly client_status: Readonly<GatewayPresenceClientStatus>;
}

export type AttachmentRecord = Readonly<APIAttachment>;
export type EmojiRecord = Readonly<APIEmoji>;
export type StickerRecord = Readonly<APISticker>;
export type StageInstanceRecord = Readonly<APIStageInstance>;
export type ScheduledEventRecord = Readonly<APIGuildScheduledEvent>;
export type SoundRecord = Readonly<APISoundboardSound>;

/** Kinds of entities that are kept, and what each is kept as. */
export interface RecordKinds {
  channel: ChannelRecord;
  emoji: EmojiRecord;
  guild: GuildRecord;
  member: MemberRecord;
  message: MessageRecord;
  presence: PresenceRecord;
  role: RoleRecord;
  scheduledEvent: ScheduledEventRecord;
  sound: SoundRecord;
  stageInstance: StageInstanceRecord;
  sticker: StickerRecord;
  user: UserRecord;
  voiceState: VoiceStateRecord;
}

/** Name of a kind of entity. */
export type RecordKind = keyof RecordKinds;
