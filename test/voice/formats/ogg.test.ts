import { describe, expect, test } from '@jest/globals';
import type { DemuxedAudio, Demuxer } from '../../../src/voice/formats/demuxer.js';
import { oggCrc } from '../../../src/voice/formats/ogg-crc.js';
import { OggOpusDemuxer } from '../../../src/voice/formats/ogg-opus-demuxer.js';
import { OggOpusMuxer } from '../../../src/voice/formats/ogg-opus-muxer.js';
import { OggPageReader } from '../../../src/voice/formats/ogg-page-reader.js';
import { writeOpusHead } from '../../../src/voice/formats/opus-head.js';
import { ffmpegOpus, runFfmpeg, testWithFfmpeg } from '../run-ffmpeg.js';
import { cutUp, madeUpPackets, seededRandom } from '../seeded-random.js';

interface Page {
  readonly lacing: readonly number[];
  readonly body: Buffer;
  readonly flags?: number;
  readonly serial?: number;
}

const CONTINUED = 1;
const FIRST = 2;
const TAGS = Buffer.from('OpusTags\0\0\0\0\0\0\0\0');

/** Writes pages by hand, so that they can be what no muxer of ours writes. */
function pages(...list: Page[]): Buffer {
  const sequences = new Map<number, number>();
  return Buffer.concat(
    list.map(({ lacing, body, flags = 0, serial = 7 }) => {
      const sequence = sequences.get(serial) ?? 0;
      sequences.set(serial, sequence + 1);
      const header = Buffer.alloc(27 + lacing.length);
      header.write('OggS');
      header[5] = flags;
      header.writeUInt32LE(serial, 14);
      header.writeUInt32LE(sequence, 18);
      header[26] = lacing.length;
      header.set(lacing, 27);
      const page = Buffer.concat([header, body]);
      page.writeUInt32LE(oggCrc(page), 22);
      return page;
    }),
  );
}

function whole(packet: Buffer): Page {
  return {
    lacing: [...Array<number>(Math.floor(packet.length / 255)).fill(255), packet.length % 255],
    body: packet,
  };
}

function head(serial = 7): Page[] {
  return [
    { ...whole(writeOpusHead()), flags: FIRST, serial },
    { ...whole(TAGS), serial },
  ];
}

function demux(
  bytes: Buffer,
  demuxer: Demuxer = new OggOpusDemuxer(),
  chunks: Iterable<Buffer> = [bytes],
): Buffer[] {
  const found: DemuxedAudio[] = [];
  for (const chunk of chunks) found.push(...demuxer.push(chunk));
  found.push(...demuxer.end());
  return found.flatMap((audio) => (audio.kind === 'opus' ? [Buffer.from(audio.packet)] : []));
}

function mux(packets: readonly Buffer[]): Buffer {
  const muxer = new OggOpusMuxer();
  return Buffer.concat([muxer.start(), ...packets.map((packet) => muxer.push(packet, 960)), muxer.end()]);
}

