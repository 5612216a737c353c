import { portToken } from '../types/token.js';
import type { Snowflake } from '../types/type-tools.js';

/** Voice state of the bot itself, as far as a connection must know it. */
export interface OwnVoiceState {
  /** Guild of the state. */
  readonly guildId: Snowflake;
  /** `null` when the bot is not in voice any more. */
  readonly channelId: Snowflake | null;
  /** Id of the voice session. */
  readonly sessionId: string;
  /** Whether the bot is in the audience of a stage. */
  readonly isSuppressed: boolean;
}

/** Voice server that a guild's voice runs on. */
export interface VoiceServerInfo {
  /** Guild whose voice runs there. */
  readonly guildId: Snowflake;
  /** Token to identify with; never printed. */
  readonly token: string;
  /** Host and port; `null` while there is none. */
  readonly endpoint: string | null;
}

/** Hears the two events of the main gateway that a connection is made of. */
export interface VoiceSignalListener {
  /** Hears the bot's own voice state. */
  onVoiceState(state: OwnVoiceState): void;
  /** Hears which server a guild's voice runs on. */
  onVoiceServer(server: VoiceServerInfo): void;
}

/** Body of op 4. */
export interface VoiceStateRequest {
  /** Guild of the channel. */
  readonly guildId: Snowflake;
  /** `null` leaves voice. */
  readonly channelId: Snowflake | null;
  /** Whether the bot hears nothing, and shows that. */
  readonly selfDeaf: boolean;
  /** Whether the bot says nothing, and shows that. */
  readonly selfMute: boolean;
}

/** Change of the bot's part in a stage. */
export interface StageRequest {
  /** Guild of the stage. */
  readonly guildId: Snowflake;
  /** Channel of the stage. */
  readonly channelId: Snowflake;
  /** Whether the bot is in the audience. */
  readonly suppress?: boolean;
  /** When the bot raised its hand; `null` lowers it. */
  readonly requestToSpeakAt?: Date | null;
}

/** What the cache knows of a voice channel; what it does not know is left out. */
export interface VoiceChannelFacts {
  /** Whether it is a stage. */
  readonly isStage?: boolean;
  /** Names of the permissions that the bot needs to join and lacks. */
  readonly missingPermissions?: readonly string[];
  /** 0 lets in everybody. */
  readonly userLimit?: number;
  /** How many people are in it. */
  readonly userCount?: number;
  /** Whether the bot may enter a full channel. */
  readonly mayExceedLimit?: boolean;
}

/**
 * Main gateway as voice sees it; implemented by the client.
 *
 * Listening joins the interest set: both events are needed for as long as somebody listens.
 */
export interface VoiceSignalling {
  /** Id of the bot's own user. */
  readonly userId: Snowflake;
  /** Sends op 4 on the shard of the guild. */
  updateVoiceState(request: VoiceStateRequest): Promise<void>;
  /** Hears the bot's own voice states and all voice servers; the returned function stops. */
  listen(listener: VoiceSignalListener): () => void;
  /** Changes the bot's part in a stage, by REST. */
  updateStage?(request: StageRequest): Promise<void>;
  /** Channel in which the bot is at the moment, where the cache knows it. */
  currentChannelId?(guildId: Snowflake): Snowflake | undefined;
  /** What the cache knows of a channel. */
  inspectChannel?(guildId: Snowflake, channelId: Snowflake): VoiceChannelFacts | undefined;
}

/** Token by which the way to the main gateway is injected. */
export const VoiceSignalling = portToken<VoiceSignalling>('VoiceSignalling');
