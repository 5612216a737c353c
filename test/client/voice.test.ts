import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { MissingIntentError } from 'cogwork';
import { testBot } from 'cogwork/testing';
import type { OpusCodec, VoiceConnection } from 'cogwork/voice';
import { AudioSource, loadOpusCodec, OggOpusMuxer, wavHeader } from 'cogwork/voice';
import { runFfmpeg, testWithFfmpeg } from '../voice/run-ffmpeg.js';

describe('bot.voice', () => {
  test('joins a channel, is seen there, and leaves it when the bot is closed', async () => {
    const { bot, close, discord, guild } = await testBot({ voice: true });
    const lounge = guild.createChannel({ name: 'Lounge', type: 2 });
    await discord.settle();
    const voice: VoiceConnection = await bot.voice.join({ id: lounge.id, guildId: guild.id });
    expect(voice.channelId).toBe(lounge.id);
    expect(voice.isReady).toBe(true);
    expect(bot.voice.get(guild.id)).toBe(voice);
    await close();
    expect(bot.voice.connections.size).toBe(0);
    expect(discord.virtualClock.pendingTimers).toBe(0);
  });

  test.each([
    ['an id alone', '300000000000000000'],
    ['nothing', undefined],
    ['a channel without a guild', { id: '5' }],
  ])('refuses %s, and says what to give', async (_case, channel) => {
    await using world = await testBot({ voice: true });
    const joining = world.bot.voice.join(channel as never);
    await expect(joining).rejects.toMatchObject({ code: 'INVALID_OPTION', option: 'channel' });
    await expect(joining).rejects.toThrow(/bot\.channels\.get\(id\)/);
  });

  test('uses the codec, the engine and the patience with late packets that the bot is given', async () => {
    const { name, ...installed } = loadOpusCodec();
    const decoders: string[] = [];
    const opus: OpusCodec = {
      ...installed,
      name: `my ${name}`,
      createEncoder: () => loadOpusCodec().createEncoder(),
      createDecoder: () => {
        decoders.push(name);
        return loadOpusCodec().createDecoder();
      },
    };
    const { alice, bot, clock, discord, guild } = await testBot({
      voice: { opus, jitter: { delayMs: 200 } },
      channels: [{ name: 'lounge', type: 2 }],
    });
    const lounge = guild.channel('lounge');
    await alice.joinVoice(lounge);
    const voice = await bot.voice.join({ id: lounge.id, guildId: guild.id });
    Object.assign(discord.voice.knobs, { reorder: 0.2, reorderMs: 150 });
    const stream = voice.listen(alice.id);
    const said = alice.speak(Array.from({ length: 100 }, () => Buffer.from([0xfc, 1, 2, 3])));
    await clock.advance('4s');
    await said;
    expect(decoders).toEqual([name]);
    expect(voice.media.receiver.stats(alice.id)).toMatchObject({ lost: 0, late: 0 });
    expect(voice.media.receiver.stats(alice.id).reordered).toBeGreaterThan(10);
    stream.close();
    const { findings } = await bot.voice.doctor();
    expect(findings.find((finding) => finding.name === 'opus')?.detail).toBe(`my ${name}`);
  });

  test.each(['ogg', 'wav'])('plays a file (%s) in virtual time, which waits for the disk', async (type) => {
    const { heard, missedFrames } = await playFile(`song.${type}`, type === 'ogg' ? oggOf(100) : wavOf(100));
    expect({ heard, missedFrames }).toEqual({ heard: 105, missedFrames: 0 });
  });

  testWithFfmpeg('plays through ffmpeg in virtual time, which waits for it', async () => {
    const mp3 = runFfmpeg(['-f', 'lavfi', '-i', 'sine=duration=2', '-f', 'mp3', 'pipe:1']);
    const { heard, missedFrames } = await playFile('song.mp3', mp3);
    expect(Math.abs(heard - 105)).toBeLessThanOrEqual(4);
    expect(missedFrames).toBe(0);
  });

  test('refuses options of voice that nobody reads, and names the nearest', async () => {
    const options = { voice: { codec: loadOpusCodec() } } as never;
    await expect(testBot(options)).rejects.toThrow(/Unknown option 'codec' in voice/);
  });

  test('says which intent is missing when the bot did not ask for it', async () => {
    const { bot, guild } = await testBot({ intents: ['Guilds'] });
    const join = bot.voice.join({ id: guild.id, guildId: guild.id });
    await expect(join).rejects.toBeInstanceOf(MissingIntentError);
    await expect(join).rejects.toThrow('GuildVoiceStates');
  });

  test('is a reason for its intent once it is used before the start', async () => {
    const { bot } = await testBot();
    expect(bot.intents.has('GuildVoiceStates')).toBe(false);
    const other = await testBot({ voice: true });
    expect(other.bot.intents.reasonsFor('GuildVoiceStates')).toEqual(['the bot joins voice channels']);
  });
});

/** Lets a bot play a file of two seconds in a test of its own, for three. */
async function playFile(
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly heard: number; readonly missedFrames: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'cogwork-voice-'));
  writeFileSync(join(folder, name), bytes);
  const { alice, account, bot, channel, clock, close, guild } = await testBot({
    voice: true,
    channels: [{ name: 'lounge', type: 2 }],
  });
  await alice.joinVoice(channel('lounge'));
  const voice = await bot.voice.join({ id: channel('lounge').id, guildId: guild.id });
  const track = voice.play(AudioSource.file(join(folder, name)));
  await clock.advance('3s');
  expect(track.state).toBe('finished');
  const { missedFrames } = await track.finished;
  const heard = alice.hears(account).length;
  await close();
  rmSync(folder, { recursive: true });
  return { heard, missedFrames };
}

function oggOf(frames: number): Uint8Array {
  const muxer = new OggOpusMuxer();
  const pages = Array.from({ length: frames }, () => muxer.push(Uint8Array.of(0xfc, 1, 2), 960));
  return Buffer.concat([muxer.start(), ...pages, muxer.end()]);
}

function wavOf(frames: number): Uint8Array {
  const samples = Buffer.alloc(frames * 3840, 1);
  return Buffer.concat([wavHeader(samples.length), samples]);
}
