import { describe, expect, test } from '@jest/globals';
import type { SlashContext } from 'cogwork';
import { Cog, Embed, InvalidMessageError, SlashCommand } from 'cogwork';
import { testBot } from 'cogwork/testing';

/** What a handler may give where nobody checks types. */
const anything: Record<string, unknown> = {
  array: ['a'],
  boolean: true,
  empty: '',
  nothing: {},
  number: 42,
  object: { foo: 1 },
  typo: { contnt: 'x' },
};

let given: unknown;

@Cog()
class A {
  @SlashCommand('Gives something')
  async num(): Promise<unknown> {
    return given;
  }

  @SlashCommand('Gives an embed')
  embed(): Embed {
    return new Embed().setTitle('Title');
  }

  @SlashCommand('Gives the message it sent')
  sent(ctx: SlashContext): Promise<unknown> {
    return ctx.reply('sent');
  }
}

describe('what handlers return', () => {
  test.each([
    ['number', 'a number'],
    ['boolean', 'a boolean'],
    ['array', 'an array'],
    ['empty', 'an empty text'],
    ['nothing', 'an empty object'],
    ['object', "an object with 'foo', which no message has"],
    ['typo', "an object with 'contnt', which no message has (did you mean 'content'?)"],
  ])('is refused by its own name when it is %s', async (kind, words) => {
    given = anything[kind];
    const { alice, general, logs } = await testBot({ cogs: [A] });
    await alice.slash(general, 'num');
    const [entry] = logs.of('error');
    expect(entry?.fields['error']).toBeInstanceOf(InvalidMessageError);
    expect(entry?.message).toContain(`A.num returned ${words}; return a text, an embed, a view or a message`);
  });

  test('is sent when it is an embed, and not sent again when it was', async () => {
    const { alice, general } = await testBot({ cogs: [A] });
    expect((await alice.slash(general, 'embed')).embeds).toMatchObject([{ title: 'Title' }]);
    expect((await alice.slash(general, 'sent')).content).toBe('sent');
    expect(general.transcript.filter((text) => text.includes('sent'))).toHaveLength(1);
  });
});

describe('what is sent by hand', () => {
  test('is refused when no message has such an option, or there is nothing', async () => {
    const { bot, general } = await testBot({ cogs: [A] });
    const channel = bot.channels.get(general.id) as unknown as { send(payload: unknown): Promise<unknown> };
    await expect(channel.send({ contnt: 'x' })).rejects.toThrow(/'contnt', .* \(did you mean 'content'\?\)/);
    await expect(channel.send(undefined)).rejects.toThrow(InvalidMessageError);
    await expect(channel.send(7)).rejects.toThrow(/a number was given/);
  });
});
