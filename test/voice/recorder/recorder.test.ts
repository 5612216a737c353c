import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../src/emulator/clock/virtual-clock.js';
import { silentLogger } from '../../../src/utils/silent-logger.js';
import { OggOpusDemuxer } from '../../../src/voice/formats/ogg-opus-demuxer.js';
import { WavDemuxer } from '../../../src/voice/formats/wav-demuxer.js';
import { loadOpusCodec } from '../../../src/voice/opus/load-opus-codec.js';
import { isSilenceFrame } from '../../../src/voice/opus/opus-packet.js';
import type { RecordOptions } from '../../../src/voice/recorder/record-options.js';
import { VoiceMedia } from '../../../src/voice/voice-media.js';
import { FakeLink } from '../fake-link.js';
import { runFfmpeg, testWithFfmpeg } from '../run-ffmpeg.js';
import { madeUpPackets, seededRandom } from '../seeded-random.js';

let clock: VirtualClock;
let link: FakeLink;
let media: VoiceMedia;
let directory: string;

beforeEach(() => {
  clock = new VirtualClock();
  link = new FakeLink(clock);
  media = new VoiceMedia(link, { clock, logger: silentLogger });
  directory = mkdtempSync(join(tmpdir(), 'cogwork-recording-'));
});

afterEach(() => {
  link.close();
  rmSync(directory, { recursive: true });
});

interface Speech {
  readonly userId: string;
  readonly packets: readonly Buffer[];
  /** From now. */
  readonly atMs: number;
  readonly sequence?: number;
  readonly timestamp?: number;
  readonly delayMs?: (index: number) => number | undefined;
}

function speak({ userId, packets, atMs, sequence = 0, timestamp = 0, delayMs = () => 0 }: Speech): void {
  for (const [index, opus] of packets.entries()) {
    const delay = delayMs(index);
    if (delay === undefined) continue;
    const packet = {
      userId,
      ssrc: Number(userId),
      sequence: (sequence + index) & 0xffff,
      timestamp: (timestamp + index * 960) >>> 0,
      opus,
    };
    clock.setTimeout(() => link.receive(packet), atMs + index * 20 + delay);
  }
}

function oggPackets(path: string): Buffer[] {
  const demuxer = new OggOpusDemuxer();
  return demuxer
    .push(readFileSync(path))
    .flatMap((audio) => (audio.kind === 'opus' ? [Buffer.from(audio.packet)] : []));
}

function wavSamples(path: string): Int16Array {
  const demuxer = new WavDemuxer();
  const parts = demuxer
    .push(readFileSync(path))
    .flatMap((audio) => (audio.kind === 'pcm' ? [audio.samples] : []));
  return Int16Array.from(parts.flatMap((part) => [...part]));
}

/** Encoded beeps of 100 ms, every half second. */
function beeps(seconds: number, frequency: number, loudness = 10_000): Buffer[] {
  const encoder = loadOpusCodec().createEncoder();
  return Array.from({ length: seconds * 50 }, (_, index) => {
    const isBeep = index % 25 < 5;
    const pcm = Int16Array.from({ length: 1920 }, (_, at) =>
      isBeep
        ? Math.round(loudness * Math.sin(((index * 960 + (at >> 1)) * 2 * Math.PI * frequency) / 48_000))
        : 0,
    );
    return Buffer.from(encoder.encode(pcm));
  });
}

/** Milliseconds at which sound begins, where 50 ms before it was quiet. */
function onsets(samples: Int16Array): number[] {
  const found: number[] = [];
  let quiet = 10_000;
  for (let at = 0; at < samples.length / 2; at++) {
    if (Math.abs(samples[at * 2]!) < 1500) quiet += 1;
    else {
      if (quiet > 2400) found.push(at / 48);
      quiet = 0;
    }
  }
  return found;
}

