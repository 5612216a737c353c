import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { VoiceChannelFullError } from '../../src/errors/voice-channel-full-error.js';
import { VoiceDiscoveryError } from '../../src/errors/voice-discovery-error.js';
import { VoiceLeftError } from '../../src/errors/voice-left-error.js';
import { VoiceModeError } from '../../src/errors/voice-mode-error.js';
import { VoicePermissionError } from '../../src/errors/voice-permission-error.js';
import { VoiceTimeoutError } from '../../src/errors/voice-timeout-error.js';
import { VoiceScene } from './support/voice-scene.js';

let scene: VoiceScene;

beforeEach(async () => {
  scene = await VoiceScene.create();
});

afterEach(async () => {
  expect(scene.voice.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

/** Error with which joining fails within some time. */
async function failure(withinMs = 30_000): Promise<unknown> {
  const outcome = scene.manager.join(scene.target()).then(
    () => 'joined',
    (error: unknown) => error,
  );
  await scene.advance(withinMs);
  return outcome;
}

describe('A join that cannot work', () => {
  it('is refused at once where the channel is full', async () => {
    scene.signalling.facts = { userLimit: 2, userCount: 2 };
    expect(await failure(0)).toBeInstanceOf(VoiceChannelFullError);
    expect(scene.signalling.requests).toEqual([]);
  });

  it('is refused at once where the bot may not connect', async () => {
    scene.signalling.facts = { missingPermissions: ['Connect'] };
    expect(await failure(0)).toMatchObject({ code: 'VOICE_PERMISSION', missing: ['Connect'] });
    expect(VoicePermissionError).toBeDefined();
  });

  it('times out where Discord says nothing, and leaves nothing behind', async () => {
    scene.voice.knobs.isSilent = true;
    const error = await failure();
    expect(error).toBeInstanceOf(VoiceTimeoutError);
    expect(error).toMatchObject({ stage: 'signalling' });
    expect(scene.signalling.listenerCount).toBe(0);
    expect(scene.manager.connections.size).toBe(0);
    scene.voice.knobs.isSilent = false;
    expect((await scene.join()).state).toBe('ready');
  });

  it('ends when its signal aborts', async () => {
    scene.voice.knobs.isSilent = true;
    const controller = new AbortController();
    const joining = scene.manager.join(scene.target(), { signal: controller.signal });
    const refusal = expect(joining).rejects.toThrow('enough');
    await scene.advance(1_000);
    controller.abort(new Error('enough'));
    await scene.advance(6_000);
    await refusal;
    expect(scene.manager.connections.size).toBe(0);
  });

  it('says that UDP does not pass', async () => {
    scene.voice.knobs.droppedDiscoveries = 100;
    const error = await failure();
    expect(error).toBeInstanceOf(VoiceDiscoveryError);
    expect((error as Error).message).toContain('firewall');
    expect(scene.voice.udp.openSockets).toBe(0);
  });

  it('says that no mode of encryption is known', async () => {
    scene.voice.knobs.modes = ['xsalsa20_poly1305_lite'];
    expect(await failure()).toBeInstanceOf(VoiceModeError);
  });
});

describe('A join on a bad network', () => {
  it('asks for its address again until an answer comes', async () => {
    scene.voice.knobs.droppedDiscoveries = 4;
    const joining = scene.join();
    await scene.advance(3_000);
    expect((await joining).state).toBe('ready');
  });

  it('takes the fast cipher where it is offered', async () => {
    await scene.join();
    expect(scene.voice.session(scene.bot.id)?.mode).toBe('aead_aes256_gcm_rtpsize');
  });

  it('keeps its way open and its heart beating for an hour', async () => {
    const connection = await scene.join();
    await scene.advance('1h');
    expect(connection.state).toBe('ready');
    expect(connection.latencyMs).toBeGreaterThanOrEqual(0);
  });
});

describe('A stage', () => {
  it('is joined without end-to-end encryption', async () => {
    const stage = scene.guild.channel('stage');
    const alice = scene.person('alice');
    await alice.joinVoice(stage);
    const connection = await scene.join(stage);
    expect(connection.isEncrypted).toBe(false);
    expect(connection.privacyCode).toBeUndefined();
    connection.setSpeaking(true);
    expect(connection.sendOpus(Buffer.from('plain frame'))).toBe(true);
    await scene.discord.settle();
    expect(alice.hears().map(({ opus }) => opus.toString())).toEqual(['plain frame']);
  });

  it('is spoken on by requests of the signalling', async () => {
    const asked: unknown[] = [];
    const { signalling } = scene;
    Object.assign(signalling, {
      updateStage: async (request: unknown) => {
        asked.push(request);
      },
    });
    const stage = scene.guild.channel('stage');
    const connection = await scene.join(stage);
    await connection.stage.speak();
    await connection.stage.listen();
    await connection.stage.request(null);
    const place = { guildId: scene.guild.id, channelId: stage.id };
    expect(asked).toEqual([
      { ...place, suppress: false },
      { ...place, suppress: true },
      { ...place, requestToSpeakAt: null },
    ]);
  });
});

describe('Many joins', () => {
  it('leave no socket, no listener and no timer behind', async () => {
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    await scene.advance(10_000);
    const timers = scene.discord.virtualClock.pendingTimers;
    for (let round = 0; round < 100; round++) {
      const connection = await scene.manager.join(scene.target());
      await connection.leave();
      // Discord allows 120 commands a minute.
      await scene.advance(1_500);
    }
    await scene.advance(10_000);
    expect(scene.voice.udp.openSockets).toBe(0);
    expect(scene.signalling.listenerCount).toBe(0);
    expect(scene.discord.virtualClock.pendingTimers).toBe(timers);
  });
});

describe('Closing', () => {
  it('gives up a join that is under way', async () => {
    scene.voice.knobs.droppedDiscoveries = 100;
    const refusal = expect(scene.manager.join(scene.target())).rejects.toBeInstanceOf(VoiceLeftError);
    await scene.advance(100);
    const closing = scene.manager.close();
    await scene.advance(100);
    await closing;
    await refusal;
    expect(scene.voice.udp.openSockets).toBe(0);
    expect(scene.signalling.requests.at(-1)?.channelId).toBeNull();
  });
});
