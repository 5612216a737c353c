/** What events give that are about something without a model of its own. */
import type { APIThreadMember } from 'discord-api-types/v10';
import type { Member } from '../models/member.js';
import type { Message } from '../models/message.js';
import type { ScheduledEvent } from '../models/scheduled-event.js';
import type { SoundboardSound } from '../models/soundboard-sound.js';
import type { ThreadChannel } from '../models/thread-channel.js';
import type { ThreadMember } from '../models/thread-member.js';
import type { User } from '../models/user.js';
import type { Snowflake } from '../types/type-tools.js';

/** Message that was deleted, or lost its reactions; the ids are always known. */
export interface DeletedMessage {
  /** Id of the message. */
  readonly messageId: Snowflake;
  /** Channel that it was in. */
  readonly channelId: Snowflake;
  /** Guild that it was in; `undefined` in direct messages. */
  readonly guildId: Snowflake | undefined;
  /** Message as it was, when it was in memory. */
  readonly cachedMessage: Message | undefined;
}

/** Messages that were deleted together. */
export interface DeletedMessages {
  /** Ids of the messages. */
  readonly messageIds: readonly Snowflake[];
  /** Channel that they were in. */
  readonly channelId: Snowflake;
  /** Guild that they were in; `undefined` in direct messages. */
  readonly guildId: Snowflake | undefined;
  /** Those of the messages that were in memory. */
  readonly cachedMessages: readonly Message[];
}

/** Thread that was deleted. */
export interface DeletedThread {
  /** Id of the thread. */
  readonly threadId: Snowflake;
  /** Type of the thread, as channels have it. */
  readonly threadType: number;
  /** Thread as it was, when it was cached. */
  readonly cachedThread: ThreadChannel | undefined;
  /** Channel that it hung on. */
  readonly parentId: Snowflake | undefined;
  /** Guild that it was in. */
  readonly guildId: Snowflake;
}

/** Sound that was deleted. */
export interface DeletedSound {
  /** Id of the sound. */
  readonly soundId: Snowflake;
  /** Sound as it was, when it was cached. */
  readonly cachedSound: SoundboardSound | undefined;
  /** Guild whose soundboard it was on. */
  readonly guildId: Snowflake;
}

/** Integration that was removed. */
export interface DeletedIntegration {
  /** Id of the integration. */
  readonly integrationId: Snowflake;
  /** Guild that it was in. */
  readonly guildId: Snowflake;
  /** Application that it belonged to, when there was one. */
  readonly applicationId: Snowflake | undefined;
}

/** User who became interested in a scheduled event, or is no more. */
export interface EventUser {
  /** Id of the scheduled event. */
  readonly eventId: Snowflake;
  /** Guild of the event. */
  readonly guildId: Snowflake;
  /** Event, when cached. */
  readonly event: ScheduledEvent | undefined;
  /** Id of the user. */
  readonly userId: Snowflake;
  /** User, when known. */
  readonly user: User | undefined;
  /** Member of that user, when cached. */
  readonly member: Member | undefined;
}

/** Request of a user to join a guild; a preview of Discord's, in its own names. */
export interface JoinRequest {
  /** Guild that the user asks to join. */
  readonly guild_id: Snowflake;
  /** What became of the request, such as `SUBMITTED`. */
  readonly status?: string;
  /** Request with its answers, as Discord sends it. */
  readonly request?: object;
  /** Id of the request, when it was deleted. */
  readonly id?: Snowflake;
  /** User who asked, when the request was deleted. */
  readonly user_id?: Snowflake;
}

/** Request on the gateway that came too early. */
export interface RateLimited {
  /** Gateway opcode that came too early. */
  readonly opcode: number;
  /** Seconds until it is allowed again. */
  readonly retryAfterSeconds: number;
  /** Guild that was asked about, when it was about one. */
  readonly guildId: Snowflake | undefined;
  /** Nonce of the request, when it had one. */
  readonly nonce: string | undefined;
}

/** Membership of the bot itself in a thread. */
export interface ThreadMemberState extends Readonly<APIThreadMember> {
  /** Guild of the thread. */
  readonly guild_id: Snowflake;
}

/** Who was added to a thread, and who left it. */
export interface ThreadMembersChange {
  /** Id of the thread. */
  readonly threadId: Snowflake;
  /** Guild of the thread. */
  readonly guildId: Snowflake;
  /** How many are in it now; Discord stops counting at 50. */
  readonly memberCount: number;
  /** Thread, when cached. */
  readonly thread: ThreadChannel | undefined;
  /** Memberships of those who were added. */
  readonly addedMembers: readonly ThreadMember[];
  /** Users who were added. */
  readonly addedUserIds: readonly Snowflake[];
  /** Users who left or were removed. */
  readonly removedUserIds: readonly Snowflake[];
}

/** Status text of a voice channel. */
export interface VoiceStatus {
  /** Voice channel whose status changed. */
  readonly channelId: Snowflake;
  /** Guild of the channel. */
  readonly guildId: Snowflake;
  /** Status that it had, when known. */
  readonly before: string | undefined;
  /** Status that it has now; `undefined` for none. */
  readonly status: string | undefined;
}

/** Beginning of the call in a voice channel; `undefined` when it is over. */
export interface VoiceStartTime {
  /** Voice channel whose call began or ended. */
  readonly channelId: Snowflake;
  /** Guild of the channel. */
  readonly guildId: Snowflake;
  /** When the call began; `undefined` when it is over. */
  readonly startedAt: Date | undefined;
}

/** Status and start of the voice channels of a guild. */
export interface ChannelInfo {
  /** Guild of the channels. */
  readonly guildId: Snowflake;
  /** Voice channels of which something is known, with the fields that were asked for. */
  readonly channels: readonly {
    /** Id of the channel. */
    readonly id: Snowflake;
    /** Status text of the channel. */
    readonly status?: string | null;
    /** When the call began, in seconds since the Unix epoch. */
    readonly voice_start_time?: number | null;
  }[];
}
