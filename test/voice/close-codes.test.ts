import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { VoiceClosedError } from '../../src/errors/voice-closed-error.js';
import { VoiceDaveRequiredError } from '../../src/errors/voice-dave-required-error.js';
import { VoiceKickedError } from '../../src/errors/voice-kicked-error.js';
import { knownVoiceCloseCodes, voiceCloseRule } from '../../src/voice/connection/voice-close.js';
import { VoiceScene } from './support/voice-scene.js';

let scene: VoiceScene;

beforeEach(async () => {
  scene = await VoiceScene.create();
});

afterEach(async () => {
  await scene[Symbol.asyncDispose]();
});

/** What becomes of a ready connection whose server closes with a code, and nothing else happens. */
const outcomes: readonly [code: number, states: readonly string[], error: unknown][] = [
  [1000, ['moving', 'disconnected'], VoiceClosedError],
  [1001, ['resuming', 'ready'], undefined],
  [1006, ['resuming', 'ready'], undefined],
  [4001, ['rejoining', 'signalling', 'ready'], undefined],
  [4002, ['rejoining', 'signalling', 'ready'], undefined],
  [4003, ['rejoining', 'signalling', 'ready'], undefined],
  [4004, ['rejoining', 'signalling', 'ready'], undefined],
  [4005, ['rejoining', 'signalling', 'ready'], undefined],
  [4006, ['rejoining', 'signalling', 'ready'], undefined],
  [4009, ['rejoining', 'signalling', 'ready'], undefined],
  [4011, ['moving', 'rejoining', 'signalling', 'ready'], undefined],
  [4012, ['rejoining', 'signalling', 'ready'], undefined],
  [4014, ['moving', 'disconnected'], VoiceClosedError],
  [4015, ['resuming', 'ready'], undefined],
  [4016, ['rejoining', 'signalling', 'ready'], undefined],
  [4017, ['disconnected'], VoiceDaveRequiredError],
  [4020, ['rejoining', 'signalling', 'ready'], undefined],
  [4021, ['disconnected'], VoiceClosedError],
  [4022, ['moving', 'disconnected'], VoiceClosedError],
  [4999, ['rejoining', 'signalling', 'ready'], undefined],
];

const handshake = new Set(['connecting', 'identifying', 'discovering', 'selecting', 'securing']);

describe('Close codes of the voice gateway', () => {
  it('are all tried here', () => {
    expect(knownVoiceCloseCodes.filter((code) => !outcomes.some(([tried]) => tried === code))).toEqual([]);
  });

  it.each(outcomes)('%i leads through %j', async (code, states, error) => {
    await scene.join();
    const session = scene.voice.session(scene.bot.id)!;
    if (voiceCloseRule(code).action === 'resume') session.cut(code === 1006 ? undefined : code);
    else session.dismiss(code);
    await scene.advance(20_000);
    expect(scene.states.filter((state) => !handshake.has(state))).toEqual(states);
    expect(scene.endings.map((ending) => (ending as Error).constructor)).toEqual(error ? [error] : []);
    expect(scene.voice.violations).toEqual([]);
    expect(scene.voice.identifies).toBeLessThanOrEqual(2);
  });

  it('tell a kick that comes with the news of the main gateway', async () => {
    await scene.join();
    await scene.raw.rest('PATCH', `/guilds/${scene.guild.id}/members/${scene.bot.id}`, { channel_id: null });
    await scene.discord.settle();
    expect(scene.endings[0]).toBeInstanceOf(VoiceKickedError);
    expect(scene.signalling.requests.map(({ channelId }) => channelId)).toEqual([scene.lounge.id]);
  });

  it('tell a kick whose close comes first', async () => {
    await scene.join();
    scene.voice.session(scene.bot.id)!.dismiss(4014);
    await scene.advance(2_000);
    expect(scene.endings).toEqual([]);
    await scene.raw.rest('PATCH', `/guilds/${scene.guild.id}/members/${scene.bot.id}`, { channel_id: null });
    await scene.discord.settle();
    expect(scene.endings[0]).toBeInstanceOf(VoiceKickedError);
  });

  it('are no reason for a storm: a session that is refused again and again is given up', async () => {
    await scene.join();
    scene.voice.ticket = () => undefined;
    scene.voice.session(scene.bot.id)!.dismiss(4006);
    await scene.advance('5m');
    expect(scene.endings[0]).toBeInstanceOf(VoiceClosedError);
    expect(scene.voice.identifies).toBeLessThanOrEqual(5);
  });
});

describe('End-to-end encryption that the bot cannot do', () => {
  it('is told at once where the call demands it', async () => {
    const { VoiceManager } = await import('../../src/voice/voice-manager.js');
    const { silentLogger } = await import('../../src/utils/silent-logger.js');
    const broken = {
      maxVersion: 0,
      createKeyPair: () => {
        throw new Error('no native module');
      },
      createSession: () => {
        throw new Error('no native module');
      },
    };
    const manager = new VoiceManager({
      clock: scene.discord.clock,
      logger: silentLogger,
      signalling: scene.signalling,
      sockets: scene.discord.sockets,
      udp: scene.discord.udp,
      dave: broken,
    });
    const joining = manager.join(scene.target());
    const refusal = expect(joining).rejects.toBeInstanceOf(VoiceDaveRequiredError);
    await scene.advance(900);
    await refusal;
    expect(scene.voice.identifies).toBe(1);
  });
});
