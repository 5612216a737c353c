import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Person, VoiceSeat } from '../../src/emulator/index.js';
import { ExternalSender } from '../../src/emulator/voice/mls/external-sender.js';
import { uint, vector } from '../../src/emulator/voice/mls/mls-bytes.js';
import type { VoiceConnection } from '../../src/voice/connection/voice-connection.js';
import { numberedFrames, numberOf, VoiceScene } from './support/voice-scene.js';

let scene: VoiceScene;

beforeEach(async () => {
  scene = await VoiceScene.create();
});

afterEach(async () => {
  expect(scene.voice.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

/** Lets everybody say something, and checks that everybody else hears it. */
async function talk(connection: VoiceConnection, people: readonly Person[]): Promise<void> {
  const heard = new Map<string, (number | undefined)[]>();
  const stop = connection.onPacket(({ userId, opus }) =>
    heard.set(userId, [...(heard.get(userId) ?? []), numberOf(opus)]),
  );
  const before = people.map((person) => person.hears().length);
  const said = people.map((person) => person.speak(numberedFrames(3)));
  connection.setSpeaking(true);
  for (const frame of numberedFrames(3)) expect(connection.sendOpus(frame)).toBe(true);
  for (let rest = 0; rest < 5; rest++) connection.sendOpus(Buffer.from([0xf8, 0xff, 0xfe]));
  connection.setSpeaking(false);
  await scene.advance(1_000);
  await Promise.all(said);
  stop();
  for (const [index, person] of people.entries()) {
    expect(heard.get(person.id)?.filter((number) => number !== undefined)).toEqual([0, 1, 2]);
    const fresh = person.hears().slice(before[index]);
    expect(fresh.filter(({ opus }) => numberOf(opus) !== undefined)).toHaveLength(people.length * 3);
  }
}

const seatOf = (person: Person): Promise<VoiceSeat> => person.joinVoice(scene.lounge);

describe('A call', () => {
  it.each([[1], [2], [24]])(
    'of the bot and %i more has one group, with equal codes',
    async (count) => {
      const people = Array.from({ length: count }, (_, index) => scene.person(`p${index}`));
      const half = Math.floor(people.length / 2);
      for (const person of people.slice(0, half)) await person.joinVoice(scene.lounge);
      await scene.advance(1_000);
      const connection = await scene.join();
      for (const person of people.slice(half)) {
        await person.joinVoice(scene.lounge);
        await scene.advance(100);
      }
      await scene.advance(3_000);
      const codes = await Promise.all(people.map(async (person) => (await seatOf(person)).privacyCode));
      expect(new Set([...codes, connection.privacyCode]).size).toBe(1);
      expect(connection.privacyCode).toMatch(/^\d{30}$/);
      if (count < 10) await talk(connection, people);
      const [first] = people;
      const seat = await seatOf(first!);
      const code = await connection.verificationCode(first!.id);
      expect(code).toMatch(/^\d{45}$/);
      expect(code).toBe(await seat.verificationCode(scene.bot.id));
    },
    20_000,
  );

  it.each([
    [15, 60],
    [60, 15],
  ])('begins whoever commits first (bot %i ms, person %i ms away)', async (botMs, personMs) => {
    const alice = scene.person('alice');
    scene.voice.knobs.latencyMs.set(scene.bot.id, botMs).set(alice.id, personMs);
    const joining = scene.join();
    await alice.joinVoice(scene.lounge);
    await scene.advance(3_000);
    const connection = await joining;
    await scene.advance(3_000);
    await talk(connection, [alice]);
  });

  it('begins with a numbered transition too', async () => {
    scene.voice.knobs.firstTransitionId = 9;
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    await talk(connection, [alice]);
  });

  it('survives leaving, coming back, and the last one leaving', async () => {
    const [alice, bob] = [scene.person('alice'), scene.person('bob')];
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    await bob.joinVoice(scene.lounge);
    await talk(connection, [alice, bob]);
    await alice.leaveVoice();
    await talk(connection, [bob]);
    await alice.joinVoice(scene.lounge);
    await talk(connection, [alice, bob]);
    await alice.leaveVoice();
    await bob.leaveVoice();
    await scene.advance(3_000);
    expect(connection.privacyCode).toBeUndefined();
    expect(connection.isReady).toBe(true);
    expect(connection.sendOpus(numberedFrames(1)[0]!)).toBe(false);
    await bob.joinVoice(scene.lounge);
    await talk(connection, [bob]);
  });

  it('takes back whom it was about to add', async () => {
    const alice = scene.person('alice');
    const bob = scene.person('bob');
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    scene.voice.knobs.latencyMs.set(alice.id, 200).set(scene.bot.id, 200);
    await bob.joinVoice(scene.lounge);
    await scene.advance(50);
    await bob.leaveVoice();
    await scene.advance(5_000);
    await talk(connection, [alice]);
  });
});

describe('Trouble', () => {
  it.each([['commit'], ['welcome']])('with a damaged %s is repaired by being added again', async (what) => {
    const [alice, bob] = [scene.person('alice'), scene.person('bob')];
    await alice.joinVoice(scene.lounge);
    if (what === 'welcome') {
      await bob.joinVoice(scene.lounge);
      await scene.advance(1_000);
      scene.voice.knobs.damagesNextEpochFor.add(scene.bot.id);
    }
    const connection = await scene.join();
    if (what === 'commit') {
      scene.voice.knobs.damagesNextEpochFor.add(scene.bot.id);
      await bob.joinVoice(scene.lounge);
    }
    await scene.advance(5_000);
    expect(scene.voice.call(scene.lounge.id).dave.invalidCount).toBe(1);
    await talk(connection, [alice, bob]);
  });

  it('by an echo of the own add is ignored', async () => {
    scene.voice.knobs.echoesOwnAdd = true;
    const alice = scene.person('alice');
    const connection = await scene.join();
    await alice.joinVoice(scene.lounge);
    await scene.person('bob').joinVoice(scene.lounge);
    await alice.leaveVoice();
    await alice.joinVoice(scene.lounge);
    await scene.advance(1_000);
    await talk(connection, [alice]);
    expect(connection.privacyCode).toBe((await seatOf(alice)).privacyCode);
    expect(scene.voice.call(scene.lounge.id).dave.invalidCount).toBe(0);
  });

  it.each([[0], [100]])('by late news of who is there is waited out (%i ms away)', async (awayMs) => {
    scene.voice.knobs.clientsDelayMs = 150;
    const [alice, bob] = [scene.person('alice'), scene.person('bob')];
    scene.voice.knobs.latencyMs.set(alice.id, awayMs);
    const joining = scene.join();
    await scene.advance(500);
    const connection = await joining;
    await alice.joinVoice(scene.lounge);
    await scene.advance(2_000);
    await bob.joinVoice(scene.lounge);
    await scene.advance(5_000);
    expect(connection.privacyCode).toBe((await seatOf(bob)).privacyCode);
    expect(scene.voice.call(scene.lounge.id).dave.invalidCount).toBe(0);
  });

  it('by a transition that is never executed is waited out', async () => {
    scene.voice.knobs.withholdsExecution = true;
    const [alice, bob] = [scene.person('alice'), scene.person('bob')];
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    await bob.joinVoice(scene.lounge);
    await scene.advance(3_000);
    await talk(connection, [alice, bob]);
  });

  it('by an external sender that comes early is none', async () => {
    scene.voice.knobs.tellsSenderEarly = true;
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    await talk(await scene.join(), [alice]);
  });
});

describe('A call that stops being encrypted', () => {
  it('goes on in the clear, and back again', async () => {
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    const call = scene.voice.call(scene.lounge.id);
    call.downgrade();
    await scene.advance(3_000);
    expect(connection.isEncrypted).toBe(false);
    await talk(connection, [alice]);
    call.upgrade();
    await scene.advance(15_000);
    expect(connection.isEncrypted).toBe(true);
    await talk(connection, [alice]);
  });
});

describe('A forged proposal', () => {
  it('is refused, and hurts nobody', async () => {
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    const { epoch, dropped } = scene.voice.call(scene.lounge.id).dave;
    const commits = dropped.length;
    const forger = new ExternalSender();
    const { message } = forger.proposeRemove(uint(8, BigInt(scene.lounge.id)), epoch, 0);
    scene.voice.session(scene.bot.id)!.tellBinary(27, Buffer.concat([uint(1, 0), vector(message)]));
    await scene.discord.settle();
    expect(dropped).toHaveLength(commits);
    await talk(connection, [alice]);
    expect(scene.voice.call(scene.lounge.id).dave.epoch).toBe(epoch);
  });

  it('that only malforms the wire is passed over', async () => {
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    const connection = await scene.join();
    const session = scene.voice.session(scene.bot.id)!;
    for (const op of [25, 27])
      for (const body of [Buffer.alloc(0), Buffer.from([0]), Buffer.alloc(2), Buffer.alloc(40, 0xff)])
        session.tellBinary(op, body);
    session.tell(21, null);
    session.tell(5, 'text');
    await scene.advance(100);
    await talk(connection, [alice]);
  });
});
