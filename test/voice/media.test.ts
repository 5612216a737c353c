import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { VoiceConnection } from '../../src/voice/connection/voice-connection.js';
import { OggOpusDemuxer } from '../../src/voice/formats/ogg-opus-demuxer.js';
import { isSilenceFrame } from '../../src/voice/opus/opus-packet.js';
import type { ReceivedFrame } from '../../src/voice/receiver/received-frame.js';
import { AudioSource } from '../../src/voice/sources/audio-source.js';
import { numberedFrames, numberOf, VoiceScene } from './support/voice-scene.js';

type Person = ReturnType<VoiceScene['person']>;

let scene: VoiceScene;
let alice: Person;
let voice: VoiceConnection;

beforeEach(async () => {
  scene = await VoiceScene.create();
  alice = scene.person('alice');
  await alice.joinVoice(scene.lounge);
  await scene.advance('1s');
  voice = await scene.join();
});

afterEach(() => scene[Symbol.asyncDispose]());

function heardBy(person: Person): (number | undefined)[] {
  return person.hears(scene.bot).map(({ opus }) => numberOf(opus));
}

function numbers(count: number): number[] {
  return [...Array(count).keys()];
}

describe('In an encrypted call, over the wire', () => {
  test('ten minutes are heard frame by frame, with exact timestamps and five frames of silence at the end', async () => {
    const frames = numberedFrames(30_000);
    const track = voice.play(AudioSource.generator(() => frames));
    await scene.advance('10m30s');
    await expect(track.finished).resolves.toEqual({ reason: 'ended', positionMs: 600_000, missedFrames: 0 });
    const heard = alice.hears(scene.bot);
    expect(heard.map(({ opus }) => numberOf(opus))).toEqual([
      ...numbers(30_000),
      ...Array(5).fill(undefined),
    ]);
    const [first] = heard;
    for (const [index, { timestamp, sequence, atMs }] of heard.entries()) {
      expect((timestamp - first!.timestamp) >>> 0).toBe((index * 960) >>> 0);
      expect((sequence - first!.sequence) & 0xffff).toBe(index & 0xffff);
      if (Math.abs(atMs - first!.atMs - index * 20) > 1) throw new Error(`frame ${index} came at ${atMs}`);
    }
    expect(scene.voice.violations).toEqual([]);
  }, 60_000);

  test('a track goes on in another channel, where it was', async () => {
    const carol = scene.person('carol');
    await carol.joinVoice(scene.studio);
    await scene.advance('1s');
    const frames = numberedFrames(500);
    const track = voice.play(AudioSource.generator(() => frames));
    await scene.advance('2s');
    const moved = voice.move(scene.studio);
    await scene.advance('20s');
    await moved;
    await expect(track.finished).resolves.toMatchObject({ reason: 'ended', positionMs: 10_000 });
    const [before, after] = [heardBy(alice), heardBy(carol)].map((all) =>
      all.filter((number) => number !== undefined),
    );
    expect(before!.length).toBeGreaterThan(90);
    expect([...before!, ...after!]).toEqual(numbers(500));
    expect(scene.voice.violations).toEqual([]);
  });

  test.each([
    ['resumes', 500],
    ['has to join anew, because the server has forgotten it', 0],
  ])('a track goes on where it was when its connection %s', async (_what, bufferSize) => {
    const frames = numberedFrames(500);
    const track = voice.play(AudioSource.generator(() => frames));
    await scene.advance('2s');
    scene.voice.knobs.bufferSize = bufferSize;
    scene.voice.session(scene.bot.id)!.cut();
    await scene.person('carol').joinVoice(scene.lounge);
    await scene.advance('300ms');
    expect(track.state).toBe('waiting');
    await scene.advance('30s');
    await expect(track.finished).resolves.toEqual({ reason: 'ended', positionMs: 10_000, missedFrames: 0 });
    const heard = heardBy(alice).filter((number) => number !== undefined);
    expect(heard).toEqual(numbers(500));
    expect(scene.voice.identifies).toBe(bufferSize === 0 ? 2 : 1);
    expect(scene.voice.violations).toEqual([]);
  });

  test('a user is heard in order and bit for bit, through 5 % loss, 20 % reordering and duplicates', async () => {
    Object.assign(scene.voice.knobs, { loss: 0.05, reorder: 0.2, duplication: 0.1, padsPackets: true });
    const stream = voice.listen(alice.id, { format: 'opus', maxWaitingFrames: 2000 });
    const spoken = numberedFrames(1000);
    const said = alice.speak(spoken);
    await scene.advance('25s');
    await said;
    stream.close();
    const frames: ReceivedFrame[] = [];
    for await (const frame of stream) frames.push(frame);
    const whole = frames.filter(({ isConcealed, opus }) => !isConcealed && !isSilenceFrame(opus));
    for (const { opus } of whole) expect(opus).toEqual(spoken[numberOf(opus as Buffer)!]);
    const order = whole.map(({ opus }) => numberOf(opus as Buffer)!);
    expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
    expect(whole.length).toBeGreaterThan(900);
    const { lost, concealed, late, reordered } = voice.media.receiver.stats(alice.id);
    expect(lost).toBe(concealed);
    expect(late).toBe(0);
    expect(lost).toBeGreaterThan(20);
    expect(reordered).toBeGreaterThan(100);
    expect(frames[0]!.sequence + frames.length - 1).toBe(frames.at(-1)!.sequence);
  });

  test('the first syllable is kept when nobody has yet said whose it is', async () => {
    scene.voice.knobs.speakingDelayMs = 300;
    const stream = voice.listen(alice.id, { format: 'opus' });
    const said = alice.speak(numberedFrames(50));
    await scene.advance('3s');
    await said;
    stream.close();
    const heard: (number | undefined)[] = [];
    for await (const { opus } of stream) heard.push(numberOf(opus as Buffer));
    expect(heard.slice(0, 50)).toEqual(numbers(50));
  });

  test('leaving ends the track, the stream and the recording', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'cogwork-media-'));
    const track = voice.play(AudioSource.generator(() => numberedFrames(500)));
    const stream = voice.listen(alice.id, { format: 'opus' });
    const recording = await voice.record({ directory });
    await scene.advance('1s');
    const left = voice.leave();
    await scene.advance('6s');
    await left;
    await expect(track.finished).resolves.toMatchObject({ reason: 'closed' });
    await expect(recording.finished).resolves.toMatchObject({ endedBy: 'closed' });
    expect(stream.hasEnded).toBe(true);
    rmSync(directory, { recursive: true });
  });
});

