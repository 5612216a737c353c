import { describe, expect, test } from '@jest/globals';
import { loadOpusCodec } from '../../../src/voice/opus/load-opus-codec.js';
import type { OpusCodec } from '../../../src/voice/opus/opus-codec.js';
import {
  concealmentFrame,
  isSilenceFrame,
  opusPacketSamples,
  SILENCE_FRAME,
} from '../../../src/voice/opus/opus-packet.js';

describe('A packet tells without decoding', () => {
  test.each<[string, readonly number[], number]>([
    ['20 ms of full-band sound', [0xfc, 1], 960],
    ['60 ms of speech', [0x18, 1], 2880],
    ['10 ms of speech', [0x00, 1], 480],
    ['20 ms in hybrid mode', [0x68, 1], 960],
    ['2.5 ms of sound', [0xe0, 1], 120],
    ['two frames of 20 ms', [0xfd, 1], 1920],
    ['three frames of 20 ms', [0xff, 3], 2880],
    ['more than 120 ms, which cannot be', [0xff, 7], 0],
    ['no frames', [0xff, 0], 0],
    ['nothing', [], 0],
  ])('%s', (_what, bytes, samples) => {
    expect(opusPacketSamples(Uint8Array.from(bytes))).toBe(samples);
  });

  test('that it is silence', () => {
    expect(isSilenceFrame(SILENCE_FRAME)).toBe(true);
    expect(isSilenceFrame(Uint8Array.of(0xf8, 0xff))).toBe(false);
    expect(opusPacketSamples(SILENCE_FRAME)).toBe(960);
  });

  test('what stands for a lost one: 20 ms of the same mode and channels', () => {
    for (const toc of [0x00, 0x1b, 0x64, 0x6f, 0xe0, 0xff]) {
      const frame = concealmentFrame(Uint8Array.of(toc, 5));
      expect(opusPacketSamples(frame)).toBe(960);
      expect(frame[0]! & 0b100).toBe(toc & 0b100);
      expect(frame).toHaveLength(1);
    }
  });
});

/** Native codec that does nothing. */
const native = {
  OpusEncoder: class {
    encode = (): Buffer => Buffer.from([0xfc]);
    decode = (): Buffer => Buffer.alloc(3840);
  },
};

describe('The codec', () => {
  test('is the first library that is installed', () => {
    const tried: string[] = [];
    const codec = loadOpusCodec((name) => {
      tried.push(name);
      if (name === 'mediaplex') return native;
      throw Object.assign(new Error('gone'), { code: 'MODULE_NOT_FOUND' });
    });
    expect(codec.name).toBe('mediaplex');
    expect(tried).toEqual(['@discordjs/opus', 'mediaplex']);
  });

  test('passes over a library whose binary is missing', () => {
    class Broken {
      constructor() {
        throw new Error('no binary for this platform\nmore');
      }
    }
    const codec = loadOpusCodec((name) => (name === '@discordjs/opus' ? { OpusEncoder: Broken } : native));
    expect(codec.name).toBe('mediaplex');
  });

  test('of opusscript frees its memory', () => {
    let alive = 0;
    class Script {
      static Application = { AUDIO: 2049 };
      constructor() {
        alive += 1;
      }
      encode = (_pcm: Buffer, samples: number): Buffer => Buffer.from([samples >> 8, samples & 255]);
      decode = (): Buffer => Buffer.alloc(3840);
      encoderCTL(): void {}
      delete(): void {
        alive -= 1;
      }
    }
    const codec = loadOpusCodec((name) => {
      if (name === 'opusscript') return Script;
      throw new Error('gone');
    });
    const encoder = codec.createEncoder();
    expect([...encoder.encode(new Int16Array(1920))]).toEqual([3, 192]);
    encoder.close();
    expect(alive).toBe(0);
  });

  test('that is missing says what to install and what was tried', () => {
    const load = (): never => {
      throw Object.assign(new Error('gone'), { code: 'MODULE_NOT_FOUND' });
    };
    expect(() => loadOpusCodec(load)).toThrow(/npm install @discordjs\/opus.*mediaplex \(not installed\)/);
    expect(() => loadOpusCodec(load)).toThrow(expect.objectContaining({ code: 'OPUS_CODEC_MISSING' }));
  });
});

describe('Sound through the real codec', () => {
  let codec: OpusCodec;
  try {
    codec = loadOpusCodec();
  } catch {
    test.skip('is not tested: no Opus library is installed', () => undefined);
    return;
  }

  test('comes out as it went in, and a lost frame is bridged in its own length', () => {
    const encoder = codec.createEncoder();
    const decoder = codec.createDecoder();
    const packets = Array.from({ length: 20 }, (_, index) => encoder.encode(sineFrame(index)));
    const loudness = packets.map((packet, index) => {
      const pcm = index === 10 ? decoder.conceal(960) : decoder.decode(packet);
      expect(pcm).toHaveLength(1920);
      return rootMeanSquare(pcm);
    });
    for (const level of loudness.slice(2)) expect(level).toBeGreaterThan(3000);
    expect(decoder.conceal(2000)).toHaveLength(4000);
    for (const side of [encoder, decoder]) side.close();
  });

  test('that is damaged is a typed error, and the next packet decodes', () => {
    const decoder = codec.createDecoder();
    for (const bytes of [Uint8Array.of(0xff, 0xff, 1, 2), new Uint8Array()])
      expect(() => decoder.decode(bytes)).toThrow(expect.objectContaining({ code: 'INVALID_AUDIO' }));
    expect(decoder.decode(codec.createEncoder().encode(sineFrame(0)))).toHaveLength(1920);
  });
});

function sineFrame(index: number): Int16Array {
  return Int16Array.from({ length: 1920 }, (_, at) =>
    Math.round(10_000 * Math.sin(((index * 960 + (at >> 1)) * 2 * Math.PI * 440) / 48_000)),
  );
}

function rootMeanSquare(pcm: Int16Array): number {
  return Math.sqrt(pcm.reduce((sum, sample) => sum + sample ** 2, 0) / pcm.length);
}
