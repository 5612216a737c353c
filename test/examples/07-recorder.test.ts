import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { testBot } from 'cogwork/testing';
import { loadOpusCodec, OggOpusDemuxer, WavDemuxer } from 'cogwork/voice';
import { Recorder } from '../../examples/07-recorder/recorder.js';

const FREQUENCY = 500;

/** Two seconds of a tone, as samples. */
function tone(): Buffer {
  const samples = Int16Array.from({ length: 2 * 96_000 }, (_, at) =>
    Math.round(9000 * Math.sin(((at >> 1) * 2 * Math.PI * FREQUENCY) / 48_000)),
  );
  return Buffer.from(samples.buffer);
}

/** Left side of what a file sounds like. */
function decode(path: string): Int16Array {
  const bytes = readFileSync(path);
  const decoder = loadOpusCodec().createDecoder();
  const audio = path.endsWith('.wav') ? new WavDemuxer().push(bytes) : new OggOpusDemuxer().push(bytes);
  const parts = audio.map((part) => (part.kind === 'pcm' ? part.samples : decoder.decode(part.packet)));
  return Int16Array.from(parts.flatMap((part) => [...part.filter((_, at) => at % 2 === 0)]));
}

test.each(['ogg', 'wav'])('two people are recorded into %s files that can be played', async (format) => {
  const directory = mkdtempSync(join(tmpdir(), 'cogwork-recorder-'));
  process.env['RECORDINGS'] = directory;
  const { alice, bob, channel, clock, close, general } = await testBot({
    cogs: [Recorder],
    voice: true,
    channels: [{ name: 'lounge', type: 2 }],
  });
  expect((await alice.slash(general, 'record start')).content).toBe('Join a voice channel first.');
  await alice.joinVoice(channel('lounge'));
  await clock.advance('1s');
  expect((await alice.slash(general, 'record start', { format })).content).toMatch(/I am recording <#\d+>/);
  expect((await alice.slash(general, 'record start')).content).toBe('I am recording already.');
  const speaking = alice.speak(tone());
  await clock.advance('4s');
  await speaking;
  const answer = (await alice.slash(general, 'record stop')).content;
  expect(answer).toMatch(
    new RegExp(`Recorded 4 s.\n<@${alice.id}>: .*\\.${format}, spoke 2 s, 0 packets lost`),
  );
  const [file] = await readdir(directory);
  const sound = decode(join(directory, file!));
  expect(Math.abs(sound.length / 48 - 4000)).toBeLessThanOrEqual(40);
  const loud = sound.subarray(9600, 86_400);
  let crossings = 0;
  for (let at = 1; at < loud.length; at++) if (loud[at - 1]! < 0 && loud[at]! >= 0) crossings += 1;
  expect((crossings * 48_000) / loud.length).toBeCloseTo(FREQUENCY, -1);
  expect(Math.max(...sound.subarray(-48_000).map(Math.abs))).toBeLessThan(300);
  expect((await bob.slash(general, 'record stop')).content).toBe('I am not recording.');
  await close();
  rmSync(directory, { recursive: true });
  delete process.env['RECORDINGS'];
});

test('what stands in the way of a recording is told of, and the bot does not stay for it', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'cogwork-recorder-'));
  Object.assign(process.env, { FFMPEG: join(directory, 'no-ffmpeg'), RECORDINGS: directory });
  await using world = await testBot({
    cogs: [Recorder],
    voice: true,
    channels: [{ name: 'lounge', type: 2 }],
  });
  const { account, alice, bot, channel, deny, general, guild, logs } = world;
  await alice.joinVoice(channel('lounge'));
  const missing = await alice.slash(general, 'record start', { format: 'mp3' });
  expect(missing.content).toBe('There is no ffmpeg here, and mp3 needs it. Choose ogg or wav.');
  expect(bot.voice.get(guild.id)).toBeUndefined();
  deny(account, 'Connect', { channel: channel('lounge') });
  const closed = await alice.slash(general, 'record start');
  expect(closed.content).toBe('I may not join your channel.');
  expect(logs.of('error')).toEqual([]);
  rmSync(directory, { recursive: true });
  for (const name of ['FFMPEG', 'RECORDINGS']) delete process.env[name];
});