describe('With two users in the call', () => {
  let bob: Person;

  beforeEach(async () => {
    bob = scene.person('bob');
    scene.voice.knobs.latencyMs.set(scene.bot.id, 15).set(alice.id, 60).set(bob.id, 150);
    await bob.joinVoice(scene.lounge);
    await scene.advance('3s');
  });

  test('what one user says is played to the others', async () => {
    const track = voice.play(voice.listen(alice.id, { format: 'opus' }).asSource());
    const said = alice.speak(numberedFrames(100));
    await scene.advance('4s');
    await said;
    expect(heardBy(bob).filter((number) => number !== undefined)).toEqual(numbers(100));
    await track.stop();
    expect(scene.voice.violations).toEqual([]);
  });

  test('two users are recorded bit for bit, and lie within 20 ms of when they spoke', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'cogwork-media-'));
    Object.assign(scene.voice.knobs, { udpLatencyMs: 20, jitterMs: 30 });
    const recording = await voice.record({ directory });
    await scene.advance('1s');
    const first = alice.speak(numberedFrames(200, 1));
    await scene.advance('2s');
    const second = bob.speak(numberedFrames(100, 2));
    await scene.advance('5s');
    await Promise.all([first, second]);
    const { tracks } = await recording.stop();
    const starts = tracks.map(({ path, userId }) => {
      const mark = userId === alice.id ? 1 : 2;
      const packets = new OggOpusDemuxer()
        .push(readFileSync(path))
        .flatMap((audio) => (audio.kind === 'opus' ? [Buffer.from(audio.packet)] : []));
      const start = packets.findIndex((packet) => packet.length === 60);
      const spoken = numberedFrames(mark === 1 ? 200 : 100, mark);
      expect(packets.slice(start, start + spoken.length)).toEqual(spoken);
      return start * 20;
    });
    expect(starts).toHaveLength(2);
    expect(Math.abs(starts[1]! - starts[0]! - 2000)).toBeLessThan(20);
    expect(new Set(tracks.map(({ durationMs }) => durationMs)).size).toBe(1);
    rmSync(directory, { recursive: true });
  });
});
