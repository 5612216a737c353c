import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../src/emulator/clock/virtual-clock.js';
import { FfmpegFailedError } from '../../../src/errors/ffmpeg-failed-error.js';
import { silentLogger } from '../../../src/utils/silent-logger.js';
import { OggOpusMuxer } from '../../../src/voice/formats/ogg-opus-muxer.js';
import { wavHeader } from '../../../src/voice/formats/wav-header.js';
import { loadOpusCodec } from '../../../src/voice/opus/load-opus-codec.js';
import type { AudioFrame, AudioReader } from '../../../src/voice/sources/audio-input.js';
import { AudioSource } from '../../../src/voice/sources/audio-source.js';
import { FfmpegProcess, probeFfmpeg } from '../../../src/voice/sources/ffmpeg-process.js';
import { VoiceMedia } from '../../../src/voice/voice-media.js';
import { FakeLink } from '../fake-link.js';
import { runFfmpeg, testWithFfmpeg } from '../run-ffmpeg.js';
import { madeUpPackets } from '../seeded-random.js';
import { childrenLeft } from '../support/children-left.js';

const codec = loadOpusCodec;
const packets = madeUpPackets(150);
const ogg = oggOf(packets);
let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'cogwork-sources-'));
});

afterAll(() => rmSync(directory, { recursive: true }));

function oggOf(list: readonly Buffer[]): Buffer {
  const muxer = new OggOpusMuxer();
  return Buffer.concat([muxer.start(), ...list.map((packet) => muxer.push(packet, 960)), muxer.end()]);
}

function pathOf(name: string, bytes: Buffer): string {
  const path = join(directory, name);
  writeFileSync(path, bytes);
  return path;
}

async function readAll(opening: Promise<AudioReader>): Promise<AudioFrame[]> {
  const reader = await opening;
  const frames: AudioFrame[] = [];
  for (let frame = await reader.read(); frame !== undefined; frame = await reader.read()) frames.push(frame);
  reader.close();
  return frames;
}

function opusOf(frames: readonly AudioFrame[]): Buffer[] {
  return frames.map((frame) => Buffer.from(frame.kind === 'opus' ? frame.packet : []));
}

