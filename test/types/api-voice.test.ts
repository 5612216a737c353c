import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { testBot } from 'cogwork/testing';
import { loadOpusCodec, OggOpusMuxer } from 'cogwork/voice';
import { useVoice } from './api-voice.js';

test('a bot plays, listens and records in a call, as the public surface says', async () => {
  const { alice, bot, channel, clock, close, guild } = await testBot({
    voice: true,
    channels: [{ name: 'lounge', type: 2 }],
  });
  const directory = mkdtempSync(join(tmpdir(), 'cogwork-api-voice-'));
  const encoder = loadOpusCodec().createEncoder();
  const packets = Array.from({ length: 100 }, () => encoder.encode(new Int16Array(1920).fill(500)));
  const muxer = new OggOpusMuxer();
  const pages = packets.map((packet) => muxer.push(packet, 960));
  writeFileSync(join(directory, 'song.ogg'), Buffer.concat([muxer.start(), ...pages, muxer.end()]));
  const lounge = channel('lounge');
  await alice.joinVoice(lounge);
  await clock.advance('1s');
  const using = useVoice(bot, { id: lounge.id, guildId: guild.id }, alice.id, directory);
  let isDone = false;
  void using.finally(() => {
    isDone = true;
  });
  for (let round = 0; round < 100 && !isDone; round++) {
    const speaking = alice.speak(packets.slice(0, 25));
    await clock.advance('1s');
    await speaking;
  }
  const { end, heardSamples, recorded } = await using;
  expect(end).toEqual({ reason: 'ended', positionMs: 2000, missedFrames: 0 });
  expect(heardSamples).toBe(48_000);
  expect(recorded.tracks).toMatchObject([{ userId: alice.id, error: undefined }]);
  await close();
  rmSync(directory, { recursive: true });
});
