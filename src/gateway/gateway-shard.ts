import type { Snowflake } from '../types/type-tools.js';
import type { Identifiable } from './commands/id-of.js';
import type { MemberReply, MemberRequestOptions } from './commands/member-request.js';
import type { PresenceUpdate } from './commands/presence-state.js';
import type { VoiceStateOptions } from './commands/voice-states.js';
import type { ShardState } from './shard-state.js';

/** Facts of a shard at one moment. */
export interface ShardInfo {
  /** Number of the shard, from 0. */
  readonly id: number;
  /** How many shards the bot has in all. */
  readonly shardCount: number;
  /** Milliseconds of the last heartbeat's round trip; NaN before the first acknowledgement. */
  readonly latencyMs: number;
  /** Whether the shard is connected and has a session. */
  readonly isAlive: boolean;
  /** Intents it identifies with, as bits. */
  readonly intents: number;
  /** How far its connection is. */
  readonly state: ShardState;
}

/** Options of `GatewayShard.join`. */
export interface JoinOptions {
  /** Gives up waiting; the socket is left alone. */
  readonly signal?: AbortSignal;
}

/** Options of closing. */
export interface CloseOptions {
  /** Close code; 1000 and 1001 end the session. @defaultValue 1000, or 4000 with `keepSession` */
  readonly code?: number;
  /** Leaves the session alive, so that it can be resumed later, also by another process. @defaultValue false */
  readonly keepSession?: boolean;
}

/** Fields of op 43. */
export type ChannelInfoField = 'status' | 'voice_start_time';

/**
 * One shard, as a user of the package sees it.
 *
 * Requests made while the shard reconnects wait until it is ready again.
 */
export interface GatewayShard extends ShardInfo {
  /** Closes the connection; resolves when the socket is gone. A number is the close code. */
  close(options?: number | CloseOptions): Promise<void>;
  /** Id of the bot's user; waits for the first READY. */
  getUserId(): Promise<Snowflake>;
  /** Whether a request made now would wait for the limit of 120 payloads in 60 s. */
  isWsRateLimited(): boolean;
  /** Waits until the shard is closed; rejects with the error that closed it, or with the signal's reason. */
  join(options?: JoinOptions): Promise<void>;
  /** Asks for the CHANNEL_INFO event of a guild. */
  requestChannelInfo(guild: Identifiable, fields?: readonly ChannelInfoField[]): Promise<void>;
  /**
   * Asks for members of a guild; resolves with all parts of the answer.
   *
   * @throws {InvalidOptionError} on options against Discord's rules; {MissingIntentError} when an intent is lacking;
   *   {GatewayRateLimitedError} when Discord wants a pause; {GatewayTimeoutError} when no answer comes.
   */
  requestGuildMembers(guild: Identifiable, options?: MemberRequestOptions): Promise<MemberReply>;
  /** Asks for a SOUNDBOARD_SOUNDS event for each of the guilds. */
  requestSoundboardSounds(guilds: readonly Identifiable[]): Promise<void>;
  /** Sends a heartbeat at once, beside the schedule. */
  sendHeartbeat(): void;
  /**
   * Connects; resolves when the session is ready.
   *
   * @throws the fatal error when Discord refuses the session; {ShardClosedError} when the shard is closed meanwhile.
   */
  start(): Promise<void>;
  /**
   * Changes the presence; resolves when Discord was told. When not connected, it is remembered and told at connect.
   *
   * Discord takes five in 20 seconds; beyond that the newest is told as soon as it may be.
   */
  updatePresence(update: PresenceUpdate): Promise<void>;
  /** Joins, moves to or, with `null`, leaves a voice channel of the guild. */
  updateVoiceState(
    guild: Identifiable,
    channel: Identifiable | null,
    options?: VoiceStateOptions,
  ): Promise<void>;
}
