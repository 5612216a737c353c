import { readFile } from 'node:fs/promises';
import { OggOpusDemuxer } from './formats/ogg-opus-demuxer.js';
import { decodeOrConceal } from './opus/decode-or-conceal.js';
import { loadOpusCodec } from './opus/load-opus-codec.js';
import type { OpusCodec } from './opus/opus-codec.js';
import { opusPacketSamples } from './opus/opus-packet.js';
import { msOf } from './sources/skip-to.js';

/** File that Discord shows as a voice message. */
export interface VoiceMessageFile {
  /** Name of the file. */
  readonly name: string;
  /** Bytes of it. */
  readonly data: Uint8Array;
  /** Type that Discord demands. */
  readonly contentType: 'audio/ogg';
  /** What Discord has to know besides. */
  readonly voice: VoiceMessageShape;
}

/** Length and loudness of a voice message. */
export interface VoiceMessageShape {
  /** Length in seconds. */
  readonly durationSeconds: number;
  /** Loudness over time in base64: one byte for 100 ms, at most 256. */
  readonly waveform: string;
}

/** Discord draws one sample per 100 ms, at most 256 of them. */
const SAMPLE_MS = 100;
const MAX_SAMPLES = 256;
const LOUDEST = 32_768;

/**
 * Makes a voice message of an Ogg/Opus file or its bytes, such as a recorded track.
 *
 * A message with it can have no text and no other file.
 * @throws InvalidAudioError for what is no Ogg/Opus, OpusCodecMissingError without a codec.
 *
 * @example
 * ```ts
 * await channel.send({ files: [await voiceMessage('recordings/1.ogg')] });
 * ```
 */
export async function voiceMessage(
  ogg: string | Uint8Array,
  { codec = loadOpusCodec }: { readonly codec?: () => OpusCodec } = {},
): Promise<VoiceMessageFile> {
  const data = typeof ogg === 'string' ? await readFile(ogg) : ogg;
  const packets = packetsOf(data);
  const durationMs = msOf(packets.reduce((sum, packet) => sum + opusPacketSamples(packet), 0));
  const waveform = waveformOf(packets, durationMs, codec());
  return {
    name: 'voice-message.ogg',
    data,
    contentType: 'audio/ogg',
    voice: { durationSeconds: durationMs / 1000, waveform: waveform.toString('base64') },
  };
}

function packetsOf(ogg: Uint8Array): readonly Uint8Array[] {
  const demuxer = new OggOpusDemuxer();
  const audio = [...demuxer.push(ogg), ...demuxer.end()];
  return audio.flatMap((part) => (part.kind === 'opus' ? [part.packet] : []));
}

/** Loudest sample of each stretch of time. */
function waveformOf(packets: readonly Uint8Array[], durationMs: number, codec: OpusCodec): Buffer {
  const waveform = Buffer.alloc(Math.max(1, Math.min(MAX_SAMPLES, Math.ceil(durationMs / SAMPLE_MS))));
  const decoder = codec.createDecoder();
  let atMs = 0;
  for (const opus of packets) {
    const samples = opusPacketSamples(opus);
    const pcm = decodeOrConceal(decoder, { opus, samples, isConcealed: false });
    const peak = pcm.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    const index = Math.min(waveform.length - 1, Math.floor((atMs / durationMs) * waveform.length));
    waveform[index] = Math.max(waveform[index]!, Math.min(255, Math.round((peak / LOUDEST) * 255)));
    atMs += msOf(samples);
  }
  decoder.close();
  return waveform;
}
