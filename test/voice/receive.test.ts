import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { VoicePacket } from '../../src/voice/voice-link.js';
import { numberedFrames, numberOf, VoiceScene } from './support/voice-scene.js';

let scene: VoiceScene;

beforeEach(async () => {
  scene = await VoiceScene.create();
});

afterEach(async () => {
  expect(scene.voice.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

describe('Packets as real clients send them', () => {
  const shapes = [0, 1, 2, 4].flatMap((extensionWords) =>
    [0, 3].flatMap((contributingSources) =>
      [false, true].map((padsPackets) => ({ extensionWords, contributingSources, padsPackets })),
    ),
  );

  it.each(shapes)('are read bit by bit with %j', async (shape) => {
    Object.assign(scene.voice.knobs, shape, { sendsVideo: true });
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    const heard: Buffer[] = [];
    connection.onPacket(({ opus }) => heard.push(opus));
    const frames = numberedFrames(30);
    const said = alice.speak(frames);
    await scene.advance(1_500);
    await said;
    expect(heard.slice(0, 30).every((opus, index) => opus.equals(frames[index]!))).toBe(true);
    expect(heard).toHaveLength(35);
    expect(connection.counts).toMatchObject({ damaged: 0, undecryptable: 0, unknown: 0 });
  });
});

describe('A bad network', () => {
  it('loses nothing but what it loses: each packet arrives once, whole', async () => {
    const { knobs } = scene.voice;
    Object.assign(knobs, { loss: 0.05, reorder: 0.2, udpLatencyMs: 20, seed: 7 });
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    const packets: VoicePacket[] = [];
    connection.onPacket((packet) => packets.push(packet));
    const frames = numberedFrames(1_000);
    const said = alice.speak(frames);
    await scene.advance(21_000);
    await said;
    const numbers = packets.flatMap(({ opus }) => numberOf(opus) ?? []);
    expect(numbers.length).toBeGreaterThan(900);
    expect(numbers.length).toBeLessThan(980);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.some((number, index) => number < (numbers[index - 1] ?? 0))).toBe(true);
    for (const { opus, sequence, timestamp } of packets) {
      const number = numberOf(opus);
      if (number === undefined) continue;
      expect(opus.equals(frames[number]!)).toBe(true);
      expect([sequence, timestamp]).toEqual([number, number * 960]);
    }
  });
});

describe('A source', () => {
  it('that is told late loses none of its first words', async () => {
    scene.voice.knobs.speakingDelayMs = 700;
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    const heard: (number | undefined)[] = [];
    connection.onPacket(({ opus, userId }) => {
      expect(userId).toBe(alice.id);
      heard.push(numberOf(opus));
    });
    const said = alice.speak(numberedFrames(50));
    await scene.advance(500);
    expect(heard).toEqual([]);
    await scene.advance(1_500);
    await said;
    expect(heard.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, index) => index));
  });

  it('that is never told is held for a while only', async () => {
    scene.voice.knobs.speakingDelayMs = 60_000;
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    const said = alice.speak(numberedFrames(400));
    await scene.advance(9_000);
    await said;
    expect(connection.counts.unknown).toBeGreaterThan(290);
    expect(connection.counts.received).toBe(0);
  });

  it('of somebody who left is told to be gone, once', async () => {
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    const gone: string[] = [];
    connection.onUserGone((userId) => gone.push(userId));
    const said = alice.speak(numberedFrames(2));
    await scene.advance(500);
    await said;
    await alice.leaveVoice();
    expect(gone).toEqual([]);
    await scene.advance(2_000);
    expect(gone).toEqual([alice.id]);
    await alice.joinVoice(scene.lounge);
    expect(gone).toEqual([alice.id]);
  });

  it('never mixes two speakers', async () => {
    const [alice, bob] = [scene.person('alice'), scene.person('bob')];
    await alice.joinVoice(scene.lounge);
    await bob.joinVoice(scene.lounge);
    const connection = await scene.join();
    const marks = new Map<string, Set<number>>();
    connection.onPacket(({ userId, opus }) => {
      if (numberOf(opus) === undefined) return;
      const seen = marks.get(userId) ?? new Set();
      marks.set(userId, seen.add(opus[10]!));
    });
    const said = [alice.speak(numberedFrames(20, 1)), bob.speak(numberedFrames(20, 2))];
    await scene.advance(1_000);
    await Promise.all(said);
    expect([...marks.get(alice.id)!]).toEqual([1]);
    expect([...marks.get(bob.id)!]).toEqual([2]);
  });
});

describe('Sending', () => {
  it('lets nothing out before the call is ready, and never in the clear', async () => {
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    scene.voice.knobs.latencyMs.set(scene.bot.id, 50);
    const joining = scene.manager.join(scene.target());
    const frame = numberedFrames(1)[0]!;
    let sent = 0;
    for (let step = 0; step < 40; step++) {
      await scene.advance(10);
      const connection = scene.manager.get(scene.guild.id);
      if (connection && !connection.isReady) expect(connection.sendOpus(frame)).toBe(false);
      else if (connection?.sendOpus(frame)) sent++;
    }
    await scene.advance(3_000);
    await joining;
    expect(alice.hears(scene.bot)).toHaveLength(sent);
    expect(scene.voice.session(scene.bot.id)!.audio.every(({ payload }) => !payload.equals(frame))).toBe(
      true,
    );
  });

  it('steps by 960 for ten minutes, over the wrap of the sequence, and shows pauses', async () => {
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    connection.setSpeaking(true);
    const [frame] = numberedFrames(1);
    for (let sent = 0; sent < 40_000; sent++) connection.sendOpus(frame!);
    await scene.discord.settle();
    const { audio } = scene.voice.session(scene.bot.id)!;
    expect(audio).toHaveLength(40_000);
    expect(
      audio.every(({ timestamp }, at) => !at || (timestamp - audio[at - 1]!.timestamp) >>> 0 === 960),
    ).toBe(true);
    for (let rest = 0; rest < 5; rest++) connection.sendOpus(Buffer.from([0xf8, 0xff, 0xfe]));
    connection.setSpeaking(false);
    await scene.advance(10_020);
    connection.setSpeaking(true);
    connection.sendOpus(frame!);
    await scene.discord.settle();
    expect((audio.at(-1)!.timestamp - audio.at(-2)!.timestamp) >>> 0).toBe(10_000 * 48 + 960);
  }, 20_000);
});
