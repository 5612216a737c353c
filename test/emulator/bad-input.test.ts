import { describe, expect, test } from '@jest/globals';
import { InvalidInvocationError, InvalidOptionError } from 'cogwork';
import { Emulator } from 'cogwork/emulator';
import { testBot } from 'cogwork/testing';

describe('an emulator that is used wrongly', () => {
  test('refuses options that it does not have', () => {
    expect(() => new Emulator({ startMS: 0 } as never)).toThrow(InvalidOptionError);
    expect(() => new Emulator({ startMS: 0 } as never)).toThrow(/'startMS'\. Did you mean 'startMs'/);
  });

  test('refuses people without a name, and names in the place of people', () => {
    const discord = new Emulator();
    expect(() => discord.createUser('')).toThrow(InvalidInvocationError);
    expect(() => discord.createGuild({ members: ['alice'] as never })).toThrow(
      /"alice" .* createUser\("alice"\)/,
    );
  });

  test('refuses what the client would not send', async () => {
    const { alice, general } = await testBot();
    expect((await alice.say(general, 'x'.repeat(2000))).content).toHaveLength(2000);
    await expect(alice.say(general, 'x'.repeat(2001))).rejects.toThrow(
      /at most 2000 characters, .* has 2001/,
    );
    await expect(alice.say(general, '')).rejects.toThrow(/no empty message/);
  });

  test('refuses to click on what is no button', async () => {
    const { alice } = await testBot();
    await expect(alice.click('Yes' as never)).rejects.toThrow(InvalidInvocationError);
    await expect(alice.select({} as never, 'a')).rejects.toThrow(/message\.select\(\)/);
  });
});
