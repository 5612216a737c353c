import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { numberedFrames, numberOf, VoiceScene } from './support/voice-scene.js';

let scene: VoiceScene;

beforeEach(async () => {
  scene = await VoiceScene.create();
});

afterEach(async () => {
  await scene[Symbol.asyncDispose]();
});

describe('Joining', () => {
  it('is ready alone, and leaves no trace when it leaves', async () => {
    const connection = await scene.join();
    expect(connection.state).toBe('ready');
    expect(connection.isReady).toBe(true);
    await connection.leave();
    expect(connection.state).toBe('disconnected');
    expect(scene.signalling.listenerCount).toBe(0);
    expect(scene.voice.udp.openSockets).toBe(0);
    expect(scene.voice.violations).toEqual([]);
  });

  it.each([['aead_aes256_gcm_rtpsize'], ['aead_xchacha20_poly1305_rtpsize']])(
    'speaks with people and hears them in %s',
    async (mode) => {
      scene.voice.knobs.modes = [mode];
      const alice = scene.person('alice');
      await alice.joinVoice(scene.lounge);
      const connection = await scene.join();
      const heard: number[] = [];
      connection.onPacket(({ opus, userId }) => {
        expect(userId).toBe(alice.id);
        heard.push(numberOf(opus) ?? -1);
      });
      connection.setSpeaking(true);
      for (const frame of numberedFrames(10)) expect(connection.sendOpus(frame)).toBe(true);
      for (let rest = 0; rest < 5; rest++) connection.sendOpus(Buffer.from([0xf8, 0xff, 0xfe]));
      connection.setSpeaking(false);
      const said = alice.speak(numberedFrames(10));
      await scene.advance(1_000);
      await said;
      expect(alice.hears(scene.bot).map(({ opus }) => numberOf(opus))).toEqual([
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(heard).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1, -1, -1, -1, -1]);
      expect(scene.voice.session(scene.bot.id)?.mode).toBe(mode);
      expect(connection.encryptionMode).toBe(mode);
      expect(scene.voice.violations).toEqual([]);
    },
  );
});
