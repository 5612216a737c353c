import { describe, expect, test } from '@jest/globals';
import { Bot, Cog, CommandGroup, Option, SlashCommand } from 'cogwork';

const long = 'x'.repeat(100);

/** Choices that count 200 characters each. */
const choices = Array.from({ length: 25 }, (_, index) => ({
  name: `${index}`.padEnd(100, 'n'),
  value: `${index}`.padEnd(100, 'v'),
}));

describe('the 8,000 characters of a command', () => {
  test('are counted over names, descriptions and choices', () => {
    @Cog()
    class Long {
      @SlashCommand(long, {
        a: Option.string(long, { choices }),
        b: Option.string('x'),
        c: Option.string('x'),
      })
      fits(): void {}
    }
    @Cog()
    class TooLong {
      @SlashCommand(long, { a: Option.string(long, { choices }), b: Option.string(long, { choices }) })
      tooLong(): void {}
    }
    expect(() => new Bot({ cogs: [Long] })).not.toThrow();
    expect(() => new Bot({ cogs: [TooLong] })).toThrow(
      /^TooLong\.tooLong: makes "too-long" 10310 characters long.*Discord takes 8000/,
    );
  });

  test('are those of a whole group', () => {
    const options = { a: Option.string('x', { choices }) };
    @Cog()
    @CommandGroup('group', 'x')
    class Group {
      @SlashCommand('x', options)
      first(): void {}

      @SlashCommand('x', options)
      second(): void {}
    }
    expect(() => new Bot({ cogs: [Group] })).toThrow(/^Group\.second: makes "group" 100\d\d characters long/);
  });

  test('are counted in the longest language', () => {
    @Cog()
    class Translated {
      @SlashCommand(
        { description: 'x', descriptionLocalizations: { de: long } },
        {
          a: Option.string('x', {
            choices: choices.map((choice) => ({ ...choice, nameLocalizations: { de: long } })),
          }),
          b: Option.string('x', { choices: choices.slice(0, 14) }),
        },
      )
      run(): void {}
    }
    expect(() => new Bot({ cogs: [Translated] })).not.toThrow();
  });
});
