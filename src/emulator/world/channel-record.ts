import type { Snowflake } from '../../types/type-tools.js';
import type { MessageRecord } from './message-record.js';

/** Permission overwrite of a channel: `type` 0 is a role, 1 a member. */
export interface OverwriteRecord {
  id: Snowflake;
  type: 0 | 1;
  allow: string;
  deny: string;
}

/** Channel fields as Discord sends them; which of them a channel has depends on its type. */
export interface ChannelData {
  readonly id: Snowflake;
  type: number;
  last_message_id?: Snowflake | null;
  flags: number;
  guild_id?: Snowflake;
  name?: string;
  position?: number;
  permission_overwrites?: OverwriteRecord[];
  topic?: string | null;
  nsfw?: boolean;
  parent_id?: Snowflake | null;
  rate_limit_per_user?: number;
  bitrate?: number;
  user_limit?: number;
  rtc_region?: string | null;
  video_quality_mode?: number;
  last_pin_timestamp?: string | null;
  default_auto_archive_duration?: number;
  default_thread_rate_limit_per_user?: number;
  available_tags?: ForumTagRecord[];
  applied_tags?: Snowflake[];
  default_reaction_emoji?: { emoji_id: Snowflake | null; emoji_name: string | null } | null;
  default_sort_order?: number | null;
  default_forum_layout?: number;
  /** Picture of a group. */
  icon?: string | null;
  owner_id?: Snowflake;
  message_count?: number;
  member_count?: number;
  total_message_sent?: number;
  thread_metadata?: ThreadMetadataRecord;
}

/** Tag of a forum channel. */
export interface ForumTagRecord {
  id: Snowflake;
  name: string;
  moderated: boolean;
  emoji_id: Snowflake | null;
  emoji_name: string | null;
}

/** What only threads have. */
export interface ThreadMetadataRecord {
  archived: boolean;
  archive_timestamp: string;
  auto_archive_duration: number;
  locked: boolean;
  create_timestamp: string;
  invitable?: boolean;
}

/** Somebody who joined a thread. */
export interface ThreadMemberRecord {
  readonly id: Snowflake;
  readonly user_id: Snowflake;
  join_timestamp: string;
  flags: number;
}

/** Channel, thread or direct-message channel, with what is in it. */
export interface ChannelRecord {
  readonly data: ChannelData;
  /** Messages by id, oldest first; ephemeral ones included. */
  readonly messages: Map<Snowflake, MessageRecord>;
  /** Users of a direct-message channel. */
  readonly recipientIds: Snowflake[];
  /** Members of a thread by user id. */
  readonly threadMembers: Map<Snowflake, ThreadMemberRecord>;
}

export function newChannel(data: ChannelData, recipientIds: Snowflake[] = []): ChannelRecord {
  return { data, messages: new Map(), recipientIds, threadMembers: new Map() };
}

/** Whether the type is one of the three kinds of thread. */
export function isThreadType(type: number): boolean {
  return type >= 10 && type <= 12;
}
