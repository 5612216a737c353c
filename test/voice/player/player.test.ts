import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../src/emulator/clock/virtual-clock.js';
import { RecordingLogger } from '../../../src/testing/recording-logger.js';
import { silentLogger } from '../../../src/utils/silent-logger.js';
import { OggOpusMuxer } from '../../../src/voice/formats/ogg-opus-muxer.js';
import { loadOpusCodec } from '../../../src/voice/opus/load-opus-codec.js';
import { isSilenceFrame } from '../../../src/voice/opus/opus-packet.js';
import { AudioClock } from '../../../src/voice/player/audio-clock.js';
import { AudioPlayer } from '../../../src/voice/player/audio-player.js';
import type { AudioFrame, AudioInput, AudioReader } from '../../../src/voice/sources/audio-input.js';
import { AudioSource } from '../../../src/voice/sources/audio-source.js';
import { FakeLink } from '../fake-link.js';
import { madeUpPackets } from '../seeded-random.js';

let clock: VirtualClock;
let player: AudioPlayer;
let link: FakeLink;

beforeEach(() => {
  clock = new VirtualClock();
  player = createPlayer();
  link = new FakeLink(clock);
  player.connect(link);
});

function createPlayer(): AudioPlayer {
  return new AudioPlayer({ audioClock: new AudioClock(clock), logger: silentLogger, codec: loadOpusCodec });
}

function fail(message: string): never {
  throw new Error(message);
}

function opus(packets: readonly Uint8Array[]): AudioInput {
  return AudioSource.generator(() => packets);
}

function oggOf(packets: readonly Uint8Array[]): Buffer {
  const muxer = new OggOpusMuxer();
  const pages = packets.map((packet) => muxer.push(packet, 960));
  return Buffer.concat([muxer.start(), ...pages, muxer.end()]);
}

/** Source whose frames a test gives by hand. */
class Handmade implements AudioInput {
  readonly label = 'made by hand';
  readonly isLive: boolean;
  isClosed = false;
  readonly #waiting: (AudioFrame | undefined | Error)[] = [];
  #wake: (() => void) | undefined;

  constructor(isLive = false) {
    this.isLive = isLive;
  }

  give(...frames: (Uint8Array | undefined | Error)[]): void {
    for (const frame of frames)
      this.#waiting.push(frame instanceof Uint8Array ? { kind: 'opus', packet: frame, samples: 960 } : frame);
    this.#wake?.();
  }

