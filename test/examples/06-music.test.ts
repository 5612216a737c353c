import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { TestWorld } from 'cogwork/testing';
import { testBot } from 'cogwork/testing';
import { loadOpusCodec, OggOpusMuxer } from 'cogwork/voice';
import { Music } from '../../examples/06-music/music.js';

let world: TestWorld;
let songs: string;

beforeEach(async () => {
  songs = mkdtempSync(join(tmpdir(), 'cogwork-songs-'));
  process.env['SONGS'] = songs;
  writeFileSync(join(songs, 'low.ogg'), song(220, 3));
  writeFileSync(join(songs, 'high.ogg'), song(880, 2));
  world = await testBot({ cogs: [Music], voice: true, channels: [{ name: 'lounge', type: 2 }] });
});

afterEach(async () => {
  await world.close();
  rmSync(songs, { recursive: true });
  delete process.env['SONGS'];
});

/** A tone as an Ogg file. */
function song(frequency: number, seconds: number): Buffer {
  const encoder = loadOpusCodec().createEncoder();
  const muxer = new OggOpusMuxer();
  const pages = Array.from({ length: seconds * 50 }, (_, index) => {
    const pcm = Int16Array.from({ length: 1920 }, (_, at) =>
      Math.round(9000 * Math.sin(((index * 960 + (at >> 1)) * 2 * Math.PI * frequency) / 48_000)),
    );
    return muxer.push(encoder.encode(pcm), 960);
  });
  return Buffer.concat([muxer.start(), ...pages, muxer.end()]);
}

/** How often the decoded sound goes through zero, in hertz. */
function pitch(packets: readonly Buffer[]): number {
  const decoder = loadOpusCodec().createDecoder();
  const samples = packets.flatMap((packet) => [...decoder.decode(packet)].filter((_, at) => at % 2 === 0));
  let crossings = 0;
  for (let at = 1; at < samples.length; at++) if (samples[at - 1]! < 0 && samples[at]! >= 0) crossings += 1;
  return (crossings * 48_000) / samples.length;
}

/** Lets time go on until the queue shows something: files are read in the disk's own time. */
async function untilQueueShows(pattern: RegExp): Promise<void> {
  const { alice, clock, general } = world;
  for (let step = 0; step < 300; step++) {
    const { content } = await alice.slash(general, 'queue');
    if (pattern.test(content)) return;
    await clock.advance('100ms');
  }
  throw new Error(`The queue never showed ${pattern}.`);
}

test('songs are heard one after the other, with answers about them', async () => {
  const { alice, account, clock, general } = world;
  expect((await alice.slash(general, 'play', { song: 'low.ogg' })).content).toBe(
    'Join a voice channel first.',
  );
  await alice.joinVoice(world.channel('lounge'));
  await clock.advance('1s');
  expect((await alice.slash(general, 'play', { song: 'none.ogg' })).content).toMatch(
    /There is: high.ogg, low.ogg/,
  );
  expect((await alice.slash(general, 'play', { song: 'low.ogg' })).content).toBe('Now: low.ogg');
  expect((await alice.slash(general, 'play', { song: 'high.ogg' })).content).toMatch(/number 1/);
  await untilQueueShows(/^low.ogg, at 1 s\nhigh.ogg$/);
  await untilQueueShows(/^high.ogg, at 1 s$/);
  await untilQueueShows(/^Nothing is playing.$/);
  const heard = alice.hears(account).flatMap(({ opus }) => (opus.length > 3 ? [opus] : []));
  expect(heard).toHaveLength(250);
  expect(pitch(heard.slice(20, 140))).toBeCloseTo(220, -1);
  expect(pitch(heard.slice(170, 240))).toBeCloseTo(880, -1.5);
});

test('a song is paused, looped, skipped and made quieter', async () => {
  const { alice, account, clock, general } = world;
  await alice.joinVoice(world.channel('lounge'));
  await clock.advance('1s');
  await alice.slash(general, 'play', { song: 'high.ogg' });
  await alice.slash(general, 'loop', { mode: 'track' });
  await clock.advance('5s');
  expect((await alice.slash(general, 'queue')).content).toMatch(/^high.ogg, at/);
  expect((await alice.slash(general, 'volume', { percent: 50 })).content).toBe('Volume: 50 %');
  expect((await alice.slash(general, 'pause')).content).toBe('Paused.');
  await clock.advance('1s');
  const { length } = alice.hears(account);
  await clock.advance('5s');
  expect(alice.hears(account)).toHaveLength(length);
  expect((await alice.slash(general, 'pause')).content).toBe('Goes on.');
  await alice.slash(general, 'skip');
  await clock.advance('1s');
  expect((await alice.slash(general, 'queue')).content).toBe('Nothing is playing.');
});

test('songs are suggested, and without one there is nothing to pause', async () => {
  const { alice, general } = world;
  const suggested = await alice.suggest(general, 'play', { option: 'song', text: 'H' });
  expect(suggested.map(({ name }) => name)).toEqual(['high.ogg']);
  for (const name of ['queue', 'skip', 'pause'])
    expect((await alice.slash(general, name)).content).toBe('Nothing is playing.');
  process.env['SONGS'] = join(songs, 'nowhere');
  await using empty = await testBot({ cogs: [Music], voice: true });
  const answer = await empty.alice.slash(empty.general, 'play', { song: 'x' });
  expect(answer.content).toBe(`There is no x. There is: nothing in ${join(songs, 'nowhere')}`);
});

test('a channel that is closed to the bot, or full, is told of', async () => {
  const { account, alice, bob, deny, general } = world;
  const lounge = world.channel('lounge');
  await alice.joinVoice(lounge);
  deny(account, 'Connect', { channel: lounge });
  const refused = await alice.slash(general, 'play', { song: 'low.ogg' });
  expect(refused.content).toBe('I may not join or speak in your channel.');
  const small = world.channel({ name: 'closet', type: 2, user_limit: 1 });
  world.deny(account, 'MoveMembers', { channel: small }); // with it, no limit holds
  await bob.joinVoice(small);
  expect((await bob.slash(general, 'play', { song: 'low.ogg' })).content).toBe('Your channel is full.');
  expect(world.logs.of('error')).toEqual([]);
});
