import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { silentLogger } from '../../src/utils/silent-logger.js';
import { VoiceManager } from '../../src/voice/voice-manager.js';
import { recordingSockets } from './support/recording-sockets.js';
import { VoiceScene } from './support/voice-scene.js';

let scene: VoiceScene;
let recorded: ReturnType<typeof recordingSockets>;
let manager: VoiceManager;

beforeEach(async () => {
  scene = await VoiceScene.create();
  recorded = recordingSockets(scene.discord.sockets);
  manager = new VoiceManager({
    clock: scene.discord.clock,
    logger: silentLogger,
    signalling: scene.signalling,
    sockets: recorded.sockets,
    udp: scene.discord.udp,
    random: () => 0.5,
  });
});

afterEach(async () => {
  const closed = manager.close();
  await scene.advance(6_000);
  await closed;
  expect(scene.voice.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

/** Opcodes of documented messages, in order; those of the bot with `>`. */
function opcodes(): string[] {
  return recorded.wire
    .filter(({ op }) => op <= 13 || (op >= 21 && op <= 31))
    .map(({ from, op }) => `${from === 'bot' ? '>' : '<'}${op}`);
}

describe.each(['aead_aes256_gcm_rtpsize', 'aead_xchacha20_poly1305_rtpsize'])(
  'The handshake in %s',
  (mode) => {
    beforeEach(() => {
      scene.voice.knobs.modes = [mode];
    });

    it('of the first in a call says who, how and from where, announces the source, and offers a key package', async () => {
      await manager.join(scene.target());
      await scene.discord.settle();
      expect(recorded.urls).toHaveLength(1);
      expect(recorded.urls[0]).toMatch(/\?v=8$/);
      const bots = recorded.wire.filter(({ from }) => from === 'bot');
      const ready = recorded.wire.find(({ op }) => op === 2)!.data as Record<string, unknown>;
      expect(bots).toEqual([
        {
          from: 'bot',
          op: 0,
          data: {
            server_id: scene.guild.id,
            user_id: scene.bot.id,
            session_id: expect.any(String),
            token: expect.any(String),
            max_dave_protocol_version: 1,
          },
        },
        {
          from: 'bot',
          op: 1,
          data: { protocol: 'udp', data: { address: expect.any(String), port: expect.any(Number), mode } },
        },
        { from: 'bot', op: 5, data: { speaking: 0, delay: 0, ssrc: ready['ssrc'] } },
        { from: 'bot', op: 26, data: expect.stringMatching(/^3\d\d bytes$/) },
      ]);
      expect(opcodes()).toEqual(['>0', '<8', '<2', '>1', '<4', '>5', '>26', '<25']);
    });

    it('of a second one commits, and is not told to be ready for transition 0', async () => {
      const alice = scene.person('alice');
      await alice.joinVoice(scene.lounge);
      await manager.join(scene.target());
      await scene.advance(2_000);
      const all = opcodes();
      expect(all.slice(0, 6)).toEqual(['>0', '<8', '<2', '>1', '<11', '<4']);
      expect(all.filter((message) => message.startsWith('>'))).toEqual(['>0', '>1', '>5', '>26', '>28']);
      expect(all.filter((message) => /^<2[579]$|^<11$|^<30$/.test(message)).sort()).toEqual(
        ['<11', '<25', '<27', expect.stringMatching(/^<29$|^<30$/)].sort(),
      );
    });
  },
);

it('Messages that nobody documents change nothing, and are counted for the resume', async () => {
  await manager.join(scene.target());
  const session = scene.voice.session(scene.bot.id)!;
  for (const op of [10, 12, 14, 15, 16, 17, 18, 19, 20, 32, 99])
    for (const data of [null, 7, 'x', [], { user_id: '1', codecs: {} }]) session.tell(op, data);
  await scene.advance(1_000);
  expect(manager.get(scene.guild.id)?.isReady).toBe(true);
  session.cut();
  await scene.advance(3_000);
  expect(manager.get(scene.guild.id)?.isReady).toBe(true);
  const resume = recorded.wire.find(({ op }) => op === 7)!.data as Record<string, unknown>;
  expect(resume['seq_ack']).toBeGreaterThanOrEqual(55);
  expect(scene.voice.identifies).toBe(1);
});

it.each([2, 4, 5, 8, 11, 13, 21, 22, 24])(
  'A message with opcode %i that makes no sense is survived',
  async (op) => {
    await manager.join(scene.target());
    const session = scene.voice.session(scene.bot.id)!;
    if (op !== 2 && op !== 4)
      for (const data of [null, 7, 'x', [], {}, { user_ids: 3 }]) session.tell(op, data);
    for (const data of [null, 7, 'x']) session.send(op, data);
    for (const mlsOp of [25, 27, 29, 30]) session.tellBinary(mlsOp, Buffer.from([op, 1, 2, 3]));
    await scene.advance(10_000);
    expect(manager.get(scene.guild.id)?.isReady).toBe(true);
    const alice = scene.person('alice');
    await alice.joinVoice(scene.lounge);
    await scene.advance(5_000);
    expect(manager.get(scene.guild.id)?.privacyCode).toMatch(/^\d{30}$/);
  },
);
