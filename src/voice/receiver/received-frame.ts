import type { Snowflake } from '../../types/type-tools.js';

/** One Opus packet that somebody spoke, in order. */
export interface ReceivedFrame {
  /** User who spoke. */
  readonly userId: Snowflake;
  /** RTP source; changes when the user comes back. */
  readonly ssrc: number;
  /** RTP sequence number, counted on beyond 16 bits. */
  readonly sequence: number;
  /** RTP timestamp in samples of 48 kHz, counted on beyond 32 bits. */
  readonly timestamp: number;
  /** Packet as it was sent; in place of a lost one, a packet that makes decoders bridge it. */
  readonly opus: Uint8Array;
  /** Whether the packet was lost, and this one stands for it. */
  readonly isConcealed: boolean;
  /** On the last of lost packets: the one that follows, which may carry a copy of it (forward error correction). */
  readonly next?: Uint8Array | undefined;
  /** Samples per channel that it lasts. */
  readonly samples: number;
  /** When it was spoken, in milliseconds of the monotonic clock, freed of the network's jitter. */
  readonly capturedAtMs: number;
}

/** Received frame with its sound. */
export interface ReceivedPcmFrame extends ReceivedFrame {
  /** Interleaved stereo at 48 kHz. */
  readonly pcm: Int16Array;
}
