import { portToken } from '../../types/token.js';

/** How sound is encoded. */
export interface OpusEncoderOptions {
  /** Bits per second, 6000 to 510000. Default: 96000. */
  readonly bitrate?: number;
  /** What the coding is tuned for. Default: `audio`. */
  readonly application?: 'audio' | 'voip' | 'lowDelay';
  /** What kind of sound it is; `auto` listens for itself. Default: `auto`. */
  readonly signal?: 'auto' | 'voice' | 'music';
  /** Highest frequencies that are kept: 4, 6, 8, 12 or 20 kHz. Default: `full`. */
  readonly bandwidth?: 'narrow' | 'medium' | 'wide' | 'superwide' | 'full';
  /**
   * Whether packets carry a coarse copy of the one before them, for listeners who lost it. Default: true.
   *
   * Only Opus' coding of speech has room for copies. It is taken for `signal: 'voice'`, for what sounds like speech, and
   * for everything when more than 5 % are expected to be lost; music at the defaults goes without.
   */
  readonly forwardErrorCorrection?: boolean;
  /** How many packets of a hundred are expected to be lost. Default: 5. */
  readonly expectedLossPercent?: number;
}

/** Turns sound into Opus packets; remembers the frames before, so each stream has its own. */
export interface OpusEncoder {
  /** Encodes one frame of interleaved stereo samples at 48 kHz, 960 per channel for 20 ms. */
  encode(pcm: Int16Array): Uint8Array;
  /** Lets go of the library's memory. */
  close(): void;
}

/** Turns Opus packets into sound; remembers the packets before, so each speaker has its own. */
export interface OpusDecoder {
  /**
   * Decodes one packet into interleaved stereo samples at 48 kHz.
   * @throws {InvalidAudioError} for a packet that is damaged.
   */
  decode(packet: Uint8Array): Int16Array;
  /**
   * Bridges what was lost, in samples per channel. Given the packet after it, a codec that {@link OpusCodec.canRepair}
   * takes the lost sound out of the copy that one may carry; that packet is decoded as usual afterwards.
   */
  conceal(samples: number, next?: Uint8Array): Int16Array;
  /** Lets go of the library's memory. */
  close(): void;
}

/**
 * Opus, by whatever library is installed.
 * @see https://www.rfc-editor.org/rfc/rfc6716
 */
export interface OpusCodec {
  /** Package that does the work. */
  readonly name: string;
  /** Whether a lost packet is taken out of the one after it (forward error correction), where that one has a copy. */
  readonly canRepair?: boolean;
  /** Makes an encoder for one stream. */
  createEncoder(options?: OpusEncoderOptions): OpusEncoder;
  /** Makes a decoder for one speaker. */
  createDecoder(): OpusDecoder;
}

/** Token by which a codec of your own is injected. */
export const OpusCodec = portToken<OpusCodec>('OpusCodec');
