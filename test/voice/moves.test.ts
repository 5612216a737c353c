import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { VoiceTimeoutError } from '../../src/errors/voice-timeout-error.js';
import { numberedFrames, numberOf, VoiceScene } from './support/voice-scene.js';

let scene: VoiceScene;

beforeEach(async () => {
  scene = await VoiceScene.create();
});

afterEach(async () => {
  expect(scene.voice.violations).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

const moveBot = (channelId: string): Promise<unknown> =>
  scene.raw.rest('PATCH', `/guilds/${scene.guild.id}/members/${scene.bot.id}`, { channel_id: channelId });

describe.each([['state'], ['server']] as const)('With the %s told first', (firstEvent) => {
  beforeEach(() => {
    scene.voice.knobs.firstEvent = firstEvent;
  });

  it('joins', async () => {
    const connection = await scene.join();
    expect(connection.state).toBe('ready');
    expect(scene.voice.identifies).toBe(1);
  });

  it('moves on its own wish, to a new group with a new source', async () => {
    const bob = scene.person('bob');
    await bob.joinVoice(scene.studio);
    const connection = await scene.join();
    const before = connection.ssrc;
    const moved = connection.move(scene.studio);
    await scene.advance(1_000);
    await moved;
    expect(connection.channelId).toBe(scene.studio.id);
    expect(connection.ssrc).not.toBe(before);
    expect(scene.voice.call(scene.studio.id).dave.memberIds).toHaveLength(2);
    connection.setSpeaking(true);
    for (const frame of numberedFrames(3)) expect(connection.sendOpus(frame)).toBe(true);
    await scene.discord.settle();
    expect(bob.hears(scene.bot).map(({ opus }) => numberOf(opus))).toEqual([0, 1, 2]);
    expect(scene.endings).toEqual([]);
  });

  it('follows a moderator', async () => {
    const bob = scene.person('bob');
    await bob.joinVoice(scene.studio);
    const connection = await scene.join();
    await moveBot(scene.studio.id);
    await scene.advance(1_000);
    expect(connection.state).toBe('ready');
    expect(connection.channelId).toBe(scene.studio.id);
    expect(connection.privacyCode).toHaveLength(30);
    expect(connection.privacyCode).toBe((await bob.joinVoice(scene.studio)).privacyCode);
    expect(scene.endings).toEqual([]);
  });
});

describe('A move', () => {
  it('whose server is told late keeps the player waiting, not failing', async () => {
    const connection = await scene.join();
    scene.voice.knobs.serverDelayMs = 3_000;
    await moveBot(scene.studio.id);
    await scene.advance(1_000);
    expect(connection.state).toBe('moving');
    await scene.advance(3_000);
    expect(connection.state).toBe('ready');
    expect(scene.endings).toEqual([]);
  });

  it('whose server is never told is asked for again', async () => {
    const connection = await scene.join();
    scene.voice.knobs.serverDelayMs = 9_000_000;
    await moveBot(scene.studio.id);
    await scene.advance(2_000);
    scene.voice.knobs.serverDelayMs = 0;
    await scene.advance(10_000);
    expect(connection.state).toBe('ready');
    expect(connection.channelId).toBe(scene.studio.id);
  });

  it('back and forth within a second ends where it ended', async () => {
    const connection = await scene.join();
    for (const channel of [scene.studio, scene.lounge, scene.studio]) {
      await moveBot(channel.id);
      await scene.advance(100);
    }
    await scene.advance(6_000);
    expect(connection.state).toBe('ready');
    expect(connection.channelId).toBe(scene.studio.id);
    expect(scene.voice.session(scene.bot.id)?.ticket.channelId).toBe(scene.studio.id);
  });
});

describe('A change of server', () => {
  it.each([[undefined], [4014], [4022]])('with close code %p is followed', async (closeCode) => {
    const connection = await scene.join();
    const before = connection.ssrc;
    scene.voice.changeServer(scene.bot.id, closeCode);
    await scene.advance(2_000);
    expect(connection.state).toBe('ready');
    expect(connection.ssrc).not.toBe(before);
    expect(scene.endings).toEqual([]);
  });

  it('without a server waits for one', async () => {
    const connection = await scene.join();
    scene.voice.loseServer(scene.bot.id);
    await scene.advance(20_000);
    expect(connection.state).toBe('moving');
    expect(connection.isReady).toBe(false);
    expect(connection.sendOpus(numberedFrames(1)[0]!)).toBe(false);
    scene.voice.changeServer(scene.bot.id);
    await scene.advance(1_000);
    expect(connection.state).toBe('ready');
  });

  it('without a server for half a minute is the end', async () => {
    await scene.join();
    scene.voice.loseServer(scene.bot.id);
    await scene.advance(31_000);
    expect(scene.endings[0]).toBeInstanceOf(VoiceTimeoutError);
  });
});

describe('Commands of one guild', () => {
  it('run one after the other', async () => {
    const { manager } = scene;
    const done: string[] = [];
    const all = [
      manager.join(scene.target(scene.lounge)).then(() => done.push('join')),
      manager.join(scene.target(scene.studio)).then(() => done.push('move')),
      manager.leave(scene.guild.id).then(() => done.push('leave')),
      manager.join(scene.target(scene.lounge)).then(() => done.push('join again')),
    ];
    await scene.advance(2_000);
    await Promise.all(all);
    expect(done).toEqual(['join', 'move', 'leave', 'join again']);
    expect(manager.get(scene.guild.id)?.state).toBe('ready');
    expect(scene.signalling.requests.map(({ channelId }) => channelId)).toEqual([
      scene.lounge.id,
      scene.studio.id,
      null,
      scene.lounge.id,
    ]);
  });

  it('leave first where the bot is still there from an earlier life', async () => {
    scene.raw.sendRaw(
      JSON.stringify({
        op: 4,
        d: { guild_id: scene.guild.id, channel_id: scene.lounge.id, self_mute: false, self_deaf: false },
      }),
    );
    await scene.discord.settle();
    scene.signalling.ghostChannelId = scene.lounge.id;
    const connection = await scene.join();
    expect(connection.state).toBe('ready');
    expect(scene.signalling.requests[0]?.channelId).toBeNull();
  });
});
