/**
 * How sound comes through: samples, Opus, RTP, both encryptions, the emulator's voice server, and all the way back.
 *
 * The thresholds are a little below what was measured; a packet that is lost, doubled, misplaced or decoded by another
 * speaker's decoder costs more than that.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { VoiceConnection } from '../../src/voice/connection/voice-connection.js';
import { WavDemuxer } from '../../src/voice/formats/wav-demuxer.js';
import { loadOpusCodec, OPUS_PACKAGES } from '../../src/voice/opus/load-opus-codec.js';
import type { OpusCodec } from '../../src/voice/opus/opus-codec.js';
import { isSilenceFrame } from '../../src/voice/opus/opus-packet.js';
import type { ReceivedPcmFrame } from '../../src/voice/receiver/received-frame.js';
import { AudioSource } from '../../src/voice/sources/audio-source.js';
import { onlyCodec } from './support/only-codec.js';
import { alignedSnr, framesOf, joined, snr, speech, tone } from './support/sound.js';
import { VoiceScene } from './support/voice-scene.js';

type Person = ReturnType<VoiceScene['person']>;

let scene: VoiceScene;
let alice: Person;
let bob: Person;
let voice: VoiceConnection;

async function begin(codec?: OpusCodec): Promise<void> {
  scene = await VoiceScene.create(codec);
  [alice, bob] = [scene.person('alice'), scene.person('bob')];
  await alice.joinVoice(scene.lounge);
  await bob.joinVoice(scene.lounge);
  await scene.advance('2s');
  voice = await scene.join();
}

afterEach(async () => {
  expect(scene.voice.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

function encode(codec: OpusCodec, pcm: Int16Array): Uint8Array[] {
  const encoder = codec.createEncoder({ signal: 'voice' });
  const packets = framesOf(pcm).map((frame) => Uint8Array.from(encoder.encode(frame)));
  encoder.close();
  return packets;
}

/** Everything that the bot hears of a person. */
async function hear(person: Person, says: Uint8Array | readonly Uint8Array[]): Promise<ReceivedPcmFrame[]> {
  const stream = voice.listen(person.id, { maxWaitingFrames: 10_000 });
  const said = person.speak(says);
  await scene.advance(says.length > 200 && !(says instanceof Uint8Array) ? '7s' : '4s');
  await said;
  stream.close();
  const frames: ReceivedPcmFrame[] = [];
  for await (const frame of stream) frames.push(frame);
  return frames;
}

function bytesOf(pcm: Int16Array): Uint8Array {
  return new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength);
}

const talk = speech(3);

const sounds: readonly [string, Int16Array, number][] = [
  ['a tone', tone(1000, 2), 24],
  ['speech with breath in it', talk, 19],
];

describe.each(OPUS_PACKAGES)('With %s', (name) => {
  beforeEach(() => begin(onlyCodec(name)));

  test.each(sounds)('%s is heard as it was said', async (_what, pcm, least) => {
    const heard = await hear(alice, bytesOf(pcm));
    expect(heard.filter(({ isConcealed }) => isConcealed)).toEqual([]);
    expect(alignedSnr(pcm, joined(heard.map((frame) => frame.pcm))).db).toBeGreaterThan(least);
  });

  test('what the bot plays is heard by others as it was', async () => {
    const track = voice.play(AudioSource.pcm(talk));
    await scene.advance('4s');
    await track.finished;
    const decoder = loadOpusCodec().createDecoder();
    const sound = joined(alice.hears(scene.bot).map(({ opus }) => decoder.decode(opus)));
    expect(alignedSnr(talk, sound).db).toBeGreaterThan(19);
  });
});

describe('With two at once', () => {
  beforeEach(() => begin());

  test('each is heard as if the other were silent', async () => {
    const [low, high] = [tone(300, 3), tone(700, 3)];
    const streams = [voice.listen(alice.id), voice.listen(bob.id)];
    const said = [alice.speak(bytesOf(low)), bob.speak(bytesOf(high))];
    await scene.advance('5s');
    await Promise.all(said);
    for (const [index, stream] of streams.entries()) {
      stream.close();
      const parts: Int16Array[] = [];
      for await (const { pcm } of stream) parts.push(pcm);
      expect(alignedSnr(index === 0 ? low : high, joined(parts)).db).toBeGreaterThan(24);
    }
  });

  test('a recording to WAV has each as it was said, and the mix has the sum', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'cogwork-quality-'));
    const recording = await voice.record({ directory, format: 'wav', tracks: 'both' });
    const [low, high] = [tone(300, 3), tone(700, 3)];
    const said = [alice.speak(bytesOf(low)), bob.speak(bytesOf(high))];
    await scene.advance('5s');
    await Promise.all(said);
    const { tracks } = await recording.stop();
    const right = new Map([
      [alice.id, low],
      [bob.id, high],
      [undefined, low.map((sample, at) => sample + high[at]!)],
    ]);
    for (const { path, userId } of tracks) {
      const parts = new WavDemuxer().push(readFileSync(path));
      const sound = joined(parts.flatMap((part) => (part.kind === 'pcm' ? [part.samples] : [])));
      const start = sound.findIndex((sample) => Math.abs(sample) > 200);
      const begins = Math.floor(start / 1920) * 1920;
      expect(alignedSnr(right.get(userId)!, sound.subarray(begins)).db).toBeGreaterThan(22);
    }
    expect(tracks).toHaveLength(3);
    rmSync(directory, { recursive: true });
  });
});

describe('Where every tenth packet is lost', () => {
  /** What is heard in place of lost packets, against what was said. */
  async function quality(codec: OpusCodec): Promise<{ readonly db: number; readonly lost: number }> {
    await begin(codec);
    Object.assign(scene.voice.knobs, { loss: 0.1, seed: 3 });
    const packets = encode(onlyCodec('@discordjs/opus'), joined([talk, talk]));
    const decoder = codec.createDecoder();
    const right = packets.map((packet) => decoder.decode(packet));
    const heard = (await hear(alice, packets)).filter(({ opus }) => !isSilenceFrame(opus));
    const { sequence } = heard[0]!;
    const first = heard.findIndex(({ isConcealed }) => !isConcealed);
    expect(first).toBe(0);
    const skipped = packets.findIndex((packet) => Buffer.from(packet).equals(heard[0]!.opus));
    const single = heard.filter(
      ({ isConcealed, next }, at) => isConcealed && next !== undefined && !heard[at - 1]?.isConcealed,
    );
    const lost = single.flatMap((frame) => right[frame.sequence - sequence + skipped] ?? []);
    return { db: snr(joined(lost), joined(single.map(({ pcm }) => pcm))), lost: lost.length };
  }

  test('speech is heard again by forward error correction, and only bridged without it', async () => {
    const bridged = await quality(onlyCodec('@discordjs/opus'));
    await scene[Symbol.asyncDispose]();
    const repaired = await quality(loadOpusCodec());
    expect(bridged.lost).toBeGreaterThan(20);
    expect(repaired.lost).toBe(bridged.lost);
    expect(bridged.db).toBeLessThan(1);
    expect(repaired.db).toBeGreaterThan(bridged.db + 3);
  });
});
