import { expect, test } from '@jest/globals';
import { Cog, Listen, type Message } from 'cogwork';
import { testBot } from 'cogwork/testing';
import { loadOpusCodec, OggOpusMuxer, voiceMessage } from 'cogwork/voice';
import { framesOf, joined, tone } from './support/sound.js';

/** Ogg file of a second of silence, a second that is loud, and half a second that is less so. */
function song(): Buffer {
  const encoder = loadOpusCodec().createEncoder();
  const muxer = new OggOpusMuxer();
  const sound = joined([new Int16Array(96_000), tone(440, 1, 30_000), tone(440, 0.5, 8_000)]);
  const pages = framesOf(sound).map((frame) => muxer.push(encoder.encode(frame), 960));
  return Buffer.concat([muxer.start(), ...pages, muxer.end()]);
}

test('A voice message tells its length and its loudness over time', async () => {
  const { name, contentType, voice } = await voiceMessage(song());
  expect({ name, contentType }).toEqual({ name: 'voice-message.ogg', contentType: 'audio/ogg' });
  expect(voice.durationSeconds).toBe(2.5);
  const waveform = [...Buffer.from(voice.waveform, 'base64')];
  expect(waveform).toHaveLength(25);
  const [silent, loud, low] = [waveform.slice(0, 10), waveform.slice(11, 20), waveform.slice(21)];
  expect(Math.max(...silent)).toBeLessThan(10);
  expect(Math.min(...loud)).toBeGreaterThan(200);
  expect(Math.max(...low)).toBeLessThan(90);
  expect(Math.min(...low)).toBeGreaterThan(40);
});

test('A voice message of minutes has 256 samples, and what is no Ogg is refused', async () => {
  const muxer = new OggOpusMuxer();
  const packet = loadOpusCodec().createEncoder().encode(new Int16Array(1920));
  const pages = Array.from({ length: 1400 }, () => muxer.push(packet, 960));
  const { voice } = await voiceMessage(Buffer.concat([muxer.start(), ...pages, muxer.end()]));
  expect(Buffer.from(voice.waveform, 'base64')).toHaveLength(256);
  await expect(voiceMessage(Buffer.from('no sound'))).rejects.toMatchObject({ code: 'INVALID_AUDIO' });
});

test('A voice message arrives as one', async () => {
  @Cog()
  class Voices {
    @Listen('messageCreate')
    async answer({ author, channel }: Message): Promise<void> {
      if (!author.bot) await channel?.send({ files: [await voiceMessage(song())] });
    }
  }
  const { alice, bot, general } = await testBot({ cogs: [Voices] });
  const sent = bot.waitFor('messageCreate', ({ author }) => author.bot);
  await alice.say(general, 'say it');
  const { id } = await sent;
  const message = await bot.rest.channels.getMessage(general.id, id);
  expect(message.flags! & 8192).toBe(8192);
  expect(message.attachments[0]).toMatchObject({ duration_secs: 2.5, content_type: 'audio/ogg' });
  expect(Buffer.from(message.attachments[0]!.waveform!, 'base64')).toHaveLength(25);
});
