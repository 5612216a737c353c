import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { numberedFrames, numberOf, VoiceScene } from './support/voice-scene.js';

let scene: VoiceScene;

beforeEach(async () => {
  scene = await VoiceScene.create();
});

afterEach(async () => {
  expect(scene.voice.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

describe.each([['before'], ['after']] as const)('A resume with the replay %s Resumed', (replay) => {
  beforeEach(() => {
    scene.voice.knobs.replay = replay;
  });

  it('keeps source, key, counters and speech', async () => {
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    const { ssrc } = connection;
    connection.setSpeaking(true);
    for (const frame of numberedFrames(3)) connection.sendOpus(frame);
    scene.voice.session(scene.bot.id)!.cut();
    await scene.advance(2_000);
    expect(scene.states).toEqual(['resuming', 'ready']);
    for (const frame of numberedFrames(3, 7)) expect(connection.sendOpus(frame)).toBe(true);
    await scene.discord.settle();
    expect(connection.ssrc).toBe(ssrc);
    expect(scene.voice.session(scene.bot.id)?.resumes).toBe(1);
    expect(scene.voice.session(scene.bot.id)?.speaking).toBe(1);
    expect(alice.hears(scene.bot)).toHaveLength(6);
  });

  it('makes up for a membership change that was missed', async () => {
    const alice = scene.person('alice');
    const bob = scene.person('bob');
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    scene.voice.session(scene.bot.id)!.cut();
    const seat = await bob.joinVoice(scene.lounge);
    await scene.advance(5_000);
    expect(connection.state).toBe('ready');
    expect(connection.privacyCode).toBe(seat.privacyCode);
    const heard: number[] = [];
    connection.onPacket(({ opus, userId }) => userId === bob.id && heard.push(numberOf(opus) ?? -1));
    const said = bob.speak(numberedFrames(5));
    await scene.advance(500);
    await said;
    expect(heard).toEqual([0, 1, 2, 3, 4, -1, -1, -1, -1, -1]);
  });

  it('works where the numbers wrap', async () => {
    scene.voice.knobs.firstSeq = 0xfff8;
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    const bob = scene.person('bob');
    for (let round = 0; round < 3; round++) {
      await bob.joinVoice(scene.lounge);
      await scene.advance(1_000);
      scene.voice.session(scene.bot.id)!.cut(4015);
      await bob.leaveVoice();
      await scene.advance(3_000);
      expect(connection.state).toBe('ready');
    }
    expect(scene.voice.identifies).toBe(1);
    const seat = await alice.joinVoice(scene.lounge);
    expect(connection.privacyCode).toBe(seat.privacyCode);
  });
});

describe('A resume that fails', () => {
  it('joins anew when the server has forgotten what was missed', async () => {
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    const { ssrc } = connection;
    scene.voice.knobs.bufferSize = 0;
    scene.voice.session(scene.bot.id)!.cut();
    await scene.person('bob').joinVoice(scene.lounge);
    await scene.advance(15_000);
    expect(connection.state).toBe('ready');
    expect(connection.ssrc).not.toBe(ssrc);
    expect(scene.endings).toEqual([]);
  });

  it('is noticed where nobody answers heartbeats any more', async () => {
    const connection = await scene.join();
    const session = scene.voice.session(scene.bot.id)!;
    session.send = (): void => {};
    session.tell = (): void => {};
    await scene.advance(30_000);
    expect(scene.states[0]).toBe('resuming');
    await scene.advance(120_000);
    expect(connection.state).toBe('ready');
    expect(scene.voice.identifies).toBe(2);
  });
});
