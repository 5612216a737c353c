import { beforeEach, describe, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../src/emulator/clock/virtual-clock.js';
import { silentLogger } from '../../../src/utils/silent-logger.js';
import { loadOpusCodec } from '../../../src/voice/opus/load-opus-codec.js';
import type { OpusCodec } from '../../../src/voice/opus/opus-codec.js';
import { opusPacketSamples, SILENCE_FRAME } from '../../../src/voice/opus/opus-packet.js';
import type { ReceivedFrame } from '../../../src/voice/receiver/received-frame.js';
import type { UserStream } from '../../../src/voice/receiver/user-stream.js';
import { VoiceReceiver } from '../../../src/voice/receiver/voice-receiver.js';
import { VoiceMedia } from '../../../src/voice/voice-media.js';
import { FakeLink } from '../fake-link.js';
import { madeUpPackets, seededRandom } from '../seeded-random.js';

let clock: VirtualClock;
let link: FakeLink;
let receiver: VoiceReceiver;

beforeEach(() => {
  clock = new VirtualClock();
  link = new FakeLink(clock);
  receiver = new VoiceReceiver({ link, clock, logger: silentLogger, codec: loadOpusCodec });
});

/** Sends packets at 50 a second through a network: `delayMs` says how long each takes, or that it is lost. */
function transmit(
  packets: readonly Buffer[],
  delayMs: (index: number) => number | undefined,
  { userId = '10', ssrc = 100, firstSequence = 0, firstTimestamp = 0 } = {},
): void {
  for (const [index, opus] of packets.entries()) {
    const delay = delayMs(index);
    if (delay === undefined) continue;
    const sequence = (firstSequence + index) & 0xffff;
    const timestamp = (firstTimestamp + index * 960) >>> 0;
    clock.setTimeout(() => link.receive({ userId, ssrc, sequence, timestamp, opus }), index * 20 + delay);
  }
}

async function collect<Frame extends ReceivedFrame>(stream: UserStream<Frame>): Promise<Frame[]> {
  stream.close();
  const frames: Frame[] = [];
  for await (const frame of stream) frames.push(frame);
  return frames;
}

function opusOf(frames: readonly ReceivedFrame[]): Buffer[] {
  return frames.map(({ opus }) => Buffer.from(opus));
}

describe('Packets of one user', () => {
  const packets = madeUpPackets(500);

  test('come bit for bit and in order, also when a fifth of them are late and some come twice', async () => {
    const random = seededRandom(1);
    const stream = receiver.listen('10', { format: 'opus' });
    transmit(packets, () => (random() < 0.2 ? 45 : 0), {
      firstSequence: 65_400,
      firstTimestamp: 2 ** 32 - 5000,
    });
    transmit(packets, () => (random() < 0.1 ? 10 : undefined), {
      firstSequence: 65_400,
      firstTimestamp: 2 ** 32 - 5000,
    });
    await clock.advance('15s');
    const frames = await collect(stream);
    expect(opusOf(frames)).toEqual(packets);
    for (const [index, frame] of frames.entries()) {
      expect(frame.sequence).toBe(65_400 + index);
      expect(frame.timestamp - frames[0]!.timestamp).toBe(index * 960);
    }
    const stats = receiver.stats('10');
    expect(stats).toMatchObject({ lost: 0, late: 0, concealed: 0 });
    expect(stats.reordered).toBeGreaterThan(50);
    expect(stats.duplicated).toBeGreaterThan(30);
    expect(stats.received).toBe(500 + stats.duplicated);
  });

  test('are bridged where 5 % are lost, and the others come bit for bit', async () => {
    const random = seededRandom(2);
    const lost = new Set<number>();
    const stream = receiver.listen('10', { format: 'opus' });
    transmit(packets, (index) => {
      if (index > 0 && index < 499 && random() < 0.05) lost.add(index);
      return lost.has(index) ? undefined : 0;
    });
    await clock.advance('15s');
    const frames = await collect(stream);
    expect(frames).toHaveLength(500);
    for (const [index, frame] of frames.entries()) {
      expect(frame.isConcealed).toBe(lost.has(index));
      expect(frame.timestamp).toBe(index * 960);
      if (!lost.has(index)) expect(Buffer.from(frame.opus)).toEqual(packets[index]);
    }
    expect(receiver.stats('10')).toMatchObject({ lost: lost.size, concealed: lost.size });
  });

  test.each([
    ['10 ms', Buffer.from([0xf0, 1]), 480],
    ['60 ms', Buffer.from([0x18, 1]), 2880],
    ['two frames', Buffer.from([0xfd, 1]), 1920],
    ['six frames', Buffer.from([0xff, 6, 1]), 5760],
  ])('of %s are bridged in their own length', async (_length, opus, samples) => {
    const stream = receiver.listen('10', { format: 'opus' });
    for (const sequence of [0, 1, 2, 4, 5, 8, 9])
      clock.setTimeout(
        () => link.receive({ sequence, timestamp: sequence * samples, opus }),
        (sequence * samples) / 48,
      );
    await clock.advance('3s');
    const frames = await collect(stream);
    expect(frames.map((frame) => [frame.timestamp, frame.samples, opusPacketSamples(frame.opus)])).toEqual(
      [...Array(10).keys()].map((index) => [index * samples, samples, samples]),
    );
    expect(frames.flatMap(({ isConcealed, sequence }) => (isConcealed ? sequence : []))).toEqual([3, 6, 7]);
  });

  test('of which one comes too late are counted so, and never given out of order', async () => {
    const stream = receiver.listen('10', { format: 'opus' });
    transmit(packets.slice(0, 50), (index) => (index === 20 ? 100 : 0));
    await clock.advance('3s');
    const frames = await collect(stream);
    expect(frames.map(({ sequence }) => sequence)).toEqual([...Array(50).keys()]);
    expect(frames[20]!.isConcealed).toBe(true);
    expect(receiver.stats('10')).toMatchObject({ lost: 1, late: 1, concealed: 1 });
  });

  test('go on without waiting where nothing is missing', async () => {
    const heard: number[] = [];
    receiver.onFrame(() => heard.push(clock.monotonicNow()));
    const startMs = clock.monotonicNow();
    transmit(packets.slice(0, 20), () => 0);
    await clock.advance('1s');
    expect(heard.slice(4).map((atMs) => atMs - startMs)).toEqual(
      [...Array(16).keys()].map((index) => (index + 4) * 20),
    );
  });

  test('leave a hole where more than half a second is lost', async () => {
    const stream = receiver.listen('10', { format: 'opus' });
    transmit(packets.slice(0, 100), (index) => (index >= 30 && index < 80 ? undefined : 0));
    await clock.advance('3s');
    const frames = await collect(stream);
    expect(frames).toHaveLength(50);
    expect(frames[30]!.timestamp - frames[29]!.timestamp).toBe(51 * 960);
    expect(receiver.stats('10')).toMatchObject({ lost: 50, concealed: 0 });
  });

  test('begin anew with another source, when the user comes back', async () => {
    const stream = receiver.listen('10', { format: 'opus', endWhenGone: false });
    transmit(packets.slice(0, 20), () => 0);
    await clock.advance('1s');
    link.leave('10');
    link.receive({ sequence: 20, opus: packets[20]! }); // was on its way
    transmit(packets.slice(100, 120), () => 0, { ssrc: 200, firstSequence: 7000, firstTimestamp: 99 });
    await clock.advance('1s');
    expect(opusOf(await collect(stream))).toEqual([...packets.slice(0, 20), ...packets.slice(100, 120)]);
    expect(receiver.stats('10')).toMatchObject({ lost: 0 });
  });

  test('begin anew when the sequence jumps', async () => {
    const stream = receiver.listen('10', { format: 'opus' });
    transmit(packets.slice(0, 20), () => 0);
    await clock.advance('1s');
    transmit(packets.slice(20, 40), () => 0, { firstSequence: 30_000, firstTimestamp: 5_000_000 });
    await clock.advance('1s');
    expect(opusOf(await collect(stream))).toEqual(packets.slice(0, 40));
  });

  test('leave no timer behind', async () => {
    transmit(packets.slice(0, 30), (index) => (index === 10 ? undefined : 0));
    await clock.advance('5s');
    expect(clock.pendingTimers).toBe(0);
    link.receive({ sequence: 100, opus: packets[0]! });
    receiver.close();
    expect(clock.pendingTimers).toBe(0);
  });

  test('never come out of order or twice, whatever the network does', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = seededRandom(seed);
      const userId = String(1000 + seed);
      const stream = receiver.listen(userId, { format: 'opus' });
      const network = (): number | undefined => (random() < 0.1 ? undefined : random() ** 3 * 200);
      transmit(packets.slice(0, 200), network, { userId, firstSequence: Math.floor(random() * 65_536) });
      await clock.advance('5s');
      const frames = await collect(stream);
      for (let index = 1; index < frames.length; index++)
        expect(frames[index]!.sequence).toBeGreaterThan(frames[index - 1]!.sequence);
      const { received, late, duplicated } = receiver.stats(userId);
      const real = frames.filter(({ isConcealed }) => !isConcealed);
      expect(real.length).toBe(received - late - duplicated);
    }
  });
});

