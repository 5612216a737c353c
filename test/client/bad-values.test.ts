import { afterEach, describe, expect, test } from '@jest/globals';
import type { BotOptions, SlashContext } from 'cogwork';
import { Bot, Cog, CommandSyncError, Intents, InvalidOptionError, Rest, SlashCommand } from 'cogwork';
import { testBot } from 'cogwork/testing';

function refusalOf(make: () => unknown): Error {
  try {
    make();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was refused');
}

describe('options of a wrong kind', () => {
  test.each([
    ['a number in a list of intents', { intents: [1, 512] }, /^1 is no intent; give names/],
    ['intents that Discord does not have', { intents: 2 ** 40 }, /are no intents/],
    ['a negative number of intents', { intents: -1 }, /are no intents/],
    ['a prefix that is no text', { prefix: 5 }, /`prefix` is 5; give a text such as '!'/],
    ['an empty prefix', { prefix: '' }, /`prefix` is ""/],
    ['a key of another length', { stateKey: new Uint8Array(16) }, /`stateKey` has 16 bytes; give 32/],
    ['a key that is a text', { stateKey: 'secret' }, /`stateKey` is a string/],
  ])('are refused: %s', (_name, options, words) => {
    const error = refusalOf(() => new Bot(options as unknown as BotOptions));
    expect(error).toBeInstanceOf(InvalidOptionError);
    expect(error.message).toMatch(words);
  });

  test('leave every set of real intents as it is', () => {
    expect(new Intents(Intents.all().value).equals(Intents.all())).toBe(true);
    expect(() => new Bot({ prefix: ['!', ''], stateKey: new Uint8Array(32) })).not.toThrow();
  });

  test.each([
    ['shards that are a number', { shards: -1 }, /`shards` is -1; give 'auto' or .* \{ count: 4 \}/],
    ['shards that are zero', { shards: 0 }, /`shards` is 0/],
    [
      'a status there is not',
      { gateway: { presence: { status: 'busy' } } },
      /no status 'busy'; there are online, idle/,
    ],
  ])('are refused when the bot starts: %s', async (_name, options, words) => {
    await expect(testBot(options as never)).rejects.toThrow(words);
  });
});

describe('the address of the API', () => {
  afterEach(() => {
    delete process.env['COGWORK_API_URL'];
  });

  test.each(['127.0.0.1:4555', 'localhost:4555'])(
    'is refused when it is %s, with the name of its variable',
    (text) => {
      process.env['COGWORK_API_URL'] = text;
      expect(refusalOf(() => new Rest('token')).message).toMatch(
        /not a URL of http or https; .* as COGWORK_API_URL/,
      );
    },
  );

  test('stands in the error when it leads nowhere or to another place', async () => {
    const { discord } = await testBot();
    process.env['COGWORK_API_URL'] = discord.apiUrl.replace('/api', '');
    const rest = new Rest('token', { dispatcher: () => discord.dispatcher() });
    await expect(rest.gateway.getBot()).rejects.toThrow(
      /: 404 (?!404).*\n.*from COGWORK_API_URL\. .*"\/api"/,
    );
    await rest.close();
  });
});

describe('commands of a guild where the bot may not register any', () => {
  @Cog()
  class Away {
    @SlashCommand({ description: 'Elsewhere', guilds: ['123456789012345678'] })
    elsewhere(_ctx: SlashContext): void {}
  }

  test('name the guild and the command', async () => {
    const error = await testBot({ cogs: [Away] }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CommandSyncError);
    expect((error as Error).message).toMatch(
      /commands of guild 123456789012345678, which Away\.elsewhere asks for/,
    );
  });
});
