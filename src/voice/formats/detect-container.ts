import type { Demuxer } from './demuxer.js';
import { OggOpusDemuxer } from './ogg-opus-demuxer.js';
import { WavDemuxer } from './wav-demuxer.js';
import { WebmOpusDemuxer } from './webm-opus-demuxer.js';

/** Containers that are read without ffmpeg. */
export type Container = 'ogg' | 'webm' | 'wav';

/** Bytes from the beginning that {@link detectContainer} has to see. */
export const DETECTION_BYTES = 12;

/** Tells a container by its first bytes; `undefined` for all that ffmpeg has to read. */
export function detectContainer(start: Buffer): Container | undefined {
  const text = start.toString('latin1', 0, DETECTION_BYTES);
  if (text.startsWith('OggS')) return 'ogg';
  if (start.length >= 4 && start.readUInt32BE(0) === 0x1a45dfa3) return 'webm';
  return /^(RIFF|RF64).{4}WAVE/s.test(text) ? 'wav' : undefined;
}

/** Makes what takes a container apart. */
export function createDemuxer(container: Container): Demuxer {
  if (container === 'ogg') return new OggOpusDemuxer();
  return container === 'webm' ? new WebmOpusDemuxer() : new WavDemuxer();
}