test('Two speakers are never mixed', async () => {
  const [a, b] = [madeUpPackets(100, { seed: 5 }), madeUpPackets(100, { seed: 6 })];
  const streams = ['10', '20'].map((userId) => receiver.listen(userId, { format: 'opus' }));
  transmit(a, () => 0, { userId: '10', ssrc: 1 });
  transmit(b, () => 3, { userId: '20', ssrc: 2 });
  await clock.advance('4s');
  expect(await Promise.all(streams.map(async (stream) => opusOf(await collect(stream))))).toEqual([a, b]);
});

test('Time of speech is freed of jitter', async () => {
  const random = seededRandom(4);
  const stream = receiver.listen('10', { format: 'opus' });
  const startMs = clock.monotonicNow();
  transmit(madeUpPackets(300), () => 40 + random() * 40);
  await clock.advance('10s');
  for (const [index, { capturedAtMs }] of (await collect(stream)).entries()) {
    const offMs = capturedAtMs - (startMs + 40 + index * 20);
    expect(Math.abs(offMs)).toBeLessThan(index < 5 ? 25 : 10);
  }
});

describe('Speaking', () => {
  test('begins with the first sound, and ends 100 ms after the last', async () => {
    const said: [string, boolean, number][] = [];
    const startMs = clock.monotonicNow();
    receiver.onSpeaking((userId, isSpeaking) =>
      said.push([userId, isSpeaking, clock.monotonicNow() - startMs]),
    );
    transmit([...madeUpPackets(10), ...Array<Buffer>(5).fill(Buffer.from(SILENCE_FRAME))], () => 0);
    await clock.advance(100);
    expect([...receiver.speaking]).toEqual(['10']);
    await clock.advance('1s');
    expect(said).toEqual([
      ['10', true, 0],
      ['10', false, 280],
    ]);
  });

  test('ends when the user leaves', async () => {
    const said: boolean[] = [];
    receiver.onSpeaking((_userId, isSpeaking) => said.push(isSpeaking));
    link.receive({ sequence: 1, opus: madeUpPackets(1)[0]! });
    link.leave('10');
    expect(said).toEqual([true, false]);
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('A stream', () => {
  const packets = madeUpPackets(50);

  test('ends when the user leaves, with what was said before', async () => {
    const heard: number[] = [];
    const listening = (async () => {
      for await (const { sequence } of receiver.listen('10', { format: 'opus' })) heard.push(sequence);
    })();
    transmit(packets.slice(0, 3), () => 0);
    await clock.advance(50); // the first packet still waits for others
    link.leave('10');
    await listening;
    expect(heard).toEqual([0, 1, 2]);
  });

  test('ends after silence, but not before anything was said', async () => {
    const stream = receiver.listen('10', { format: 'opus', endAfterSilenceMs: 1000 });
    await clock.advance('1m');
    expect(stream.hasEnded).toBe(false);
    transmit(packets, () => 0);
    await clock.advance('1500ms');
    expect(stream.hasEnded).toBe(false);
    await clock.advance('1s');
    expect(stream.hasEnded).toBe(true);
  });

  test('drops the oldest frames when nobody reads it', async () => {
    const stream = receiver.listen('10', { format: 'opus', maxWaitingFrames: 10 });
    transmit(packets, () => 0);
    await clock.advance('3s');
    expect(stream.droppedFrames).toBe(40);
    expect((await collect(stream)).map(({ sequence }) => sequence)).toEqual(
      [...Array(10).keys()].map((at) => at + 40),
    );
  });

  test('that is left in the middle stops listening', async () => {
    transmit(packets, () => 0);
    const stream = receiver.listen('10', { format: 'opus' });
    const reading = (async () => {
      for await (const _frame of stream) break;
    })();
    await clock.advance('2s');
    await reading;
    expect(stream.hasEnded).toBe(true);
    expect((await stream.next()).done).toBe(true);
  });

  test('can be played again, on another connection', async () => {
    const other = new FakeLink(clock);
    const media = new VoiceMedia(other, { clock, logger: silentLogger });
    const track = media.play(receiver.listen('10', { format: 'opus' }).asSource());
    transmit(packets, () => 0);
    await clock.advance('3s');
    expect(other.frames.slice(0, 50).map(({ frame }) => Buffer.from(frame))).toEqual(packets);
    link.leave('10');
    await clock.advance('1s');
    await expect(track.finished).resolves.toMatchObject({ reason: 'ended' });
  });
});

test('What was said while a track of it was paused is not heard late', async () => {
  const packets = madeUpPackets(500);
  const other = new FakeLink(clock);
  const media = new VoiceMedia(other, { clock, logger: silentLogger });
  const track = media.play(receiver.listen('10', { format: 'opus' }).asSource());
  transmit(packets, () => 0);
  await clock.advance('2s');
  track.pause();
  await clock.advance('6s');
  const before = other.frames.length;
  track.resume();
  await clock.advance('400ms');
  const heard = other.frames
    .slice(before)
    .map(({ frame }) => packets.findIndex((packet) => packet.equals(frame)));
  expect(heard.length).toBeGreaterThan(10);
  expect(Math.min(...heard.filter((index) => index >= 0))).toBeGreaterThan(380);
});

describe('Sound', () => {
  function speech(codec: OpusCodec, frames: number, frequency: number): Buffer[] {
    const encoder = codec.createEncoder();
    return Array.from({ length: frames }, (_, index) => Buffer.from(encoder.encode(sine(index, frequency))));
  }

  function sine(index: number, frequency: number): Int16Array {
    return Int16Array.from({ length: 1920 }, (_, at) =>
      Math.round(9000 * Math.sin(((index * 960 + (at >> 1)) * 2 * Math.PI * frequency) / 48_000)),
    );
  }

  /** Share of a frame's loudness that lies at a frequency. */
  function purity(pcm: Int16Array, frequency: number): number {
    let [real, imaginary, total] = [0, 0, 0];
    for (let at = 0; at < pcm.length / 2; at++) {
      const angle = (at * 2 * Math.PI * frequency) / 48_000;
      real += pcm[at * 2]! * Math.cos(angle);
      imaginary += pcm[at * 2]! * Math.sin(angle);
      total += pcm[at * 2]! ** 2;
    }
    return (2 * (real ** 2 + imaginary ** 2)) / (total * (pcm.length / 2) || 1);
  }

  test('of two users is decoded apart, with what is lost bridged', async () => {
    const codec = loadOpusCodec();
    const streams = [receiver.listen('10'), receiver.listen('20')];
    transmit(speech(codec, 100, 400), (index) => (index % 20 === 10 ? undefined : 0), {
      userId: '10',
      ssrc: 1,
    });
    transmit(speech(codec, 100, 1000), () => 0, { userId: '20', ssrc: 2 });
    await clock.advance('4s');
    for (const [stream, frequency] of [
      [streams[0]!, 400],
      [streams[1]!, 1000],
    ] as const) {
      const frames = await collect(stream);
      expect(frames).toHaveLength(100);
      for (const { pcm } of frames.slice(5)) {
        expect(pcm).toHaveLength(1920);
        expect(purity(pcm, frequency)).toBeGreaterThan(0.9);
      }
    }
  });

  test('that is lost can be taken by a codec out of the packet that follows', async () => {
    const asked: (Uint8Array | undefined)[] = [];
    const decoder = {
      decode: () => new Int16Array(1920),
      conceal: (_samples: number, next?: Uint8Array) => {
        asked.push(next);
        return new Int16Array(1920);
      },
      close: () => undefined,
    };
    const codec = { ...loadOpusCodec(), name: 'corrects', createDecoder: () => decoder } as OpusCodec;
    const correcting = new VoiceReceiver({ link, clock, logger: silentLogger, codec: () => codec });
    const packets = madeUpPackets(20);
    correcting.listen('10');
    transmit(packets, (index) => (index === 8 || index === 9 ? undefined : 0));
    await clock.advance('2s');
    expect(asked).toEqual([undefined, packets[10]]);
  });

  test('goes on after a packet that is damaged', async () => {
    const packets = speech(loadOpusCodec(), 20, 400);
    packets[10] = Buffer.from([0xff, 0xff, 1, 2]); // longer than a packet can be
    packets[15] = Buffer.from([0xfd, 1]); // two frames of half a byte
    const stream = receiver.listen('10');
    transmit(packets, () => 0);
    await clock.advance('2s');
    expect(await collect(stream)).toHaveLength(20);
    expect(receiver.stats('10')).toMatchObject({ undecodable: 2, lost: 1 });
  });

  test('goes on, silent, when the codec itself breaks', async () => {
    const broken = (): never => {
      throw new RangeError('memory access out of bounds');
    };
    const decoder = { decode: broken, conceal: broken, close: () => undefined };
    const codec = { ...loadOpusCodec(), name: 'broken', createDecoder: () => decoder } as OpusCodec;
    const receiver = new VoiceReceiver({ link, clock, logger: silentLogger, codec: () => codec });
    const stream = receiver.listen('10');
    transmit(madeUpPackets(20), (index) => (index === 10 ? undefined : 0));
    await clock.advance('2s');
    const frames = await collect(stream);
    expect(frames.map(({ pcm }) => pcm)).toEqual(Array(20).fill(new Int16Array(1920)));
    expect(receiver.stats('10')).toMatchObject({ undecodable: 20, lost: 1 });
  });

  test('without a codec is refused at once, and packets are not', () => {
    const without = new VoiceReceiver({
      link,
      clock,
      logger: silentLogger,
      codec: () =>
        loadOpusCodec(() => {
          throw new Error('no');
        }),
    });
    expect(() => without.listen('10')).toThrow(expect.objectContaining({ code: 'OPUS_CODEC_MISSING' }));
    expect(without.listen('10', { format: 'opus' }).hasEnded).toBe(false);
  });
});

test('A listener that fails is logged, and neither hurts the others nor the timers', async () => {
  const errors: unknown[] = [];
  const logger = {
    ...silentLogger,
    error: (_room: string, _message: string, fields?: object) => errors.push(fields),
  };
  const noting = new VoiceReceiver({ link, clock, logger, codec: loadOpusCodec });
  const failing = (): never => {
    throw new Error('not mine');
  };
  const heard: boolean[] = [];
  noting.onFrame(failing);
  noting.onSpeaking(failing);
  noting.onSpeaking((_userId, isSpeaking) => heard.push(isSpeaking));
  transmit(madeUpPackets(5), (index) => (index === 2 ? undefined : 0));
  await clock.advance('2s');
  expect(heard).toEqual([true, false]);
  expect(errors).toHaveLength(7);
  expect(errors).toContainEqual({ error: new Error('not mine') });
});

test('A closed connection ends what is played and heard', async () => {
  const media = new VoiceMedia(link, { clock, logger: silentLogger });
  const stream = media.listen('10', { format: 'opus' });
  const track = media.play(media.listen('20', { format: 'opus' }).asSource());
  link.close();
  expect(stream.hasEnded).toBe(true);
  await expect(track.finished).resolves.toMatchObject({ reason: 'closed' });
  expect(clock.pendingTimers).toBe(0);
});