describe('An Ogg recording', () => {
  test('holds every packet bit for bit, with silence where nobody spoke, as long as the recording was', async () => {
    const packets = madeUpPackets(100);
    const recording = await media.record({ directory });
    speak({ userId: '10', packets: packets.slice(0, 50), atMs: 2000 });
    speak({
      userId: '10',
      packets: packets.slice(50),
      atMs: 6000,
      sequence: 50,
      timestamp: 50 * 960 + 3 * 48_000,
    });
    await clock.advance('10s');
    const { tracks, durationMs, endedBy } = await recording.stop();
    expect({ durationMs, endedBy }).toEqual({ durationMs: 10_000, endedBy: 'stopped' });
    expect(tracks).toHaveLength(1);
    expect(tracks[0]).toMatchObject({
      userId: '10',
      path: join(directory, '10.ogg'),
      durationMs: 10_000,
      spokenMs: 2000,
    });
    const written = oggPackets(tracks[0]!.path);
    expect(written).toHaveLength(500);
    expect(written.slice(100, 150)).toEqual(packets.slice(0, 50));
    expect(written.slice(300, 350)).toEqual(packets.slice(50));
    expect(written.filter((packet) => isSilenceFrame(packet))).toHaveLength(400);
    expect(readFileSync(tracks[0]!.path)).toHaveLength(tracks[0]!.bytes);
  });

  test('is right for senders whose timestamps stand still while they are silent', async () => {
    const packets = madeUpPackets(60);
    const recording = await media.record({ directory });
    speak({ userId: '10', packets: packets.slice(0, 30), atMs: 0 });
    speak({ userId: '10', packets: packets.slice(30), atMs: 5000, sequence: 30, timestamp: 30 * 960 });
    await clock.advance('6s');
    const { tracks } = await recording.stop();
    expect(oggPackets(tracks[0]!.path).slice(250, 280)).toEqual(packets.slice(30));
  });

  test('bridges what was lost, so that what follows keeps its place', async () => {
    const packets = madeUpPackets(100);
    const recording = await media.record({ directory });
    speak({ userId: '10', packets, atMs: 0, delayMs: (index) => (index % 10 === 5 ? undefined : 0) });
    await clock.advance('4s');
    const { tracks } = await recording.stop();
    const written = oggPackets(tracks[0]!.path);
    for (const [index, packet] of packets.entries())
      expect(written[index]).toEqual(index % 10 === 5 ? Buffer.from([0xfc]) : packet);
    expect(tracks[0]!.stats).toMatchObject({ received: 90, lost: 10, concealed: 10 });
  });

  test('does not overwrite a file, and records only whom it should', async () => {
    writeFileSync(join(directory, '10.ogg'), 'mine');
    const recording = await media.record({ directory, users: ['10'] });
    for (const userId of ['10', '20']) speak({ userId, packets: madeUpPackets(10), atMs: 0 });
    await clock.advance('1s');
    await recording.stop();
    expect((await readdir(directory)).sort()).toEqual(['10-2.ogg', '10.ogg']);
    expect(readFileSync(join(directory, '10.ogg'), 'utf8')).toBe('mine');
  });

  test('needs no codec', async () => {
    const without = new VoiceMedia(link, {
      clock,
      logger: silentLogger,
      codec: () =>
        loadOpusCodec(() => {
          throw new Error('no');
        }),
    });
    const recording = await without.record({ directory });
    speak({ userId: '10', packets: madeUpPackets(10), atMs: 0 });
    await clock.advance('1s');
    expect((await recording.stop()).tracks[0]!.error).toBeUndefined();
    await expect(without.record({ directory, format: 'wav' })).rejects.toMatchObject({
      code: 'OPUS_CODEC_MISSING',
    });
    await expect(without.record({ directory, tracks: 'both' })).rejects.toMatchObject({
      code: 'OPUS_CODEC_MISSING',
    });
  });
});

