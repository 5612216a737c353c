/** What events give that are about something without a model of its own. */
import type { APIThreadMember } from 'discord-api-types/v10';
import type { Message } from '../models/message.js';
import type { User } from '../models/user.js';
import type { Snowflake } from '../types/type-tools.js';

/** Message that was deleted, or lost its reactions; the ids are always known. */
export interface DeletedMessage {
  readonly messageId: Snowflake;
  readonly channelId: Snowflake;
  readonly guildId: Snowflake | undefined;
  readonly cachedMessage: Message | undefined;
}

/** Messages that were deleted together. */
export interface DeletedMessages {
  readonly messageIds: readonly Snowflake[];
  readonly channelId: Snowflake;
  readonly guildId: Snowflake | undefined;
  readonly cachedMessages: readonly Message[];
}

/** Thread that was deleted. */
export interface DeletedThread {
  readonly threadId: Snowflake;
  readonly parentId: Snowflake | undefined;
  readonly guildId: Snowflake;
}

/** Sound that was deleted. */
export interface DeletedSound {
  readonly soundId: Snowflake;
  readonly guildId: Snowflake;
}

/** Integration that was removed. */
export interface DeletedIntegration {
  readonly integrationId: Snowflake;
  readonly guildId: Snowflake;
  readonly applicationId: Snowflake | undefined;
}

/** User who became interested in a scheduled event, or is no more. */
export interface EventUser {
  readonly eventId: Snowflake;
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
  readonly user: User | undefined;
}

/** Request of a user to join a guild; a preview of Discord's, in its own names. */
export interface JoinRequest {
  readonly guild_id: Snowflake;
  readonly status?: string;
  readonly request?: object;
  readonly id?: Snowflake;
  readonly user_id?: Snowflake;
}

/** Request on the gateway that came too early. */
export interface RateLimited {
  readonly opcode: number;
  readonly retryAfterSeconds: number;
  readonly guildId: Snowflake | undefined;
  readonly nonce: string | undefined;
}

/** Membership of the bot itself in a thread. */
export interface ThreadMemberState extends Readonly<APIThreadMember> {
  readonly guild_id: Snowflake;
}

/** Who was added to a thread, and who left it. */
export interface ThreadMembersChange {
  readonly threadId: Snowflake;
  readonly guildId: Snowflake;
  readonly memberCount: number;
  readonly addedUserIds: readonly Snowflake[];
  readonly removedUserIds: readonly Snowflake[];
}

/** Status text of a voice channel. */
export interface VoiceStatus {
  readonly channelId: Snowflake;
  readonly guildId: Snowflake;
  readonly before: string | undefined;
  readonly status: string | undefined;
}

/** Beginning of the call in a voice channel; `undefined` when it is over. */
export interface VoiceStartTime {
  readonly channelId: Snowflake;
  readonly guildId: Snowflake;
  readonly startedAt: Date | undefined;
}

/** Status and start of the voice channels of a guild. */
export interface ChannelInfo {
  readonly guildId: Snowflake;
  readonly channels: readonly {
    readonly id: Snowflake;
    readonly status?: string | null;
    readonly voice_start_time?: number | null;
  }[];
}
