/** What every Opus library has to do, tried with those that are installed here: all that are supported. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadOpusCodec, OPUS_PACKAGES } from '../../../src/voice/opus/load-opus-codec.js';
import type { OpusCodec, OpusDecoder, OpusEncoderOptions } from '../../../src/voice/opus/opus-codec.js';
import { isCodedAsSpeech, opusPacketSamples } from '../../../src/voice/opus/opus-packet.js';
import { onlyCodec } from '../support/only-codec.js';
import { alignedSnr, framesOf, joined, snr, speech, tone } from '../support/sound.js';

const talk = speech(3);

function encode(codec: OpusCodec, pcm: Int16Array, options?: OpusEncoderOptions): Uint8Array[] {
  const encoder = codec.createEncoder(options);
  const packets = framesOf(pcm).map((frame) => Uint8Array.from(encoder.encode(frame)));
  encoder.close();
  return packets;
}

/** What is heard where every eighth packet is lost, and what would have been heard. */
function lose(
  codec: OpusCodec,
  packets: readonly Uint8Array[],
  repairs: boolean,
): { readonly lost: Int16Array; readonly heard: Int16Array; readonly after: Int16Array[] } {
  const [whole, holed] = [codec.createDecoder(), codec.createDecoder()];
  const [lost, heard]: [Int16Array[], Int16Array[]] = [[], []];
  const after: Int16Array[] = [];
  packets.forEach((packet, index) => {
    const right = whole.decode(packet);
    const isLost = index % 8 === 5;
    const next = repairs ? packets[index + 1] : undefined;
    const sound = isLost ? holed.conceal(960, next) : holed.decode(packet);
    if (!isLost && index % 8 < 5) after.push(sound);
    if (!isLost || index < 10) return;
    lost.push(right);
    heard.push(sound);
  });
  for (const decoder of [whole, holed]) decoder.close();
  return { lost: joined(lost), heard: joined(heard), after };
}

function loudness(pcm: Int16Array): number {
  return Math.sqrt(pcm.reduce((sum, sample) => sum + sample ** 2, 0) / pcm.length);
}

describe.each(OPUS_PACKAGES)('%s', (name) => {
  let codec: OpusCodec;

  beforeAll(() => {
    codec = onlyCodec(name);
  });

  test('is what the codec is called', () => {
    expect(codec.name).toBe(name);
  });

  test.each<[string, Int16Array, OpusEncoderOptions, number]>([
    ['a tone', tone(440, 2), {}, 22],
    ['a tone, as speech', tone(440, 2), { signal: 'voice' }, 30],
    ['speech', talk, {}, 18],
    ['speech, as speech', talk, { signal: 'voice' }, 18],
    ['speech with 24 kbit/s', talk, { bitrate: 24_000 }, 10],
  ])('passes on %s', (_what, pcm, options, least) => {
    const decoder = codec.createDecoder();
    const sound = joined(encode(codec, pcm, options).map((packet) => decoder.decode(packet)));
    decoder.close();
    expect(sound).toHaveLength(pcm.length);
    expect(alignedSnr(pcm, sound).db).toBeGreaterThan(least);
  });

  test('takes 6.5 ms, and no more', () => {
    const decoder = codec.createDecoder();
    const sound = joined(encode(codec, talk).map((packet) => decoder.decode(packet)));
    decoder.close();
    expect(Math.abs(alignedSnr(talk, sound).delay - 312)).toBeLessThanOrEqual(12);
  });

  test.each<[string, OpusEncoderOptions, boolean]>([
    ['music', { signal: 'music', forwardErrorCorrection: false }, false],
    ['speech', { signal: 'voice' }, true],
    ['speech for many losses', { expectedLossPercent: 20 }, true],
    ['speech by the application', { application: 'voip', bitrate: 20_000 }, true],
    ['sound with no delay', { application: 'lowDelay' }, false],
  ])('codes for %s', (_what, options, isSpeech) => {
    const settled = encode(codec, talk, options).slice(50);
    expect(new Set(settled.map(isCodedAsSpeech))).toEqual(new Set([isSpeech]));
  });

  test('keeps to bitrate and bandwidth', () => {
    const size = (options: OpusEncoderOptions): number =>
      encode(codec, talk, options).reduce((sum, { length }) => sum + length, 0) / 3;
    expect(size({ bitrate: 96_000 }) / 12_000).toBeCloseTo(1, 0.7);
    expect(size({ bitrate: 24_000 }) / 3_000).toBeCloseTo(1, 0.7);
    const narrow = encode(codec, talk, { bandwidth: 'narrow', signal: 'voice' }).slice(50);
    expect(narrow.every((packet) => packet[0]! >> 3 < 4)).toBe(true);
  });

  test('bridges a loss with what sounds alike, and never with noise', () => {
    const hum = lose(codec, encode(codec, tone(440, 2), { signal: 'music' }).slice(20), false);
    expect(snr(hum.lost, hum.heard)).toBeGreaterThan(15);
    for (const options of [{}, { signal: 'voice' }] as const) {
      const { lost, heard, after } = lose(codec, encode(codec, talk, options), false);
      expect(loudness(heard) / loudness(lost)).toBeGreaterThan(0.4);
      expect(loudness(heard) / loudness(lost)).toBeLessThan(1.2);
      expect(Math.max(...after.map(loudness))).toBeLessThan(9000);
    }
  });

  test.each([120, 480, 960, 1920, 2000, 2880, 5760, 12_000])('bridges %i samples exactly', (samples) => {
    const decoder = codec.createDecoder();
    expect(decoder.conceal(samples)).toHaveLength(samples * 2);
    for (const packet of encode(codec, talk.subarray(0, 19_200))) decoder.decode(packet);
    expect(decoder.conceal(samples)).toHaveLength(samples * 2);
    decoder.close();
  });

  test('takes packets of 60 ms', () => {
    const encoder = onlyCodec('@discordjs/opus').createEncoder();
    const decoder = codec.createDecoder();
    const packets = framesOf(talk, 2880).map((frame) => Uint8Array.from(encoder.encode(frame)));
    expect(new Set(packets.map(opusPacketSamples))).toEqual(new Set([2880]));
    const sound = joined(packets.map((packet) => decoder.decode(packet)));
    expect(alignedSnr(talk.subarray(0, sound.length), sound).db).toBeGreaterThan(15);
    for (const side of [encoder, decoder]) side.close();
  });

  test('refuses damage with a typed error, and goes on', () => {
    const decoder = codec.createDecoder();
    for (const bytes of [Uint8Array.of(0xff, 0xff, 1, 2), new Uint8Array(), new Uint8Array(9000).fill(0xff)])
      expect(() => decoder.decode(bytes)).toThrow(expect.objectContaining({ code: 'INVALID_AUDIO' }));
    expect(decoder.decode(encode(codec, talk.subarray(0, 1920))[0]!)).toHaveLength(1920);
    decoder.close();
  });

  test('keeps sixty streams apart, one of which ends now and then', () => {
    const pitches = Array.from({ length: 60 }, (_, index) => tone(200 + 40 * index, 0.2));
    const alone = pitches.map((pcm) => encode(codec, pcm));
    const encoders = pitches.map(() => codec.createEncoder());
    const decoders = pitches.map(() => codec.createDecoder());
    for (let frame = 0; frame < 10; frame++) {
      encoders.forEach((encoder, index) => {
        const packet = Uint8Array.from(encoder.encode(framesOf(pitches[index]!)[frame]!));
        expect(Buffer.from(packet).equals(alone[index]![frame]!)).toBe(true);
        decoders[index]!.decode(packet);
        const ended = codec.createDecoder();
        ended.decode(packet);
        ended.close();
      });
    }
    for (const side of [...encoders, ...decoders]) side.close();
  });

  test.each<[OpusEncoderOptions, string]>([
    [{ bitrate: 1 }, 'encoder.bitrate'],
    [{ bitrate: Number.NaN }, 'encoder.bitrate'],
    [{ expectedLossPercent: 101 }, 'encoder.expectedLossPercent'],
    [{ signal: 'song' as 'music' }, 'encoder.signal'],
    [{ application: 'toString' as 'audio' }, 'encoder.application'],
    [{ bandwidth: 'huge' as 'full' }, 'encoder.bandwidth'],
  ])('refuses %j', (options, option) => {
    expect(() => codec.createEncoder(options)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', option }),
    );
  });
});

