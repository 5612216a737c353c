import { describe, expect, test } from '@jest/globals';
import { WebmOpusDemuxer } from '../../../src/voice/formats/webm-opus-demuxer.js';
import { ffmpegOpus, runFfmpeg, testWithFfmpeg } from '../run-ffmpeg.js';
import { cutUp, madeUpPackets, seededRandom } from '../seeded-random.js';

const UNKNOWN = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);

function element(id: number, content: Buffer | readonly Buffer[], size?: Buffer): Buffer {
  const body = Buffer.isBuffer(content) ? content : Buffer.concat(content as readonly Buffer[]);
  const idBytes = Buffer.from(id.toString(16).padStart(id > 0xffff ? 8 : id > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([idBytes, size ?? vint(body.length, 4), body]);
}

function vint(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  bytes[0]! |= 0x80 >> (length - 1);
  return bytes;
}

function track(number: number, codec: string, extra: readonly Buffer[] = []): Buffer {
  return element(0xae, [element(0xd7, Buffer.from([number])), element(0x86, Buffer.from(codec)), ...extra]);
}

function block(number: number, lacing: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x80 | number, 0, 0, lacing << 1]), content]);
}

const header = element(0x1a45dfa3, element(0x4282, Buffer.from('webm')));
const tracks = element(0x1654ae6b, [track(1, 'V_VP9'), track(2, 'A_OPUS')]);

function file(blocks: readonly Buffer[], { list = tracks, isLive = false } = {}): Buffer {
  const size = isLive ? UNKNOWN : undefined;
  const cluster = element(0x1f43b675, [element(0xe7, Buffer.from([0])), ...blocks], size);
  return Buffer.concat([
    header,
    element(0x18538067, [element(0xec, Buffer.alloc(300)), list, cluster], size),
  ]);
}

function demux(bytes: Buffer, chunks: Iterable<Buffer> = [bytes]): Buffer[] {
  const demuxer = new WebmOpusDemuxer();
  const found = [...chunks].flatMap((chunk) => demuxer.push(chunk));
  return [...found, ...demuxer.end()].flatMap((audio) =>
    audio.kind === 'opus' ? [Buffer.from(audio.packet)] : [],
  );
}

describe('Packets out of WebM', () => {
  const packets = madeUpPackets(12, { maxBytes: 700 });
  const simple = packets.map((packet) => element(0xa3, block(2, 0, packet)));

  test.each([false, true])('come out of simple blocks and of block groups (live: %s)', (isLive) => {
    const mixed = packets.map((packet, index) =>
      index % 3 === 0
        ? element(0xa0, [element(0xa1, block(2, 0, packet)), element(0x75a2, Buffer.from([1, 2]))])
        : element(0xa3, block(2, 0, packet)),
    );
    expect(demux(file(mixed, { isLive }))).toEqual(packets);
    const bytes = file(mixed, { isLive });
    expect(demux(bytes, cutUp(bytes, seededRandom(5), 7))).toEqual(packets);
  });

  test('of another track are passed over', () => {
    const video = element(0xa3, block(1, 0, Buffer.alloc(20_000, 0xfc)));
    expect(demux(file([video, ...simple, video]))).toEqual(packets);
  });

  test('that are laced together come apart, in each of the three ways', () => {
    const three = packets.slice(0, 3);
    const sizes = three.map(({ length }) => length);
    const xiph = sizes
      .slice(0, 2)
      .map((size) => [...Array<number>(Math.floor(size / 255)).fill(255), size % 255]);
    const withXiph = Buffer.concat([Buffer.from([2, ...xiph.flat()]), ...three]);
    const difference = vint(sizes[1]! - sizes[0]! + 8191, 2);
    const withEbml = Buffer.concat([Buffer.from([2]), vint(sizes[0]!, 2), difference, ...three]);
    const even = three.map((packet) => Buffer.concat([packet, Buffer.alloc(800)]).subarray(0, 700));
    const withFixed = Buffer.concat([Buffer.from([2]), ...even]);
    expect(demux(file([element(0xa3, block(2, 1, withXiph))]))).toEqual(three);
    expect(demux(file([element(0xa3, block(2, 3, withEbml))]))).toEqual(three);
    expect(demux(file([element(0xa3, block(2, 2, withFixed))]))).toEqual(even);
  });

  test.each<[string, Buffer, RegExp]>([
    ['nothing', Buffer.alloc(0), /no Opus track/],
    ['text', Buffer.from('hello, this is text'), /EBML header/],
    ['zeroes', Buffer.alloc(50), /no element/],
    ['no Opus track', file([], { list: element(0x1654ae6b, [track(1, 'A_VORBIS')]) }), /A_VORBIS/],
    [
      'an encrypted track',
      file([], { list: element(0x1654ae6b, [track(1, 'A_OPUS', [element(0x6d80, Buffer.from([1]))])]) }),
      /encrypted/,
    ],
    [
      'a lacing that reaches too far',
      file([element(0xa3, block(2, 1, Buffer.from([9, 255, 255])))]),
      /block/,
    ],
    [
      'an element longer than its parent',
      file([], { list: element(0x1654ae6b, Buffer.from([0xae, 0x8f, 1])) }),
      /longer/,
    ],
  ])('are refused with a typed error for %s', (_what, bytes, message) => {
    expect(() => demux(bytes)).toThrow(message);
    expect(() => demux(bytes)).toThrow(expect.objectContaining({ code: 'INVALID_AUDIO', format: 'webm' }));
  });

  test('come out of any damage, or a typed error does', () => {
    const random = seededRandom(7);
    const bytes = file(simple);
    for (let round = 0; round < 500; round++) {
      const damaged = Buffer.from(bytes);
      for (let hits = 0; hits < 1 + random() * 8; hits++)
        damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
      try {
        expect(demux(damaged.subarray(0, Math.floor(random() * damaged.length)))).toBeInstanceOf(Array);
      } catch (error) {
        expect(error).toMatchObject({ code: 'INVALID_AUDIO' });
      }
    }
  });
});

testWithFfmpeg('A file of ffmpeg gives every packet, the same that ffmpeg puts into Ogg', () => {
  const webm = ffmpegOpus('webm', 3);
  expect(demux(webm)).toHaveLength(151);
  const live = runFfmpeg(['-i', 'pipe:0', '-c', 'copy', '-f', 'webm', '-live', '1', 'pipe:1'], webm);
  expect(demux(live)).toHaveLength(151);
});
