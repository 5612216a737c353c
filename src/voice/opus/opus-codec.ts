import { portToken } from '../../types/token.js';

/** How sound is encoded. */
export interface OpusEncoderOptions {
  /** Bits per second, 6000 to 510000. Default: 96000. */
  readonly bitrate?: number;
  /** Whether packets carry what repairs a lost one before them. Default: true. */
  readonly forwardErrorCorrection?: boolean;
  /** How many packets of a hundred are expected to be lost. Default: 5. */
  readonly expectedLossPercent?: number;
}

/** Turns sound into Opus packets; remembers the frames before, so each stream has its own. */
export interface OpusEncoder {
  /** Encodes one frame of interleaved stereo samples at 48 kHz, 960 per channel for 20 ms. */
  encode(pcm: Int16Array): Uint8Array;
  close(): void;
}

/** Turns Opus packets into sound; remembers the packets before, so each speaker has its own. */
export interface OpusDecoder {
  /**
   * Decodes one packet into interleaved stereo samples at 48 kHz.
   * @throws InvalidAudioError for a packet that is damaged.
   */
  decode(packet: Uint8Array): Int16Array;
  /**
   * Bridges what was lost, in samples per channel; a codec that can read forward error correction takes the lost
   * packet's copy out of the one that follows it.
   */
  conceal(samples: number, next?: Uint8Array): Int16Array;
  close(): void;
}

/**
 * Opus, by whatever library is installed.
 * @see https://www.rfc-editor.org/rfc/rfc6716
 */
export interface OpusCodec {
  /** Package that does the work. */
  readonly name: string;
  createEncoder(options?: OpusEncoderOptions): OpusEncoder;
  createDecoder(): OpusDecoder;
}

export const OpusCodec = portToken<OpusCodec>('OpusCodec');
