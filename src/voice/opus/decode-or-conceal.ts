import type { OpusDecoder } from './opus-codec.js';

/** Packet to decode, and whether it stands for a lost one. */
export interface PacketToDecode {
  readonly opus: Uint8Array;
  /** Samples per channel that it lasts. */
  readonly samples: number;
  readonly isConcealed: boolean;
  /** Packet after a lost one, which may carry a copy of it. */
  readonly next?: Uint8Array | undefined;
}

/** Sound of a packet, whatever its bytes are and whatever the library makes of them. */
export function decodeOrConceal(
  decoder: OpusDecoder,
  { opus, samples, isConcealed, next }: PacketToDecode,
  onDamaged?: () => void,
): Int16Array {
  try {
    return isConcealed ? decoder.conceal(samples, next) : decoder.decode(opus);
  } catch {
    onDamaged?.();
  }
  try {
    return decoder.conceal(samples);
  } catch {
    return new Int16Array(samples * 2);
  }
}
