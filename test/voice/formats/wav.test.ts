import { describe, expect, test } from '@jest/globals';
import type { PcmFormat } from '../../../src/voice/formats/pcm-format.js';
import { Resampler } from '../../../src/voice/formats/resampler.js';
import { WavDemuxer } from '../../../src/voice/formats/wav-demuxer.js';
import { wavHeader } from '../../../src/voice/formats/wav-header.js';
import { runFfmpeg, testWithFfmpeg } from '../run-ffmpeg.js';
import { cutUp, seededRandom } from '../seeded-random.js';

function demux(bytes: Buffer, chunks: Iterable<Buffer> = [bytes]): Int16Array {
  const demuxer = new WavDemuxer();
  const found = [...chunks].flatMap((chunk) => demuxer.push(chunk));
  const samples = [...found, ...demuxer.end()].flatMap((audio) =>
    audio.kind === 'pcm' ? [audio.samples] : [],
  );
  return Int16Array.from(samples.flatMap((part) => [...part]));
}

function sine(frequency: number, count: number, rate = 48_000): Int16Array {
  const samples = new Int16Array(count * 2);
  for (let at = 0; at < count; at++)
    samples.fill(Math.round(12_000 * Math.sin((2 * Math.PI * frequency * at) / rate)), at * 2, at * 2 + 2);
  return samples;
}

function bytesOf(samples: Int16Array): Buffer {
  return Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
}

/** Decibels between a sound and what it differs by from the expected one. */
function signalToNoise(got: Int16Array, expected: Int16Array, { skip = 2000 } = {}): number {
  let signal = 0;
  let noise = 0;
  for (let at = skip; at < Math.min(got.length, expected.length) - skip; at++) {
    signal += expected[at]! ** 2;
    noise += (got[at]! - expected[at]!) ** 2;
  }
  return 10 * Math.log10(signal / Math.max(noise, 1e-9));
}

/** Header with a format of any kind. */
function header(format: Buffer, soundBytes: number): Buffer {
  const fmt = Buffer.concat([Buffer.from('fmt '), uint32(format.length), format]);
  const list = Buffer.concat([Buffer.from('LIST'), uint32(5), Buffer.alloc(6)]); // odd, so padded
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), list, fmt, Buffer.from('data'), uint32(soundBytes)]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function format(code: number, channels: number, rate: number, bits: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt16LE(code, 0);
  bytes.writeUInt16LE(channels, 2);
  bytes.writeUInt32LE(rate, 4);
  bytes.writeUInt16LE(bits, 14);
  return bytes;
}

describe('Samples out of WAV', () => {
  test('of 48 kHz stereo are untouched, however the bytes arrive', () => {
    const samples = sine(440, 5000);
    for (const size of [samples.byteLength, Number.POSITIVE_INFINITY]) {
      const bytes = Buffer.concat([wavHeader(size), bytesOf(samples)]);
      expect(demux(bytes)).toEqual(samples);
      expect(demux(bytes, cutUp(bytes, seededRandom(2), 11))).toEqual(samples);
    }
  });

  test('end where the length says, not where the file does', () => {
    const samples = sine(440, 100);
    const bytes = Buffer.concat([
      wavHeader(samples.byteLength),
      bytesOf(samples),
      Buffer.from('LISTgarbage'),
    ]);
    expect(demux(bytes)).toEqual(samples);
  });

  test('of one channel are heard on both sides', () => {
    const mono = Int16Array.from([1, -2, 3]);
    const bytes = Buffer.concat([header(format(1, 1, 48_000, 16), 6), bytesOf(mono)]);
    expect([...demux(bytes)]).toEqual([1, 1, -2, -2, 3, 3]);
  });

  test.each([8_000, 22_050, 44_100, 96_000])('of %d Hz become 48 kHz without audible damage', (rate) => {
    const samples = sine(1000, rate, rate);
    const bytes = Buffer.concat([header(format(1, 2, rate, 16), samples.byteLength), bytesOf(samples)]);
    const got = demux(bytes);
    expect(Math.abs(got.length / 2 - 48_000)).toBeLessThanOrEqual(4);
    expect(signalToNoise(got, sine(1000, 48_000))).toBeGreaterThan(55);
  });

  test('above what 48 kHz can carry are dropped, not folded back', () => {
    const resampler = new Resampler(192_000);
    const input = Float32Array.from(sine(40_000, 192_000, 192_000), (sample) => sample / 32_768);
    const output = resampler.push(input).subarray(2000);
    expect(Math.max(...output.map(Math.abs))).toBeLessThan(0.001);
  });

  test.each<[string, Buffer, RegExp]>([
    ['nothing', Buffer.alloc(0), /ends before/],
    ['text', Buffer.from('no sound in here, sorry'), /RIFF/],
    ['a cut header', wavHeader().subarray(0, 30), /ends before/],
    ['ADPCM', header(format(2, 2, 48_000, 4), 10), /kind 2 with 4 bits/],
    ['no channels', header(format(1, 0, 48_000, 16), 10), /0 channels/],
    ['no rate', header(format(1, 2, 0, 16), 10), /at 0 Hz/],
    ['sound before its format', Buffer.from('RIFF\0\0\0\0WAVEdata\0\0\0\0'), /before its format/],
  ])('are refused with a typed error for %s', (_what, bytes, message) => {
    expect(() => demux(bytes)).toThrow(message);
    expect(() => demux(bytes)).toThrow(expect.objectContaining({ code: 'INVALID_AUDIO', format: 'wav' }));
  });

  test('come out of any damage, or a typed error does', () => {
    const random = seededRandom(11);
    const bytes = Buffer.concat([header(format(1, 2, 44_100, 16), 4000), bytesOf(sine(300, 1000))]);
    for (let round = 0; round < 200; round++) {
      const damaged = Buffer.from(bytes);
      for (let hits = 0; hits < 4; hits++) damaged[Math.floor(random() * 64)] = Math.floor(random() * 256);
      try {
        expect(demux(damaged)).toBeInstanceOf(Int16Array);
      } catch (error) {
        expect(error).toMatchObject({ code: 'INVALID_AUDIO' });
      }
    }
  });
});

const kinds: readonly (readonly [string, PcmFormat['samples'], number])[] = [
  ['pcm_u8', 'u8', 33],
  ['pcm_s24le', 's24', 55],
  ['pcm_s32le', 's32', 55],
  ['pcm_f32le', 'f32', 55],
  ['pcm_f64le', 'f64', 55],
];

testWithFfmpeg.each(kinds)('A WAV file of %s by ffmpeg sounds as it did', (codec, _samples, decibels) => {
  const input = sine(500, 24_000);
  const raw = ['-f', 's16le', '-ar', '48000', '-ac', '2', '-i', 'pipe:0'];
  const bytes = runFfmpeg([...raw, '-c:a', codec, '-f', 'wav', 'pipe:1'], bytesOf(input));
  expect(signalToNoise(demux(bytes), input)).toBeGreaterThan(decibels);
});
