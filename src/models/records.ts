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
  /** When the user joined, as an ISO date; `null` for guests. */
  readonly joined_at: string | null;
  /** User of the member. */
  readonly user: UserRecord;
}

/** Role. @see https://docs.discord.com/developers/topics/permissions#role-object */
export type RoleRecord = Readonly<APIRole>;

/** Guild without its collections, which are records of their own. @see https://docs.discord.com/developers/resources/guild#guild-object */
export interface GuildRecord extends Readonly<Omit<APIGuild, 'emojis' | 'roles' | 'stickers'>> {
  /** When the bot joined, as an ISO date. */
  readonly joined_at?: string;
  /** Whether offline members are left out at first. */
  readonly large?: boolean;
  /** How many members it has. */
  readonly member_count?: number;
  /** Set while Discord has an outage of this guild. */
  readonly unavailable?: boolean;
}

/** Channel of any type, thread included: the fields of all of them. @see https://docs.discord.com/developers/resources/channel#channel-object */
export interface ChannelRecord {
  /** Id of the channel. */
  readonly id: Snowflake;
  /** Kind of channel, as in `ChannelType`. */
  readonly type: APIChannel['type'];
  /** Guild that it belongs to. */
  readonly guild_id?: Snowflake;
  /** Place in the list of channels. */
  readonly position?: number;
  /** What roles and members may and may not do here. */
  readonly permission_overwrites?: readonly APIOverwrite[];
  /** Name; groups may have none. */
  readonly name?: string | null;
  /** Text beside the name, or guidelines of a forum. */
  readonly topic?: string | null;
  /** Whether it is age-restricted. */
  readonly nsfw?: boolean;
  /** Newest message, or newest thread of a forum; it may be gone by now. */
  readonly last_message_id?: Snowflake | null;
  /** Bits per second of voice. */
  readonly bitrate?: number;
  /** Most people in voice; 0 for no limit. */
  readonly user_limit?: number;
  /** Seconds between messages of one person, 0 to 21,600. */
  readonly rate_limit_per_user?: number;
  /** Users of a direct message or group. */
  readonly recipients?: readonly APIUser[];
  /** Hash of a group's picture. */
  readonly icon?: string | null;
  /** User who made the group or thread. */
  readonly owner_id?: Snowflake;
  /** Application that made the group. */
  readonly application_id?: Snowflake | null;
  /** Whether an application looks after the group. */
  readonly managed?: boolean;
  /** Category of a channel, or channel of a thread. */
  readonly parent_id?: Snowflake | null;
  /** When something was last pinned, as an ISO date. */
  readonly last_pin_timestamp?: string | null;
  /** Region of voice; `null` for the best one. */
  readonly rtc_region?: string | null;
  /** Quality of video: 1 automatic, 2 full. */
  readonly video_quality_mode?: number;
  /** Messages in a thread, without the first and deleted ones. */
  readonly message_count?: number;
  /** Members of a thread; Discord stops counting at 50. */
  readonly member_count?: number;
  /** Whether the thread is archived and locked, and since when. */
  readonly thread_metadata?: APIThreadMetadata;
  /** Membership of the bot in the thread. */
  readonly member?: APIThreadMember;
  /** Minutes after which new threads are archived unless their maker says otherwise. */
  readonly default_auto_archive_duration?: number;
  /** What the user of an interaction may do here, as bits in decimal digits. */
  readonly permissions?: string;
  /** Flags as bits. */
  readonly flags?: number;
  /** Messages that were ever sent in the thread. */
  readonly total_message_sent?: number;
  /** Tags that posts of the forum may have. */
  readonly available_tags?: readonly APIGuildForumTag[];
  /** Tags that the post has. */
  readonly applied_tags?: readonly Snowflake[];
  /** Emoji of the button under each post. */
  readonly default_reaction_emoji?: APIGuildForumDefaultReactionEmoji | null;
  /** Seconds between messages of one person in new threads. */
  readonly default_thread_rate_limit_per_user?: number;
  /** How posts are ordered: 0 by the newest message, 1 by when they were made. */
  readonly default_sort_order?: number | null;
  /** How posts are shown: 1 as a list, 2 as a gallery. */
  readonly default_forum_layout?: number;
  /** Text that moderators put on a voice channel; comes by an event of its own. */
  readonly status?: string | null;
  /** Unix seconds at which the voice call began; comes by an event of its own. */
  readonly voice_start_time?: number | null;
}

/** Message with what the gateway adds to it. @see https://docs.discord.com/developers/resources/message#message-object */
export interface MessageRecord extends Readonly<APIMessage> {
  /** Guild that it is in. */
  readonly guild_id?: Snowflake;
  /** Author as a member of the guild. */
  readonly member?: Readonly<Omit<APIGuildMember, 'user'>>;
}

/** State of one user in voice. @see https://docs.discord.com/developers/resources/voice#voice-state-object */
export type VoiceStateRecord = Readonly<GatewayVoiceState>;

/** What a user is seen to be doing; the same in all guilds. @see https://docs.discord.com/developers/events/gateway-events#presence */
export interface PresenceRecord {
  /** User whose presence it is. */
  readonly user_id: Snowflake;
  /** Dot beside the user: `online`, `idle`, `dnd` or `offline`. */
  readonly status: string;
  /** What the user shows, such as games and songs. */
  readonly activities: readonly GatewayActivity[];
  /** Status on each kind of device. */
  readonly client_status: Readonly<GatewayPresenceClientStatus>;
}

/** File of a message. @see https://docs.discord.com/developers/resources/message#attachment-object */
export type AttachmentRecord = Readonly<APIAttachment>;
/** Custom emoji. @see https://docs.discord.com/developers/resources/emoji#emoji-object */
export type EmojiRecord = Readonly<APIEmoji>;
/** Sticker. @see https://docs.discord.com/developers/resources/sticker#sticker-object */
export type StickerRecord = Readonly<APISticker>;
/** Stage that is live. @see https://docs.discord.com/developers/resources/stage-instance#stage-instance-object */
export type StageInstanceRecord = Readonly<APIStageInstance>;
/**
 * Scheduled event. @see
 * https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object
 */
export type ScheduledEventRecord = Readonly<APIGuildScheduledEvent>;
/** Sound of a soundboard. @see https://docs.discord.com/developers/resources/soundboard#soundboard-sound-object */
export type SoundRecord = Readonly<APISoundboardSound>;

/** Kinds of entities that are kept, and what each is kept as. */
export interface RecordKinds {
  /** Channels and threads. */
  channel: ChannelRecord;
  /** Emojis of guilds. */
  emoji: EmojiRecord;
  /** Guilds that the bot is in. */
  guild: GuildRecord;
  /** Members of guilds. */
  member: MemberRecord;
  /** Messages of channels. */
  message: MessageRecord;
  /** Presences of members. */
  presence: PresenceRecord;
  /** Roles of guilds. */
  role: RoleRecord;
  /** Scheduled events of guilds. */
  scheduledEvent: ScheduledEventRecord;
  /** Soundboard sounds of guilds. */
  sound: SoundRecord;
  /** Stages that are live. */
  stageInstance: StageInstanceRecord;
  /** Stickers of guilds. */
  sticker: StickerRecord;
  /** Users whom the bot knows. */
  user: UserRecord;
  /** Who is in voice channels. */
  voiceState: VoiceStateRecord;
}

/** Name of a kind of entity. */
export type RecordKind = keyof RecordKinds;
