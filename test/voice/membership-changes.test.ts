import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { numberedFrames, numberOf, VoiceScene } from './support/voice-scene.js';

let scene: VoiceScene;

beforeEach(async () => {
  scene = await VoiceScene.create();
});

afterEach(async () => {
  expect(scene.voice.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

const FRAMES = 2_600;

it('loses no frame across 50 joins and leaves, with members 15, 60 and 150 ms away', async () => {
  const { knobs } = scene.voice;
  const [alice, bob, carol] = [scene.person('alice'), scene.person('bob'), scene.person('carol')];
  knobs.latencyMs.set(scene.bot.id, 15).set(alice.id, 60).set(bob.id, 150).set(carol.id, 60);
  knobs.udpLatencyMs = 25;
  await alice.joinVoice(scene.lounge);
  await bob.joinVoice(scene.lounge);
  await scene.advance(3_000);
  const joining = scene.join();
  await scene.advance(5_000);
  const connection = await joining;

  const heard = new Map<string, number[]>();
  connection.onPacket(({ userId, opus }) => {
    const number = numberOf(opus);
    if (number !== undefined) heard.set(userId, [...(heard.get(userId) ?? []), number]);
  });
  let sent = 0;
  connection.setSpeaking(true);
  const frames = numberedFrames(FRAMES);
  const tick = (): void => {
    expect(connection.sendOpus(frames[sent++]!)).toBe(true);
    if (sent < FRAMES) scene.discord.clock.setTimeout(tick, 20);
  };
  scene.discord.clock.setTimeout(tick, 20);
  const said = [alice.speak(frames), bob.speak(frames)];
  for (let change = 0; change < 50; change++) {
    if (change % 2 === 0) await carol.joinVoice(scene.lounge);
    else await carol.leaveVoice();
    await scene.advance(1_000);
  }
  await scene.advance(5_000);
  await Promise.all(said);

  const all = Array.from({ length: FRAMES }, (_, index) => index);
  for (const person of [alice, bob]) {
    const numbers = person.hears(scene.bot).map(({ opus }) => numberOf(opus));
    expect([...numbers].sort((a, b) => a! - b!)).toEqual(all);
    expect([...(heard.get(person.id) ?? [])].sort((a, b) => a - b)).toEqual(all);
  }
  expect(connection.counts.undecryptable).toBe(0);
  expect(scene.voice.call(scene.lounge.id).dave.epoch).toBeGreaterThanOrEqual(50n);
}, 60_000);
