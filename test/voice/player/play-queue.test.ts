import { beforeEach, describe, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../src/emulator/clock/virtual-clock.js';
import { silentLogger } from '../../../src/utils/silent-logger.js';
import { loadOpusCodec } from '../../../src/voice/opus/load-opus-codec.js';
import { AudioClock } from '../../../src/voice/player/audio-clock.js';
import { AudioPlayer } from '../../../src/voice/player/audio-player.js';
import { PlayQueue } from '../../../src/voice/player/play-queue.js';
import { AudioSource } from '../../../src/voice/sources/audio-source.js';
import { FakeLink } from '../fake-link.js';
import { madeUpPackets, seededRandom } from '../seeded-random.js';

let clock: VirtualClock;
let player: AudioPlayer;
let queue: PlayQueue<string>;
let told: string[];

const second = (): AudioSource => AudioSource.generator(() => madeUpPackets(50));
const broken = (): AudioSource =>
  AudioSource.generator(() => {
    throw new Error('broken');
  });

beforeEach(() => {
  clock = new VirtualClock();
  told = [];
  player = new AudioPlayer({ audioClock: new AudioClock(clock), logger: silentLogger, codec: loadOpusCodec });
  player.connect(new FakeLink(clock));
  queue = new PlayQueue(player, {
    onStart: (_track, { data }) => told.push(`${data} begins`),
    onEnd: ({ data }, end, error) =>
      told.push(`${data} ${end?.reason ?? `failed: ${(error as Error).message}`}`),
    onEmpty: () => told.push('empty'),
  });
});

describe('A queue', () => {
  test('plays one after the other, passes over what fails, and tells when nothing is left', async () => {
    queue.add(second(), 'a');
    queue.add(broken(), 'b');
    queue.add(second(), 'c');
    expect(queue.current?.data).toBe('a');
    expect(queue.upcoming.map(({ data }) => data)).toEqual(['b', 'c']);
    await clock.advance('5s');
    expect(told).toEqual([
      'a begins',
      'a ended',
      'b begins',
      'b failed: broken',
      'c begins',
      'c ended',
      'empty',
    ]);
    queue.add(second(), 'd');
    await clock.advance('2s');
    expect(told.slice(7)).toEqual(['d begins', 'd ended', 'empty']);
  });

  test('loops one track until it is skipped', async () => {
    queue.loop = 'track';
    queue.add(second(), 'a');
    queue.add(second(), 'b');
    await clock.advance('3500ms');
    expect(told.filter((line) => line === 'a begins')).toHaveLength(4);
    const skipped = queue.skip();
    await clock.advance('100ms');
    await skipped;
    expect(queue.current?.data).toBe('b');
    expect(queue.upcoming).toEqual([]);
  });

  test('loops all of them', async () => {
    queue.loop = 'queue';
    for (const data of ['a', 'b', 'c']) queue.add(second(), data);
    await clock.advance('7s');
    const begun = told.filter((line) => line.endsWith('begins')).map((line) => line[0]);
    expect(begun.join('').startsWith('abcabc')).toBe(true);
  });

  test('can be changed while it plays', async () => {
    queue.add(second(), 'a');
    const entries = ['b', 'c', 'd', 'e'].map((data) => queue.add(second(), data));
    expect(queue.remove(entries[1]!)).toBe(true);
    expect(queue.remove(entries[1]!)).toBe(false);
    queue.shuffle(seededRandom(1));
    expect(queue.upcoming.map(({ data }) => data).sort()).toEqual(['b', 'd', 'e']);
    const cleared = queue.clear();
    await clock.advance('1s');
    await cleared;
    expect({ current: queue.current, upcoming: queue.upcoming }).toEqual({
      current: undefined,
      upcoming: [],
    });
    expect(told.at(-1)).toBe('empty');
  });

  test('goes on when those who are told fail', async () => {
    const failing = (): never => {
      throw new Error('not mine');
    };
    const queue = new PlayQueue<string>(player, { onStart: failing, onEnd: failing, onEmpty: failing });
    queue.add(second(), 'a');
    queue.add(second(), 'b');
    await clock.advance('1500ms');
    expect(queue.current?.data).toBe('b');
    await clock.advance('1500ms');
    expect(queue.current).toBeUndefined();
  });

  test('gives way to somebody who plays something else', async () => {
    queue.add(second(), 'a');
    queue.add(second(), 'b');
    await clock.advance('500ms');
    const track = player.play(second());
    await clock.advance('3s');
    await expect(track.finished).resolves.toMatchObject({ reason: 'ended' });
    expect(told).toEqual(['a begins', 'a replaced']);
    expect(queue.upcoming).toHaveLength(1);
  });
});