  async open(): Promise<AudioReader> {
    return {
      read: async () => {
        while (this.#waiting.length === 0) await new Promise<void>((wake) => (this.#wake = wake));
        const frame = this.#waiting.shift();
        if (frame instanceof Error) throw frame;
        return frame;
      },
      close: () => {
        this.isClosed = true;
      },
    };
  }
}

describe('A track', () => {
  test('of ten minutes goes out in exact steps of 20 ms and 960 samples, then five frames of silence', async () => {
    const [packet] = madeUpPackets(1);
    function* generate(): Generator<Uint8Array> {
      for (let index = 0; index < 30_000; index++) yield packet!;
    }
    const track = player.play(AudioSource.generator(generate));
    await clock.advance('11m');
    await expect(track.finished).resolves.toEqual({ reason: 'ended', positionMs: 600_000, missedFrames: 0 });
    const { frames } = link;
    expect(frames).toHaveLength(30_005);
    for (const [index, { atMs, timestamp }] of frames.entries()) {
      if (timestamp !== index * 960 || atMs - frames[0]!.atMs !== index * 20)
        throw new Error(`frame ${index} at ${atMs} ms with timestamp ${timestamp}`);
    }
    expect(frames.slice(30_000).every(({ frame }) => isSilenceFrame(frame))).toBe(true);
    expect(link.sent[0]).toMatchObject({ kind: 'speaking', speaking: true });
    expect(link.sent.at(-1)).toMatchObject({ kind: 'speaking', speaking: false });
    expect(link.sent.filter(({ kind }) => kind === 'speaking')).toHaveLength(2);
    expect(clock.pendingTimers).toBe(0);
  });

  test.each<[string, () => unknown]>([
    ['source', () => player.play('song.ogg' as unknown as AudioInput)],
    ['startMs', () => player.play(opus([]), { startMs: -1 })],
    ['volume', () => player.play(opus([]), { volume: 11 })],
    ['fadeInMs', () => player.play(opus([]), { fadeInMs: Number.NaN })],
    ['stallTimeoutMs', () => player.play(opus([]), { stallTimeoutMs: -5 })],
    ['encoder.bitrate', () => player.play(opus([]), { encoder: { bitrate: 96 } })],
  ])('whose %s cannot be is refused at once, and what is playing goes on', async (option, play) => {
    const track = player.play(opus(madeUpPackets(50)));
    expect(play).toThrow(expect.objectContaining({ code: 'INVALID_OPTION', option }));
    await clock.advance('2s');
    await expect(track.finished).resolves.toMatchObject({ reason: 'ended' });
  });

  test('of Opus is passed on bit for bit', async () => {
    const packets = madeUpPackets(100);
    player.play(opus(packets));
    await clock.advance('3s');
    expect(link.frames.slice(0, 100).map(({ frame }) => Buffer.from(frame))).toEqual(packets);
  });

  test.each([
    ['60 ms', 0x18, 3],
    ['10 ms', 0xf4, 0.5],
  ])('with frames of %s keeps its own pace', async (_length, toc, ticks) => {
    const packets = Array.from({ length: 60 }, () => Buffer.from([toc, 1, 2]));
    player.play(opus(packets));
    await clock.advance('5s');
    const frames = link.frames.slice(0, 60);
    const tookMs = frames.at(-1)!.atMs - frames[0]!.atMs;
    expect(Math.abs(tookMs - 59 * 20 * ticks)).toBeLessThanOrEqual(20);
    expect(frames.at(-1)!.timestamp).toBe(59 * 960 * ticks);
  });

  test('that is paused falls silent and goes on where it was', async () => {
    const packets = madeUpPackets(100);
    const track = player.play(opus(packets));
    await clock.advance(1000);
    track.pause();
    const { positionMs } = track;
    await clock.advance('1m');
    expect(track).toMatchObject({ state: 'paused', positionMs });
    expect(clock.pendingTimers).toBe(0);
    expect(link.sent.at(-1)).toMatchObject({ kind: 'speaking', speaking: false });
    track.resume();
    await clock.advance('5s');
    await track.finished;
    const sound = link.frames.filter(({ frame }) => !isSilenceFrame(frame));
    expect(sound.map(({ frame }) => Buffer.from(frame))).toEqual(packets);
    expect(link.frames).toHaveLength(110);
  });

  test.each(['playing', 'paused'])(
    'that is stopped while %s lets go of its source at once',
    async (state) => {
      const source = new Handmade();
      source.give(...madeUpPackets(40));
      const track = player.play(source);
      await clock.advance(200);
      if (state === 'paused') track.pause();
      await track.stop();
      expect(source.isClosed).toBe(true);
      await expect(track.finished).resolves.toMatchObject({ reason: 'stopped' });
      await clock.advance(1000);
      expect(clock.pendingTimers).toBe(0);
    },
  );

  test('goes to another position, forwards and back', async () => {
    const packets = madeUpPackets(500);
    const track = player.play(opus(packets));
    await clock.advance(1000);
    await track.seek(6000);
    expect(track.positionMs).toBe(6000);
    await clock.advance(100);
    expect(link.frames.some(({ frame }) => packets[300]!.equals(frame))).toBe(true);
    await track.seek(0);
    await clock.advance(100);
    expect(link.frames.filter(({ frame }) => packets[0]!.equals(frame))).toHaveLength(2);
    await expect(track.seek(-1)).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await track.seek(60_000);
    await clock.advance(500);
    await expect(track.finished).resolves.toMatchObject({ reason: 'ended' });
  });

  test('tells frames that are missing from its end', async () => {
    const source = new Handmade();
    const packets = madeUpPackets(40);
    source.give(...packets.slice(0, 20));
    const track = player.play(source);
    await clock.advance(2000);
    expect(track.state).toBe('buffering');
    expect(track.missedFrames).toBeGreaterThan(50);
    expect(link.frames).toHaveLength(25); // five of silence, and then nothing
    source.give(...packets.slice(20), undefined);
    await clock.advance(2000);
    await expect(track.finished).resolves.toMatchObject({ reason: 'ended', positionMs: 800 });
    expect(link.frames).toHaveLength(50);
  });

  test('fails with a typed error when its source gives nothing for too long', async () => {
    const source = new Handmade();
    source.give(...madeUpPackets(10));
    const track = player.play(source, { stallTimeoutMs: 3000 });
    await clock.advance('5s');
    await expect(track.finished).rejects.toMatchObject({ code: 'AUDIO_STALLED', stalledMs: 3000 });
    expect(source.isClosed).toBe(true);
  });

  test('fails too when its source does not open, and lets go of it when it opens after all', async () => {
    let open!: (reader: AudioReader) => void;
    const source: AudioInput = {
      label: 'slow',
      isLive: false,
      open: () => new Promise((resolve) => (open = resolve)),
    };
    const track = player.play(source);
    await clock.advance('11s');
    await expect(track.finished).rejects.toMatchObject({ code: 'AUDIO_STALLED', stalledMs: 10_000 });
    let isClosed = false;
    open({ read: async () => undefined, close: () => (isClosed = true) } as AudioReader);
    await clock.advance('1s');
    expect(isClosed).toBe(true);
    expect(clock.pendingTimers).toBe(0);
  });

  test('of a stream goes on where it was when it cannot go to another position', async () => {
    const packets = madeUpPackets(100);
    const track = player.play(AudioSource.stream(Readable.from([oggOf(packets)])));
    await clock.advance(500);
    await expect(track.seek(0)).rejects.toMatchObject({ code: 'AUDIO_SOURCE' });
    await clock.advance('3s');
    await expect(track.finished).resolves.toMatchObject({ reason: 'ended', positionMs: 2000 });
  });

  test('plays what its source gave before it failed, and then rejects', async () => {
    const source = new Handmade();
    source.give(...madeUpPackets(10), new Error('cut'));
    const track = player.play(source);
    await clock.advance('1s');
    await expect(track.finished).rejects.toThrow('cut');
    expect(link.frames).toHaveLength(15);
  });

  test('whose source fails to let go ends all the same, and that is told of', async () => {
    const logs = new RecordingLogger();
    const own = new AudioPlayer({ audioClock: new AudioClock(clock), logger: logs, codec: loadOpusCodec });
    own.connect(link);
    const stubborn = AudioSource.generator(async function* () {
      try {
        for (const packet of madeUpPackets(100)) yield packet;
      } finally {
        fail('will not let go');
      }
    });
    const track = own.play(stubborn);
    await clock.advance(500);
    track.stop();
    await expect(track.finished).resolves.toMatchObject({ reason: 'stopped' });
    const source: AudioInput = {
      label: 'own',
      isLive: false,
      open: async () => ({ read: async () => undefined, close: () => fail('nor will this') }),
    };
    const second = own.play(source);
    await clock.advance('1s');
    await expect(second.finished).resolves.toMatchObject({ reason: 'ended' });
    expect(logs.of('warn').map(({ message, fields }) => [message, String(fields['error'])])).toEqual([
      [expect.stringMatching(/^track .* failed to close$/), 'Error: will not let go'],
      ['track own failed to close', 'Error: nor will this'],
    ]);
  });

  test('that is replaced ends, and the other goes on without a pause', async () => {
    const [first, second] = [madeUpPackets(50, { seed: 1 }), madeUpPackets(50, { seed: 2 })];
    const track = player.play(opus(first));
    await clock.advance(500);
    player.play(opus(second));
    await clock.advance('3s');
    await expect(track.finished).resolves.toMatchObject({ reason: 'replaced' });
    expect(link.sent.filter(({ kind }) => kind === 'speaking')).toHaveLength(2);
  });
});

describe('While no connection is ready', () => {
  test('a track is held at its position, and speaking is said again afterwards', async () => {
    const packets = madeUpPackets(100);
    const track = player.play(opus(packets));
    await clock.advance(500);
    link.isReady = false;
    await clock.advance('10s');
    expect(track.state).toBe('waiting');
    link.isReady = true;
    await clock.advance('5s');
    await track.finished;
    expect(link.frames.slice(0, 100).map(({ frame }) => Buffer.from(frame))).toEqual(packets);
    expect(link.sent.filter((sent) => sent.kind === 'speaking' && sent.speaking)).toHaveLength(2);
  });
});

test('One player is heard on many connections, the same at the same time', async () => {
  const other = new FakeLink(clock);
  const disconnect = player.connect(other);
  player.play(opus(madeUpPackets(100)));
  await clock.advance(1000);
  expect(other.frames).toEqual(link.frames);
  disconnect();
  const { length } = other.frames;
  await clock.advance(1000);
  expect(other.frames).toHaveLength(length);
  expect(link.frames.length).toBeGreaterThan(length);
});

describe('What a user says', () => {
  test('begins with a small cushion and is not failed for being silent', async () => {
    const source = new Handmade(true);
    const track = player.play(source);
    source.give(...madeUpPackets(2));
    await clock.advance(100);
    expect(link.frames).toHaveLength(0);
    source.give(...madeUpPackets(2));
    await clock.advance('1m');
    expect(track.state).toBe('buffering');
    expect(link.frames).toHaveLength(9);
  });
});

describe('Volume', () => {
  function sine(frames: number): Int16Array {
    return Int16Array.from({ length: frames * 1920 }, (_, at) =>
      Math.round(8000 * Math.sin(((at >> 1) * 2 * Math.PI * 440) / 48_000)),
    );
  }

  /** Loudness of each frame that was sent, after decoding. */
  function loudness(): number[] {
    const decoder = loadOpusCodec().createDecoder();
    return link.frames.map(({ frame }) => {
      const pcm = decoder.decode(frame);
      return Math.sqrt(pcm.reduce((sum, sample) => sum + sample ** 2, 0) / pcm.length);
    });
  }

  test('is applied to samples, and changes while playing', async () => {
    const track = player.play(AudioSource.pcm(sine(100)), { volume: 0.5 });
    await clock.advance(990);
    track.setVolume(0);
    await clock.advance(600);
    track.setVolume(1);
    await clock.advance('1s');
    const levels = loudness();
    expect(levels[30]).toBeGreaterThan(2300);
    expect(levels[30]).toBeLessThan(3300);
    expect(levels[70]).toBeLessThan(50);
    expect(levels[95]).toBeGreaterThan(4800);
    expect(() => track.setVolume(-1)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });

  test('is applied to Opus by decoding only while it is not neutral', async () => {
    const encoder = loadOpusCodec().createEncoder();
    const pcm = sine(100);
    const packets = Array.from({ length: 100 }, (_, at) =>
      encoder.encode(pcm.subarray(at * 1920, (at + 1) * 1920)),
    );
    const track = player.play(opus(packets));
    await clock.advance(500);
    track.setVolume(0.1);
    await clock.advance(500);
    track.setVolume(1);
    await clock.advance('2s');
    const untouched = link.frames.filter(({ frame }) => packets.includes(frame as Buffer));
    expect(untouched.length).toBeGreaterThan(70);
    expect(untouched.length).toBeLessThan(80);
    expect(loudness()[40]).toBeLessThan(1000);
  });

  test('fades over time, in and out', async () => {
    const track = player.play(AudioSource.pcm(sine(150)), { fadeInMs: 1000 });
    await clock.advance(2000);
    const stopped = track.stop({ fadeOutMs: 500 });
    await clock.advance(1000);
    await stopped;
    const levels = loudness();
    expect(levels[5]).toBeLessThan(1200);
    expect(levels[25]).toBeGreaterThan(1800);
    expect(levels[25]).toBeLessThan(3800);
    expect(levels[80]).toBeGreaterThan(4800);
    const end = await track.finished;
    expect(end).toMatchObject({ reason: 'stopped' });
    expect(end.positionMs).toBeLessThan(2700);
  });

  test('that needs a codec says so when there is none, and Opus plays without one', async () => {
    const missing = new AudioPlayer({
      audioClock: new AudioClock(clock),
      logger: silentLogger,
      codec: () =>
        loadOpusCodec(() => {
          throw new Error('not installed');
        }),
    });
    missing.connect(link);
    const pcm = missing.play(AudioSource.pcm(sine(10)));
    await clock.advance(1000);
    await expect(pcm.finished).rejects.toMatchObject({ code: 'OPUS_CODEC_MISSING' });
    const track = missing.play(opus(madeUpPackets(10)));
    expect(() => track.setVolume(0.5)).toThrow(expect.objectContaining({ code: 'OPUS_CODEC_MISSING' }));
    await clock.advance(1000);
    await expect(track.finished).resolves.toMatchObject({ reason: 'ended' });
  });
});

describe('The audio clock', () => {
  test('makes up for a short block, and moves on after a long one', async () => {
    const real = new SteppingClock();
    const ticks: number[] = [];
    const audioClock = new AudioClock(real);
    audioClock.add({ dispatch: () => ticks.push(real.nowMs), prepare: () => undefined });
    real.runTo(100, 0);
    real.runTo(200, 90); // blocked from 100 on for 90 ms
    expect(ticks.filter((at) => at === 190)).toHaveLength(5);
    real.runTo(1000, 500);
    expect(ticks.filter((at) => at === 700)).toHaveLength(1);
    expect(audioClock.resyncs).toBe(1);
  });

  test('sends for all players before it prepares for any', () => {
    const real = new SteppingClock();
    const audioClock = new AudioClock(real);
    const order: string[] = [];
    for (const name of ['a', 'b'])
      audioClock.add({
        dispatch: () => order.push(`send ${name}`),
        prepare: () => order.push(`prepare ${name}`),
      });
    real.runTo(1, 0);
    expect(order).toEqual(['send a', 'send b', 'prepare a', 'prepare b']);
  });
});

/** Clock whose timers fire late by as much as a test says. */
class SteppingClock {
  nowMs = 0;
  #timers: { at: number; callback: () => void }[] = [];

  now = (): number => this.nowMs;
  monotonicNow = (): number => this.nowMs;

  setTimeout(callback: () => void, delayMs: number): unknown {
    const timer = { at: this.nowMs + delayMs, callback };
    this.#timers.push(timer);
    return timer;
  }

  clearTimeout(handle: unknown): void {
    this.#timers = this.#timers.filter((timer) => timer !== handle);
  }

  /** Runs up to a moment; the first timer fires `lateMs` too late. */
  runTo(endMs: number, lateMs: number): void {
    let late = lateMs;
    for (;;) {
      const next = this.#timers.sort((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at + late >= endMs) break;
      this.nowMs = next.at + late;
      late = 0;
      this.clearTimeout(next);
      next.callback();
    }
    this.nowMs = Math.max(this.nowMs, endMs);
  }
}