describe('Recordings of two users', () => {
  test('lie within 20 ms of each other, through jitter, loss and different clocks', async () => {
    const random = seededRandom(3);
    const recording = await media.record({ directory, format: 'wav', tracks: 'both' });
    const network = (): number | undefined => (random() < 0.05 ? undefined : 30 + random() * 40);
    speak({ userId: '10', packets: beeps(20, 600), atMs: 0, timestamp: 123_456, delayMs: network });
    speak({
      userId: '20',
      packets: beeps(15, 900),
      atMs: 5000,
      timestamp: 4_000_000_000,
      sequence: 65_000,
      delayMs: network,
    });
    await clock.advance('22s');
    const { tracks } = await recording.stop();
    expect(tracks.map(({ userId }) => userId)).toEqual(['10', '20', undefined]);
    expect(new Set(tracks.map(({ durationMs }) => durationMs))).toEqual(new Set([22_000]));
    const [first, second, mixed] = tracks.map(({ path }) => wavSamples(path)) as [
      Int16Array,
      Int16Array,
      Int16Array,
    ];
    expect([first.length, second.length, mixed.length]).toEqual(Array(3).fill(22_000 * 96));
    const heardFirst = onsets(first).filter((atMs) => atMs > 4900 && atMs < 20_000);
    const heardSecond = onsets(second).filter((atMs) => atMs < 20_000);
    const pairs = heardSecond.map((atMs) => Math.min(...heardFirst.map((other) => Math.abs(other - atMs))));
    expect(pairs.length).toBeGreaterThan(25);
    expect(pairs.filter((offMs) => offMs < 20).length).toBeGreaterThanOrEqual(pairs.length - 3); // a lost onset is heard later
    expect(pairs.sort((a, b) => a - b)[pairs.length >> 1]).toBeLessThan(12);
  });

  test('are added up in the mix, and clipped where they are too loud', async () => {
    const recording = await media.record({ directory, format: 'pcm', tracks: 'both' });
    for (const userId of ['10', '20', '30']) speak({ userId, packets: beeps(2, 600, 14_000), atMs: 0 });
    await clock.advance('3s');
    const { tracks } = await recording.stop();
    const peak = (path: string): number =>
      readSamples(path).reduce((max, sample) => Math.max(max, Math.abs(sample)), 0);
    expect(peak(tracks[0]!.path)).toBeLessThan(20_000);
    expect(peak(tracks[3]!.path)).toBeGreaterThanOrEqual(32_767);
  });

  test('can be mixed into one Ogg file', async () => {
    const recording = await media.record({ directory, tracks: 'mixed' });
    for (const userId of ['10', '20']) speak({ userId, packets: beeps(2, 600), atMs: 500 });
    await clock.advance('3s');
    const { tracks } = await recording.stop();
    expect(tracks).toHaveLength(1);
    expect(tracks[0]).toMatchObject({
      userId: undefined,
      path: join(directory, 'mixed.ogg'),
      durationMs: 3000,
    });
    expect(oggPackets(tracks[0]!.path)).toHaveLength(150);
  });
});

