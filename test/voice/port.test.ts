import { describe, expect, it } from '@jest/globals';
import { Emulator } from '../../src/emulator/index.js';
import { silentLogger } from '../../src/utils/silent-logger.js';
import { SystemClock } from '../../src/utils/system-clock.js';
import { WsSocketFactory } from '../../src/utils/ws-socket-factory.js';
import { loadOpusCodec } from '../../src/voice/opus/load-opus-codec.js';
import type { OpusCodec } from '../../src/voice/opus/opus-codec.js';
import { voiceDoctor } from '../../src/voice/voice-doctor.js';
import { VoiceManager } from '../../src/voice/voice-manager.js';
import { RawBot } from '../emulator/raw-bot.js';
import { onlyCodec } from './support/only-codec.js';
import { numberedFrames, numberOf, RawSignalling } from './support/voice-scene.js';

describe('A voice server on a port', () => {
  it('is reached by real WebSockets and real UDP', async () => {
    await using discord = new Emulator({ clock: 'real' });
    const bot = discord.createBot();
    const alice = discord.createUser('alice');
    const guild = discord.createGuild({ channels: [{ name: 'lounge', type: 2 }], members: [bot, alice] });
    const raw = await RawBot.create(discord, bot);
    await raw.start((1 << 0) | (1 << 7));
    await discord.listen();
    const lounge = guild.channel('lounge');
    await alice.joinVoice(lounge);
    const clock = new SystemClock();
    const manager = new VoiceManager({
      clock,
      logger: silentLogger,
      signalling: new RawSignalling(raw, bot.id),
      sockets: new WsSocketFactory(),
    });
    const connection = await manager.join({ id: lounge.id, guildId: guild.id });
    const heard: number[] = [];
    const all = new Promise<void>((resolve) => {
      connection.onPacket(({ opus }) => {
        const number = numberOf(opus);
        if (number !== undefined && heard.push(number) === 5) resolve();
      });
    });
    connection.setSpeaking(true);
    for (const frame of numberedFrames(5)) expect(connection.sendOpus(frame)).toBe(true);
    await alice.speak(numberedFrames(5));
    await all;
    expect(heard).toEqual([0, 1, 2, 3, 4]);
    expect(alice.hears(bot).map(({ opus }) => numberOf(opus))).toEqual([0, 1, 2, 3, 4]);
    await manager.close();
    raw.close(1000);
    expect(discord.voice.violations).toEqual([]);
  });

  it('needs no other port for its WebSocket than the one of the emulator', async () => {
    await using discord = new Emulator({ clock: 'real' });
    const bot = discord.createBot();
    const guild = discord.createGuild({ channels: [{ name: 'lounge', type: 2 }], members: [bot] });
    const { port } = await discord.listen();
    const raw = await RawBot.create(discord, bot);
    await raw.start((1 << 0) | (1 << 7));
    const opened: string[] = [];
    const sockets = new WsSocketFactory();
    const manager = new VoiceManager({
      clock: new SystemClock(),
      logger: silentLogger,
      signalling: new RawSignalling(raw, bot.id),
      sockets: {
        open(url, ...rest) {
          opened.push(url);
          return sockets.open(url, ...rest);
        },
      },
    });
    await manager.join({ id: guild.channel('lounge').id, guildId: guild.id });
    expect(opened).toEqual([`ws://127.0.0.1:${port}/voice/?v=8`]);
    await manager.close();
    raw.close(1000);
  });
});

describe('The doctor', () => {
  it('finds what is there, and says what to do about what is not', async () => {
    const report = await voiceDoctor({ ffmpegPath: '/nowhere/ffmpeg' });
    const found = Object.fromEntries(report.findings.map(({ name, isThere }) => [name, isThere]));
    expect(found).toMatchObject({ 'xchacha20-poly1305': true, dave: true, udp: true, ffmpeg: false });
    expect(report.findings.find(({ name }) => name === 'ffmpeg')?.detail).toContain('install ffmpeg');
    expect(report.findings.find(({ name }) => name === 'dave')?.detail).toContain('protocol 1');
    expect(report.isUsable).toBe(true);
  });

  it('tells which codec there is, and that one that repairs losses would be better', async () => {
    const opus = async (codec: () => OpusCodec): Promise<Record<string, string | false>> => {
      const { findings, isUsable } = await voiceDoctor({ codec });
      expect(isUsable).toBe(findings.find(({ name }) => name === 'opus')?.isThere);
      return Object.fromEntries(
        findings
          .filter(({ name }) => name.startsWith('opus'))
          .map(({ name, isThere, detail }) => [name, isThere && detail]),
      );
    };
    const both = '@discordjs/opus and @evan/opus';
    expect(await opus(loadOpusCodec)).toEqual({ opus: both, 'opus-repair': both });
    expect(await opus(() => onlyCodec('mediaplex'))).toEqual({ opus: 'mediaplex', 'opus-repair': false });
    expect(await opus(() => onlyCodec('nothing'))).toEqual({ opus: false, 'opus-repair': false });
  });
});
