import type { Snowflake } from '../types/type-tools.js';

/** One Opus frame that somebody spoke, decrypted, as it came off the wire: not yet in order, not yet without gaps. */
export interface VoicePacket {
  /** User who spoke. */
  readonly userId: Snowflake;
  /** RTP source that it came from. */
  readonly ssrc: number;
  /** RTP sequence number, 16 bits, wrapping. */
  readonly sequence: number;
  /** RTP timestamp in samples of 48 kHz, 32 bits, wrapping. */
  readonly timestamp: number;
  /** Opus packet, decrypted. */
  readonly opus: Buffer;
  /** Milliseconds of the monotonic clock. */
  readonly receivedAtMs: number;
}

/** What players, receivers and recorders need of a voice connection. */
export interface VoiceLink {
  /** Guild that the connection is in. */
  readonly guildId: Snowflake;
  /** Channel in which the bot is, or is to be. */
  readonly channelId: Snowflake;
  /** RTP source of what the bot sends; changes with every new voice session. */
  readonly ssrc: number;
  /** Whether frames can be sent now: connected, and end-to-end encryption is ready where it is on. */
  readonly isReady: boolean;
  /**
   * Sends one Opus frame: encrypts it, and advances sequence and timestamp by `samples`.
   *
   * Gives false when it was not sent. Default of `samples`: 960, which is 20 ms.
   */
  sendOpus(frame: Uint8Array, samples?: number): boolean;
  /** Tells Discord that the bot begins or ends to speak. */
  setSpeaking(speaking: boolean): void;
  /** Hears every decrypted packet; the returned function stops. */
  onPacket(listener: (packet: VoicePacket) => void): () => void;
  /** Hears who has left the call. */
  onUserGone(listener: (userId: Snowflake) => void): () => void;
  /** Hears that the connection is over for good, and why. */
  onClosed(listener: (reason: unknown) => void): () => void;
}
