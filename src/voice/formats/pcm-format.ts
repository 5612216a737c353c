/** How samples are written down: signed or unsigned whole numbers, or floating point, little-endian. */
export type SampleType = 'u8' | 's16' | 's24' | 's32' | 'f32' | 'f64';

/** What bytes of uncompressed sound mean. */
export interface PcmFormat {
  /** Samples per second and channel. */
  readonly rate: number;
  /** Channels, interleaved; 2 is stereo. */
  readonly channels: number;
  /** How each sample is written down. */
  readonly samples: SampleType;
}

/** What Discord speaks: 48 kHz, stereo, 16 bits. */
export const DISCORD_PCM: PcmFormat = { rate: 48_000, channels: 2, samples: 's16' };

const readers: Readonly<Record<SampleType, (bytes: Buffer, at: number) => number>> = {
  u8: (bytes, at) => (bytes[at]! - 128) / 128,
  s16: (bytes, at) => bytes.readInt16LE(at) / 2 ** 15,
  s24: (bytes, at) => bytes.readIntLE(at, 3) / 2 ** 23,
  s32: (bytes, at) => bytes.readInt32LE(at) / 2 ** 31,
  f32: (bytes, at) => bytes.readFloatLE(at),
  f64: (bytes, at) => bytes.readDoubleLE(at),
};

const widths: Readonly<Record<SampleType, number>> = { u8: 1, s16: 2, s24: 3, s32: 4, f32: 4, f64: 8 };

/** Bytes of one sample of every channel. */
export function bytesPerSample({ channels, samples }: PcmFormat): number {
  return channels * widths[samples];
}

/** Samples between -1 and 1, mixed to interleaved stereo: one channel goes to both sides, surround is folded in. */
export function toStereo(bytes: Buffer, format: PcmFormat): Float32Array {
  const stride = bytesPerSample(format);
  const width = widths[format.samples];
  const read = readers[format.samples];
  const count = Math.floor(bytes.length / stride);
  const stereo = new Float32Array(count * 2);
  const others = Math.max(0, format.channels - 2);
  const scale = 1 / (1 + others / 2);
  for (let index = 0; index < count; index++) {
    const at = index * stride;
    let shared = 0;
    for (let other = 0; other < others; other++) shared += read(bytes, at + (other + 2) * width) / 2;
    const left = read(bytes, at);
    const right = format.channels > 1 ? read(bytes, at + width) : left;
    stereo[index * 2] = (left + shared) * scale;
    stereo[index * 2 + 1] = (right + shared) * scale;
  }
  return stereo;
}

/** Samples of 16 bits, clipped. */
export function toInt16(samples: Float32Array): Int16Array {
  return Int16Array.from(samples, (sample) =>
    Number.isNaN(sample) ? 0 : Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768))),
  );
}
