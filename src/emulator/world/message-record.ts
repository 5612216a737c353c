import type { APIEmbed } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { PollRecord } from './poll-record.js';
import type { UserRecord } from './user-record.js';

/** Component as it travels: what it may contain depends on its type, and was checked when it was sent. */
export interface ComponentRecord {
  type: number;
  id?: number;
  custom_id?: string;
  components?: ComponentRecord[];
  component?: ComponentRecord;
  accessory?: ComponentRecord;
  label?: string;
  style?: number;
  disabled?: boolean;
  url?: string;
  content?: string;
  placeholder?: string;
  min_values?: number;
  max_values?: number;
  options?: { label: string; value: string; description?: string; default?: boolean }[];
  [key: string]: unknown;
}

/** File of a message. */
export interface AttachmentRecord {
  readonly id: Snowflake;
  filename: string;
  title?: string;
  description?: string;
  size: number;
  url: string;
  proxy_url: string;
  content_type?: string;
  width?: number;
  height?: number;
  duration_secs?: number;
  waveform?: string;
  flags?: number;
  ephemeral?: true;
}

/** Reaction of a message, with who reacted. */
export interface ReactionRecord {
  readonly emoji: { id: Snowflake | null; name: string; animated?: boolean };
  readonly userIds: Set<Snowflake>;
}

/** Message as the world keeps it: what differs from reader to reader is worked out when it is sent. */
export interface MessageRecord {
  readonly id: Snowflake;
  readonly channelId: Snowflake;
  readonly guildId: Snowflake | undefined;
  type: number;
  readonly author: UserRecord;
  content: string;
  readonly timestamp: string;
  editedTimestamp: string | null;
  tts: boolean;
  mentionEveryone: boolean;
  mentionedUserIds: Snowflake[];
  mentionedRoleIds: Snowflake[];
  attachments: AttachmentRecord[];
  embeds: APIEmbed[];
  components: ComponentRecord[];
  flags: number;
  pinnedAt: string | undefined;
  nonce?: string | number;
  webhookId?: Snowflake;
  applicationId?: Snowflake;
  reference?: { type: number; channel_id: Snowflake; message_id?: Snowflake; guild_id?: Snowflake };
  referencedId?: Snowflake;
  snapshots?: { message: Record<string, unknown> }[];
  interactionMetadata?: Record<string, unknown>;
  interaction?: Record<string, unknown>;
  poll?: PollRecord;
  stickerItems?: { id: Snowflake; name: string; format_type: number }[];
  threadId?: Snowflake;
  readonly reactions: ReactionRecord[];
  /** Only this person sees it. */
  ephemeralFor?: Snowflake;
  isDeleted: boolean;
}