function readSamples(path: string): Int16Array {
  const bytes = readFileSync(path);
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

describe('A recording ends', () => {
  test('by itself after its time', async () => {
    const recording = await media.record({ directory, maxDurationMs: 2500 });
    speak({ userId: '10', packets: madeUpPackets(500), atMs: 0 });
    await clock.advance('5s');
    const { durationMs, endedBy, tracks } = await recording.finished;
    expect({ durationMs, endedBy }).toEqual({ durationMs: 2500, endedBy: 'duration' });
    expect(Math.abs(tracks[0]!.durationMs - 2500)).toBeLessThanOrEqual(20);
  });

  test('by itself when it is too large', async () => {
    const recording = await media.record({ directory, maxBytes: 10_000 });
    speak({ userId: '10', packets: madeUpPackets(500), atMs: 0 });
    let hasEnded = false;
    void recording.finished.then(() => {
      hasEnded = true;
    });
    for (let second = 0; second < 10 || (second < 1000 && !hasEnded); second++) {
      await clock.advance('1s');
      await new Promise((resolve) => setImmediate(resolve)); // the disk has time of its own
    }
    const { endedBy, tracks } = await recording.finished;
    expect(endedBy).toBe('size');
    expect(tracks[0]!.bytes).toBeGreaterThanOrEqual(10_000);
  });

  test('with the connection, and what was said is there', async () => {
    const recording = await media.record({ directory });
    speak({ userId: '10', packets: madeUpPackets(50), atMs: 0 });
    await clock.advance('2s');
    link.close();
    const { endedBy, tracks } = await recording.finished;
    expect(endedBy).toBe('closed');
    expect(oggPackets(tracks[0]!.path)).toHaveLength(100);
    expect(clock.pendingTimers).toBe(0);
  });

  test('once, however often it is asked to', async () => {
    const recording = await media.record({ directory });
    const [first, second] = await Promise.all([recording.stop(), recording.stop()]);
    expect(first).toBe(second);
    expect(first.tracks).toEqual([]);
    expect(clock.pendingTimers).toBe(0);
  });

  test('with an error on the track that could not be written, and not on the others', async () => {
    const fileName = (owner: string): string => (owner === '10' ? 'no/such/directory' : owner);
    const recording = await media.record({ directory, fileName });
    for (const userId of ['10', '20']) speak({ userId, packets: madeUpPackets(10), atMs: 0 });
    await clock.advance('2s');
    const { tracks } = await recording.stop();
    expect(tracks[0]!.error).toMatchObject({ code: 'RECORDING' });
    expect(tracks[1]!.error).toBeUndefined();
  });
});

test.each([
  ['format', { format: 'flac' }],
  ['tracks', { tracks: 'all' }],
  ['maxDurationMs', { maxDurationMs: 0 }],
  ['maxBytes', { maxBytes: Number.NaN }],
])('A %s that cannot be is refused before anything is written', async (option, options) => {
  const target = join(directory, 'new');
  await expect(media.record({ directory: target, ...options } as RecordOptions)).rejects.toMatchObject({
    code: 'INVALID_OPTION',
    option,
  });
  expect(existsSync(target)).toBe(false);
});

test('A directory that cannot be made, and a missing ffmpeg, are told at once', async () => {
  writeFileSync(join(directory, 'file'), '');
  await expect(media.record({ directory: join(directory, 'file', 'inside') })).rejects.toMatchObject({
    code: 'RECORDING',
  });
  const ffmpeg = '/no/such/ffmpeg';
  await expect(media.record({ directory, format: 'mp3', ffmpeg })).rejects.toMatchObject({
    code: 'FFMPEG_MISSING',
  });
});

testWithFfmpeg.each(['mp3', 'mp4', 'm4a', 'mka', 'mkv'] as const)(
  'A recording as %s can be decoded, and is as long',
  async (format) => {
    const recording = await media.record({ directory, format });
    speak({ userId: '10', packets: beeps(3, 600), atMs: 1000 });
    await clock.advance('5s');
    const { tracks } = await recording.stop();
    expect(tracks[0]!.error).toBeUndefined();
    const pcm = runFfmpeg(['-i', tracks[0]!.path, '-f', 's16le', '-ar', '48000', '-ac', '2', 'pipe:1']);
    expect(Math.abs(pcm.length / 192 - 5000)).toBeLessThan(100);
    const samples = new Int16Array(pcm.buffer.slice(pcm.byteOffset, pcm.byteOffset + pcm.length));
    const [first] = onsets(samples);
    expect(Math.abs(first! - 1000)).toBeLessThan(80);
  },
);

test('An hour of silence before somebody speaks takes little memory and time', async () => {
  const recording = await media.record({ directory });
  speak({ userId: '10', packets: beeps(1, 600), atMs: 3_600_000 });
  await clock.advance(3_602_000);
  const { tracks } = await recording.stop();
  expect(tracks[0]).toMatchObject({ durationMs: 3_602_000, spokenMs: 1000 });
  expect(tracks[0]!.bytes).toBeLessThan(1_000_000);
});
