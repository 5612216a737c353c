/** Test that docs/voice.md shows; it has to stand there word by word. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { testBot } from 'cogwork/testing';
import { AudioSource } from 'cogwork/voice';

test('alice hears the greeting', async () => {
  const { alice, account, bot, channel, clock, guild } = await testBot({
    voice: true,
    channels: [{ name: 'lounge', type: 2 }],
  });
  await alice.joinVoice(channel('lounge'));
  const voice = await bot.voice.join({ guildId: guild.id, id: channel('lounge').id });
  voice.play(AudioSource.generator(() => Array<Uint8Array>(50).fill(Uint8Array.of(0xfc, 1, 2))));
  await clock.advance('2s');
  expect(alice.hears(account)).toHaveLength(55); // a second, and five frames of silence
  const heard = voice.listen(alice.id, { format: 'opus' });
  const said = alice.speak([Uint8Array.of(0xfc, 7)]); // packets, or samples as bytes
  await clock.advance('1s');
  await said;
  expect((await heard.next()).value?.opus).toEqual(Buffer.from([0xfc, 7]));
});

test('The guide to voice shows this test', () => {
  const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const [, shown = ''] =
    /```ts\n\/\/ greeter\.test\.ts\n([\s\S]*?)```/.exec(readFileSync('docs/voice.md', 'utf8')) ?? [];
  const [, body = ''] = /(test\('alice hears[\s\S]*)/.exec(shown) ?? [];
  expect(body).not.toBe('');
  expect(words(readFileSync('test/docs/greeter.test.ts', 'utf8'))).toContain(words(body));
});