describe('Forward error correction', () => {
  test('is read by the codec that is taken when all are installed', () => {
    expect(loadOpusCodec()).toMatchObject({ name: '@discordjs/opus and @evan/opus', canRepair: true });
    for (const name of OPUS_PACKAGES) expect(onlyCodec(name).canRepair).toBe(name === '@evan/opus');
  });

  test.each<[string, OpusEncoderOptions]>([
    ['speech', { signal: 'voice' }],
    ['whatever is sent over a bad network', { expectedLossPercent: 20 }],
  ])('gives back what was lost of %s, where bridging does not', (_what, options) => {
    const codec = loadOpusCodec();
    const packets = encode(codec, talk, options);
    const [repaired, bridged] = [lose(codec, packets, true), lose(codec, packets, false)];
    expect(snr(bridged.lost, bridged.heard)).toBeLessThan(1);
    expect(snr(repaired.lost, repaired.heard)).toBeGreaterThan(4.5);
  });

  test('is in packets of every library that encodes', () => {
    const codec = loadOpusCodec();
    for (const name of OPUS_PACKAGES) {
      const { lost, heard } = lose(codec, encode(onlyCodec(name), talk, { signal: 'voice' }), true);
      expect(snr(lost, heard)).toBeGreaterThan(4);
    }
  });

  test('that is not there makes no difference', () => {
    const codec = loadOpusCodec();
    for (const options of [
      { signal: 'music' },
      { signal: 'voice', forwardErrorCorrection: false },
    ] as const) {
      const packets = encode(codec, talk, options);
      const [repaired, bridged] = [lose(codec, packets, true), lose(codec, packets, false)];
      expect(snr(repaired.lost, repaired.heard)).toBeCloseTo(snr(bridged.lost, bridged.heard), 1);
    }
  });

  test('is read for the last of several lost packets, and for packets of 60 ms', () => {
    const codec = loadOpusCodec();
    const start = (packets: readonly Uint8Array[], count: number): OpusDecoder => {
      const decoder = codec.createDecoder();
      for (const packet of packets.slice(0, count)) decoder.decode(packet);
      return decoder;
    };
    const short = encode(codec, talk, { signal: 'voice' });
    const [atOnce, oneByOne] = [start(short, 45), start(short, 45)];
    expect(atOnce.conceal(1920, short[47])).toEqual(
      joined([oneByOne.conceal(960), oneByOne.conceal(960, short[47])]),
    );
    const encoder = codec.createEncoder({ signal: 'voice' });
    const long = framesOf(talk, 2880).map((frame) => Uint8Array.from(encoder.encode(frame)));
    const [repaired, bridged] = [start(long, 15), start(long, 15)];
    expect(repaired.conceal(2880, long[16])).not.toEqual(bridged.conceal(2880));
    for (const side of [atOnce, oneByOne, encoder, repaired, bridged]) side.close();
  });
});
