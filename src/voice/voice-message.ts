import { readFile } from 'node:fs/promises';
import { OggOpusDemuxer } from './formats/ogg-opus-demuxer.js';
import { decodeOrConceal } from './opus/decode-or-conceal.js';
import { loadOpusCodec } from './opus/load-opus-codec.js';
import type { OpusCodec } from './opus/opus-codec.js';
import { opusPacketSamples } from './opus/opus-packet.js';
import { msOf } from './sources/skip-to.js';

/** File that Discord shows as a voice message. */
export interface VoiceMessageFile {
  readonly name: string;
  readonly data: Uint8Array;
  readonly contentType: 'audio/ogg';
  readonly voiceMessage: {
    readonly durationMs: number;
    /** Loudness over time, 0 to 255. */
    readonly waveform: Uint8Array;
  };
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
    voiceMessage: { durationMs, waveform },
  };
}

function packetsOf(ogg: Uint8Array): readonly Uint8Array[] {
  const demuxer = new OggOpusDemuxer();
  const audio = [...demuxer.push(ogg), ...demuxer.end()];
  return audio.flatMap((part) => (part.kind === 'opus' ? [part.packet] : []));
}

/** Loudest sample of each stretch of time. */
function waveformOf(packets: readonly Uint8Array[], durationMs: number, codec: OpusCodec): Uint8Array {
  const waveform = new Uint8Array(Math.max(1, Math.min(MAX_SAMPLES, Math.ceil(durationMs / SAMPLE_MS))));
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
