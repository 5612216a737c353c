import { describe, expect, test } from '@jest/globals';
import { Bot, Client, InvalidOptionError } from 'cogwork';

function refusal(make: () => unknown): InvalidOptionError {
  try {
    make();
  } catch (error) {
    return error as InvalidOptionError;
  }
  throw new Error('the options were accepted');
}

describe('an option that nobody reads', () => {
  test('is named with the nearest one that exists', () => {
    const error = refusal(() => new Bot({ cog: [] } as object));
    expect(error).toBeInstanceOf(InvalidOptionError);
    expect(error.code).toBe('INVALID_OPTION');
    expect(error.option).toBe('cog');
    expect(error.message).toContain("Did you mean 'cogs'?");
  });

  test('is found in the groups too', () => {
    expect(refusal(() => new Bot({ cache: { mesages: 5 } } as object)).message).toContain("'messages'");
    expect(refusal(() => new Bot({ gateway: { largeTreshold: 50 } } as object)).message).toContain(
      'largeThreshold',
    );
    expect(refusal(() => new Bot({ rest: { timeoutMS: 1 } } as object)).message).toContain('timeoutMs');
  });

  test('that only a bot reads is refused by a plain client', () => {
    expect(refusal(() => new Client({ cogs: [] } as object)).message).toContain("'cogs'");
  });

  test('that resembles nothing lists what there is', () => {
    expect(refusal(() => new Bot({ qqqqqqqqqqqqqqqqqqqq: 1 } as object)).message).toContain('syncCommands');
  });
});

test('an intent that does not exist is refused with the nearest name', () => {
  expect(refusal(() => new Bot({ intents: 'GuildMesages' as never })).message).toContain('GuildMessages');
});
