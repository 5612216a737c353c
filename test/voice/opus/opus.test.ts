import { describe, expect, test } from '@jest/globals';
import { loadOpusCodec } from '../../../src/voice/opus/load-opus-codec.js';
import {
  concealmentFrame,
  isSilenceFrame,
  opusPacketSamples,
  SILENCE_FRAME,
} from '../../../src/voice/opus/opus-packet.js';
import { onlyCodec } from '../support/only-codec.js';

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

  test('what stands for a lost one as long as itself', () => {
    for (const bytes of [
      [0x18, 1],
      [0x00, 1],
      [0xfd, 1],
      [0xfe, 1, 1],
      [0xff, 0x83, 1],
    ]) {
      const before = Uint8Array.from(bytes);
      const samples = opusPacketSamples(before);
      const frame = concealmentFrame(before, samples);
      expect(opusPacketSamples(frame)).toBe(samples);
      expect(frame[0]! >> 2).toBe(before[0]! >> 2);
      expect(concealmentFrame(frame, samples)).toEqual(frame);
    }
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
    const codec = onlyCodec('opusscript');
    const packet = codec.createEncoder().encode(new Int16Array(1920));
    for (let round = 0; round < 500; round++) {
      const [encoder, decoder] = [codec.createEncoder(), codec.createDecoder()];
      expect(decoder.decode(packet)).toHaveLength(1920);
      for (const side of [encoder, decoder]) side.close();
    }
  });

  test('that is installed without its binary says how to make it', () => {
    const load = (name: string): never => {
      const missing = name === '@discordjs/opus' ? '/home/x/node_modules/@discordjs/opus/opus.node' : name;
      throw Object.assign(new Error(`Cannot find module '${missing}'\nRequire stack:`), {
        code: 'MODULE_NOT_FOUND',
      });
    };
    expect(() => loadOpusCodec(load)).toThrow(
      /@discordjs\/opus \(installed without its binary: npm rebuild @discordjs\/opus\), mediaplex \(not installed\)/,
    );
    expect(() => loadOpusCodec(load)).not.toThrow(/home/);
  });

  test('that is missing says what to install and what was tried', () => {
    const load = (): never => {
      throw Object.assign(new Error('gone'), { code: 'MODULE_NOT_FOUND' });
    };
    expect(() => loadOpusCodec(load)).toThrow(/npm install @discordjs\/opus.*mediaplex \(not installed\)/);
    expect(() => loadOpusCodec(load)).toThrow(expect.objectContaining({ code: 'OPUS_CODEC_MISSING' }));
  });
});
