import { describe, expect, test } from '@jest/globals';
import { Cog } from '../../../src/cogs/cog.js';
import type { PrefixCommandSettings } from '../../../src/commands/command-settings.js';
import { PrefixCommand } from '../../../src/commands/prefix/prefix-command.js';
import type { OptionsClass } from '../../../src/schema/compiled-option.js';
import { Option } from '../../../src/schema/option.js';
import { CommandBench } from '../support/command-bench.js';

/** What a command with these options makes of a text: its options, or the name of the error. */
async function parse(
  options: OptionsClass,
  text: string,
  settings: PrefixCommandSettings = {},
): Promise<unknown> {
  let given: unknown;
  class Parsing {
    run(_ctx: unknown, values: object): void {
      given = { ...values };
    }
  }
  const descriptor = Object.getOwnPropertyDescriptor(Parsing.prototype, 'run')!;
  PrefixCommand('x', options, settings)(Parsing.prototype, 'run', descriptor);
  Cog()(Parsing);
  const bench = new CommandBench().add(Parsing);
  const handle = (_ctx: unknown, error: Error): void => {
    given = error.name;
  };
  bench.tools.errors.add({ errorClass: Error, handle });
  await bench.say(`!run${text === '' ? '' : ' '}${text}`);
  return given;
}

class IntThenRest {
  @Option.integer('x') x!: number;
  @Option.string('x', { rest: true }) rest!: string;
}

class MaybeIntThenWord {
  @Option.integer('x', { required: false, skippable: true }) x?: number;
  @Option.string('x') y!: string;
}

class MaybeSevenThenRest {
  @Option.integer('x', { skippable: true }) a = 7;
  @Option.string('x', { rest: true }) rest!: string;
}

class GreedyThenRest {
  @Option.list('x', Option.integer('x'), { greedy: true }) n: number[] = [];
  @Option.string('x', { rest: true }) r = 'd';
}

class Variadic {
  @Option.list('x', Option.integer('x')) args: number[] = [];
}

class RequiredVariadic {
  @Option.list('x', Option.integer('x')) args!: number[];
}

class TwoWords {
  @Option.string('x') a!: string;
  @Option.string('x') b = 'z';
}

class Literal {
  @Option.union('x', [Option.choice('x', ['a']), Option.choice('x', [1])]) k!: 'a' | 1;
}

class IntOrBoolean {
  @Option.union('x', [Option.integer('x'), Option.boolean('x')]) k!: number | boolean;
}

class Flags {
  @Option.string('x') name!: string;
  @Option.integer('x') n = 3;
  @Option.list('x', Option.string('x')) tags: string[] = [];
}

class Raw {
  @Option.string('x', { rest: 'raw' }) rest!: string;
}

class Rest {
  @Option.string('x', { rest: true }) rest!: string;
}

describe('arguments of prefix commands', () => {
  test.each<[OptionsClass, string, unknown, PrefixCommandSettings?]>([
    [IntThenRest, '5 "hello world"  tail ', { x: 5, rest: '"hello world"  tail' }],
    [MaybeIntThenWord, 'abc def', { x: undefined, y: 'abc' }],
    [MaybeIntThenWord, '4 def', { x: 4, y: 'def' }],
    [MaybeSevenThenRest, 'hello there', { a: 7, rest: 'hello there' }],
    [MaybeIntThenWord, '"un abc', 'ExpectedClosingQuoteError'],
    [GreedyThenRest, '1 2 3 x y', { n: [1, 2, 3], r: 'x y' }],
    [GreedyThenRest, '', { n: [], r: 'd' }],
    [Variadic, '', { args: [] }],
    [Variadic, '1 2', { args: [1, 2] }],
    [Variadic, '1 2 x', 'OptionValueError'],
    [RequiredVariadic, '', 'MissingArgumentError'],
    [TwoWords, 'one two three', { a: 'one', b: 'two' }],
    [TwoWords, 'one two three', 'TooManyArgumentsError', { strict: true }],
    [TwoWords, 'one two', { a: 'one', b: 'two' }, { strict: true }],
    [TwoWords, 'o"ne', 'UnexpectedQuoteError'],
    [TwoWords, '"a"b', 'InvalidEndOfQuotedStringError'],
    [TwoWords, String.raw`"a \"q\" \n" x`, { a: String.raw`a "q" \n`, b: 'x' }],
    [Literal, '1', { k: 1 }],
    [Literal, 'a', { k: 'a' }],
    [Literal, 'b', 'OptionValueError'],
    [IntOrBoolean, 'yes', { k: true }],
    [IntOrBoolean, '3', { k: 3 }],
    [IntOrBoolean, 'zz', 'OptionValueError'],
    [
      Flags,
      'name: bob the builder tags: x tags: y',
      { name: 'bob the builder', n: 3, tags: ['x', 'y'] },
      { flags: true },
    ],
    [Flags, '--n 5 --name bob', { name: 'bob', n: 5, tags: [] }, { flags: true }],
    [Flags, 'n: 1', 'MissingArgumentError', { flags: true }],
    [Flags, 'name: a name: b', 'FlagError', { flags: true }],
    [Flags, 'name:', 'FlagError', { flags: true }],
    [Raw, '  raw  x ', { rest: '   raw  x ' }],
    [Rest, '  raw  x ', { rest: 'raw  x' }],
  ])('%p of %j', async (...[options, text, expected, settings]) => {
    expect(await parse(options, text, settings)).toEqual(expected);
  });
});