describe('Opus is passed through', () => {
  test('from a file, again and again, and from a position', async () => {
    const source = AudioSource.file(pathOf('a.ogg', ogg));
    expect(source.label).toBe('a.ogg');
    for (let round = 0; round < 2; round++)
      expect(opusOf(await readAll(source.open({ codec })))).toEqual(packets);
    expect(opusOf(await readAll(source.open({ codec, startMs: 2000 })))).toEqual(packets.slice(100));
    expect(await readAll(source.open({ codec, startMs: 60_000 }))).toEqual([]);
  });

  test('from memory, and from a stream, once', async () => {
    expect(opusOf(await readAll(AudioSource.buffer(ogg).open({ codec })))).toEqual(packets);
    const pieces = Array.from({ length: Math.ceil(ogg.length / 7) }, (_, at) =>
      ogg.subarray(at * 7, at * 7 + 7),
    );
    const stream = AudioSource.stream(Readable.from(pieces, { objectMode: false }));
    expect(opusOf(await readAll(stream.open({ codec })))).toEqual(packets);
    await expect(stream.open({ codec })).rejects.toMatchObject({ code: 'AUDIO_SOURCE' });
  });

  test('from an address, as it arrives', async () => {
    const server = createServer((request, response) => {
      if (request.url?.startsWith('/song.ogg') && request.headers.authorization === 'yes') response.end(ogg);
      else response.writeHead(403).end('no');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/song.ogg?key=secret`;
    const source = AudioSource.url(url, { headers: { authorization: 'yes' } });
    expect(opusOf(await readAll(source.open({ codec })))).toEqual(packets);
    const refused = AudioSource.url(url).open({ codec });
    await expect(refused).rejects.toMatchObject({ code: 'AUDIO_SOURCE' });
    await expect(refused).rejects.toThrow(/403/);
    await expect(refused).rejects.not.toThrow(/secret/);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test('from a generator', async () => {
    const source = AudioSource.generator(async function* () {
      yield* packets;
    });
    expect(opusOf(await readAll(source.open({ codec })))).toEqual(packets);
    const wrong = AudioSource.generator(() => [new Uint8Array()]);
    await expect(readAll(wrong.open({ codec }))).rejects.toMatchObject({ code: 'AUDIO_SOURCE' });
  });
});

describe('Samples are cut into frames of 20 ms', () => {
  const samples = Int16Array.from({ length: 960 * 2 * 3 + 500 }, (_, at) => at);

  test('from memory and generators, the last one filled up with silence', async () => {
    for (const source of [
      AudioSource.pcm(samples),
      AudioSource.generator(() => [samples.slice(0, 700), samples.slice(700)]),
    ]) {
      const frames = await readAll(source.open({ codec }));
      expect(frames.map(({ kind, samples: length }) => [kind, length])).toEqual(Array(4).fill(['pcm', 960]));
      const pcm = frames.flatMap((frame) => (frame.kind === 'pcm' ? [...frame.pcm] : []));
      expect(pcm.slice(0, samples.length)).toEqual([...samples]);
      expect(pcm.slice(samples.length).every((sample) => sample === 0)).toBe(true);
    }
  });

  test('from WAV, and of other rates', async () => {
    const bytes = Buffer.from(samples.buffer);
    const frames = await readAll(
      AudioSource.buffer(Buffer.concat([wavHeader(bytes.length), bytes])).open({ codec }),
    );
    expect(frames).toHaveLength(4);
    const slow = await readAll(AudioSource.pcm(samples, { rate: 24_000, channels: 1 }).open({ codec }));
    expect(slow).toHaveLength(Math.ceil((samples.length * 2) / 960));
  });
});

describe('What cannot be played is a typed error', () => {
  test('a file that is missing, a stream that breaks, and a file that is cut', async () => {
    await expect(AudioSource.file('/no/such/file').open({ codec })).rejects.toMatchObject({
      code: 'AUDIO_SOURCE',
    });
    const broken = new PassThrough();
    broken.destroy(new Error('cut'));
    await expect(AudioSource.stream(broken).open({ codec })).rejects.toMatchObject({ code: 'AUDIO_SOURCE' });
    const cut = AudioSource.buffer(ogg.subarray(0, 40));
    await expect(readAll(cut.open({ codec }))).rejects.toMatchObject({ code: 'INVALID_AUDIO' });
  });

  const mp3 = Buffer.alloc(5000, 'ID3');
  const ffmpeg = '/no/such/ffmpeg';

  test.each<[string, () => AudioSource]>([
    ['ffmpeg', () => AudioSource.ffmpeg('song.mp3', { ffmpeg })],
    ['ffmpeg for samples', () => AudioSource.ffmpeg('song.mp3', { ffmpeg, output: 'pcm' })],
    ['a stream into ffmpeg', () => AudioSource.ffmpeg(Readable.from([mp3]), { ffmpeg })],
    ['a program in what is no folder', () => AudioSource.ffmpeg('song.mp3', { ffmpeg: `${ffmpegFile()}/x` })],
    ['a program that may not be run', () => AudioSource.ffmpeg('song.mp3', { ffmpeg: ffmpegFile() })],
    ['a file', () => AudioSource.file(pathOf('song.mp3', mp3), { ffmpeg })],
    ['bytes', () => AudioSource.buffer(mp3, { ffmpeg })],
    ['a stream', () => AudioSource.stream(Readable.from([mp3]), { ffmpeg })],
    [
      'an address',
      () => AudioSource.url('http://x.example/', { ffmpeg, fetch: async () => new Response(mp3) }),
    ],
  ])('a missing ffmpeg, for %s, says what to install', async (_what, source) => {
    const clock = new VirtualClock();
    const media = new VoiceMedia(new FakeLink(clock), { clock, logger: silentLogger, codec });
    const track = media.play(source(), { stallTimeoutMs: Number.MAX_SAFE_INTEGER });
    while (track.state !== 'finished') {
      await clock.advance(20);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await expect(track.finished).rejects.toMatchObject({ code: 'FFMPEG_MISSING' });
    await expect(track.finished).rejects.toThrow(/apt-get install ffmpeg.*brew install ffmpeg.*winget/);
    expect(await probeFfmpeg(ffmpeg)).toBeUndefined();
  });

  /** File that is there and cannot be run. */
  function ffmpegFile(): string {
    return pathOf('ffmpeg', Buffer.from('no program'));
  }

  test('an ffmpeg that cannot write Opus says what else can be done', () => {
    expect(new FfmpegFailedError(8, "Unknown encoder 'libopus'").message).toMatch(/output: 'pcm'/);
    expect(new FfmpegFailedError(1, 'song.mp3: No such file').message).toMatch(/Check the input/);
  });

  test('without the secrets of an address', async () => {
    const source = AudioSource.ffmpeg('https://x.example/a.mp3?key=hush#x');
    expect(source.label).toBe('https://x.example/a.mp3');
    expect(AudioSource.url('https://me:hush@x.example/a.mp3?key=hush').label).toBe('https://x.example/a.mp3');
  });

  test('an address that is not answered is not asked any longer once the track has ended', async () => {
    const clock = new VirtualClock();
    const media = new VoiceMedia(new FakeLink(clock), { clock, logger: silentLogger, codec });
    const signals: (AbortSignal | null | undefined)[] = [];
    const never: typeof fetch = (_url, init) => {
      signals.push(init?.signal);
      return new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
      );
    };
    const track = media.play(AudioSource.url('http://x.example/', { fetch: never }));
    const sought = track.seek(1000);
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, false]);
    await track.stop();
    await sought;
    await expect(track.finished).resolves.toMatchObject({ reason: 'stopped' });
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true]);
  });

  testWithFfmpeg('ffmpeg’s own complaint', async () => {
    const reading = readAll(AudioSource.ffmpeg('/no/such/song.mp3').open({ codec }));
    await expect(reading).rejects.toMatchObject({ code: 'FFMPEG_FAILED' });
    await expect(reading).rejects.toThrow(/No such file/);
    const noise = AudioSource.buffer(Buffer.alloc(5000, 'no sound '));
    await expect(readAll(noise.open({ codec }))).rejects.toMatchObject({ code: 'FFMPEG_FAILED' });
  });
});

testWithFfmpeg('Everything else goes through ffmpeg, told by its beginning', async () => {
  const mp3 = runFfmpeg(['-f', 'lavfi', '-i', 'sine=duration=3', '-f', 'mp3', 'pipe:1']);
  const path = pathOf('song.mp3', mp3);
  const sources = [
    AudioSource.file(path),
    AudioSource.buffer(mp3),
    AudioSource.ffmpeg(path),
    AudioSource.ffmpeg(path, { output: 'pcm' }),
    AudioSource.ffmpeg(Readable.from([mp3])),
  ];
  for (const [index, source] of sources.entries()) {
    const frames = await readAll(source.open({ codec }));
    expect(Math.abs(frames.length - 150)).toBeLessThanOrEqual(5);
    expect(frames[0]!.kind).toBe(index === 3 ? 'pcm' : 'opus');
  }
  const late = await readAll(AudioSource.file(path).open({ codec, startMs: 2000 }));
  expect(Math.abs(late.length - 50)).toBeLessThanOrEqual(5);
});

testWithFfmpeg(
  'No ffmpeg is left behind, after 200 tracks that were stopped, read to the end or never read',
  async () => {
    const path = pathOf(
      'long.mp3',
      runFfmpeg(['-f', 'lavfi', '-i', 'sine=duration=20', '-f', 'mp3', 'pipe:1']),
    );
    for (let round = 0; round < 200; round++) {
      const source =
        round % 2 === 0 ? AudioSource.ffmpeg(path) : AudioSource.buffer(Buffer.alloc(3_000_000, 'x'));
      const reader = await source.open({ codec });
      const reading = round % 3 === 0 ? reader.read().catch(() => undefined) : undefined;
      if (round % 4 === 0) await reading;
      reader.close();
      reader.close();
      await reading;
    }
    await expect(childrenLeft()).resolves.toBe(0);
  },
);

testWithFfmpeg('A killed ffmpeg is gone, and is no error', async () => {
  const ffmpeg = new FfmpegProcess(['-f', 'lavfi', '-i', 'sine', '-f', 's16le', 'pipe:1']);
  const chunks = ffmpeg.output();
  await chunks.next();
  ffmpeg.kill();
  await expect(ffmpeg.finished).resolves.toBeUndefined();
  expect(() => process.kill(ffmpeg.pid!, 0)).toThrow(/ESRCH/);
});