describe('Packets out of Ogg', () => {
  test('are those that were written, however the bytes arrive', () => {
    const packets = madeUpPackets(500, { maxBytes: 1200 });
    const bytes = mux(packets);
    expect(demux(bytes)).toEqual(packets);
    for (let seed = 1; seed <= 5; seed++) {
      const chunks = cutUp(bytes, seededRandom(seed), seed === 1 ? 3 : 4000);
      expect(demux(bytes, new OggOpusDemuxer(), chunks)).toEqual(packets);
    }
  });

  test('go on over any number of pages', () => {
    const [packet, next] = [madeUpPackets(1, { seed: 3 })[0]!, madeUpPackets(1, { seed: 4 })[0]!];
    const long = Buffer.concat([packet, Buffer.alloc(255 * 3 - packet.length, 9), Buffer.from([1, 2])]);
    const bytes = pages(
      ...head(),
      { lacing: [255], body: long.subarray(0, 255) },
      { lacing: [255, 255], body: long.subarray(255, 765), flags: CONTINUED },
      {
        lacing: [2, next.length % 255],
        body: Buffer.concat([long.subarray(765), next.subarray(0, next.length % 255)]),
        flags: CONTINUED,
      },
    );
    expect(demux(bytes)).toEqual([long, next.subarray(0, next.length % 255)]);
  });

  test('that end exactly at a page’s end with a segment of zero bytes are whole', () => {
    const packet = Buffer.alloc(510, 3);
    packet[0] = 0xfc;
    const bytes = pages(
      ...head(),
      { lacing: [255, 255], body: packet },
      { lacing: [0], body: Buffer.alloc(0), flags: CONTINUED },
    );
    expect(demux(bytes)).toEqual([packet]);
  });

  test('of which a page is lost are left out, and no half of one is given', () => {
    const packets = madeUpPackets(300, { maxBytes: 900 });
    const bytes = mux(packets);
    const starts = [...bytes.toString('latin1').matchAll(/OggS\0/g)].map(({ index }) => index);
    const [from, to] = [starts[3]!, starts[4]!];
    const got = demux(Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]));
    expect(got.length).toBeLessThan(packets.length);
    expect(got.every((packet) => packets.some((original) => original.equals(packet)))).toBe(true);
  });

  test('after a damaged page are found again', () => {
    const packets = madeUpPackets(300, { maxBytes: 200 });
    const bytes = mux(packets);
    const damaged = Buffer.from(bytes);
    damaged[Math.floor(bytes.length / 2)]! ^= 0xff;
    const reader = new OggPageReader();
    reader.push(damaged);
    expect(reader.damagedPages).toBe(1);
    const got = demux(damaged);
    expect(got.at(-1)).toEqual(packets.at(-1));
    expect(packets.length - got.length).toBeLessThanOrEqual(51); // one page holds a second
  });

  test('of the first of two streams side by side are taken, and of streams one after the other all', () => {
    const [a, b, c] = [0, 1, 2].map((seed) => madeUpPackets(1, { seed, maxBytes: 200 })[0]!);
    const [headA, tagsA] = head(1) as [Page, Page];
    const [headB, tagsB] = head(2) as [Page, Page];
    const beside = pages(
      headA,
      headB,
      tagsA,
      tagsB,
      { ...whole(b!), serial: 2 },
      { ...whole(a!), serial: 1 },
    );
    expect(demux(beside)).toEqual([a]);
    const after = pages(headA, tagsA, { ...whole(a!), serial: 1 }, ...head(3), { ...whole(c!), serial: 3 });
    expect(demux(after)).toEqual([a, c]);
  });

  test.each<[string, Buffer, RegExp]>([
    ['nothing', Buffer.alloc(0), /no Opus stream/],
    ['text', Buffer.from('not a sound at all'), /no Opus stream/],
    ['Vorbis', pages({ ...whole(Buffer.from('\x01vorbis........')), flags: FIRST }, whole(TAGS)), /vorbis/],
    ['surround', pages({ ...whole(withByte(writeOpusHead(), 9, 6)), flags: FIRST }), /6 channels/],
    ['a future version', pages({ ...whole(withByte(writeOpusHead(), 8, 0x10)), flags: FIRST }), /version 1/],
    ['a cut header', pages({ ...whole(writeOpusHead().subarray(0, 12)), flags: FIRST }), /incomplete/],
    ['a megabyte of noise', Buffer.alloc((1 << 20) + 100, 1), /no page begins/],
  ])('are refused with a typed error for %s', (_what, bytes, message) => {
    expect(() => demux(bytes)).toThrow(message);
    expect(() => demux(bytes)).toThrow(expect.objectContaining({ code: 'INVALID_AUDIO', format: 'ogg' }));
  });

  test('come out of any damage, or a typed error does', () => {
    const random = seededRandom(99);
    const bytes = mux(madeUpPackets(60, { maxBytes: 600 }));
    for (let round = 0; round < 300; round++) {
      const damaged = Buffer.from(bytes);
      for (let hits = 0; hits < 1 + random() * 20; hits++)
        damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
      const cut = damaged.subarray(0, Math.floor(random() * damaged.length));
      try {
        expect(demux(cut).length).toBeLessThanOrEqual(60);
      } catch (error) {
        expect(error).toMatchObject({ code: 'INVALID_AUDIO' });
      }
    }
  });
});

testWithFfmpeg(
  'A file of ffmpeg gives as many packets as ffmpeg counts, whatever the length of its frames',
  () => {
    for (const [frameMs, bitrate] of [
      ['20', '64k'],
      ['60', '510k'],
      ['2.5', '96k'],
    ] as const) {
      const bytes = ffmpegOpus('ogg', 3, ['-b:a', bitrate, '-vbr', 'off', '-frame_duration', frameMs]);
      const expected = Math.ceil((3000 + 6.5) / Number(frameMs));
      expect(Math.abs(demux(bytes).length - expected)).toBeLessThanOrEqual(2);
    }
  },
);

testWithFfmpeg('What is muxed again plays in ffmpeg, as long as it was', () => {
  const bytes = mux(demux(ffmpegOpus('ogg', 2)));
  const pcm = runFfmpeg(['-i', 'pipe:0', '-f', 's16le', '-ar', '48000', '-ac', '2', 'pipe:1'], bytes);
  expect(Math.abs(pcm.length / 192 - 2000)).toBeLessThanOrEqual(40);
});

function withByte(bytes: Buffer, at: number, value: number): Buffer {
  bytes[at] = value;
  return bytes;
}
