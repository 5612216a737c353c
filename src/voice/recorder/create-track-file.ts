import { join } from 'node:path';
import type { Snowflake } from '../../types/type-tools.js';
import type { OpusCodec } from '../opus/opus-codec.js';
import type { ByteSink } from './byte-sink.js';
import { FfmpegSink, openNewFile } from './byte-sink.js';
import type { RecordOptions } from './record-options.js';
import type { TrackEncoder } from './track-encoder.js';
import { OggTrackEncoder, PcmTrackEncoder } from './track-encoder.js';
import { TrackFile } from './track-file.js';

/** Makes the file of a user or of the mix, by the options of the recording. */
export function createTrackFile(
  owner: Snowflake | 'mixed',
  options: RecordOptions,
  startedAtMs: number,
  codec: () => OpusCodec,
): TrackFile {
  const { format = 'ogg', directory, fileName = (name) => name } = options;
  const path = join(directory, fileName(owner));
  const encoder = createEncoder(owner, format, startedAtMs, codec);
  return new TrackFile(encoder, () => openSink(path, format, options.ffmpeg));
}

function createEncoder(
  owner: Snowflake | 'mixed',
  format: NonNullable<RecordOptions['format']>,
  startedAtMs: number,
  codec: () => OpusCodec,
): TrackEncoder {
  if (format === 'wav' || format === 'pcm') return new PcmTrackEncoder(codec, format === 'wav');
  const comments = { TITLE: owner, DATE: new Date(startedAtMs).toISOString() };
  return new OggTrackEncoder(codec, { comments });
}

async function openSink(
  path: string,
  format: NonNullable<RecordOptions['format']>,
  ffmpeg: string | undefined,
): Promise<ByteSink> {
  const file = await openNewFile(path, format);
  if (format === 'ogg' || format === 'wav' || format === 'pcm') return file;
  await file.end(); // the name is taken now, and ffmpeg writes over it
  return new FfmpegSink(file.path, format, ffmpeg);
}
