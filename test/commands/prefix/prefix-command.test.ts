import { describe, expect, test } from '@jest/globals';
import { Cog } from '../../../src/cogs/cog.js';
import { PrefixCommand } from '../../../src/commands/prefix/prefix-command.js';
import type { PrefixContext } from '../../../src/commands/prefix/prefix-context.js';
import { DuplicateCommandError } from '../../../src/errors/duplicate-command-error.js';
import { InvalidDefinitionError } from '../../../src/errors/invalid-definition-error.js';
import { APOLOGY } from '../../../src/pipeline/error-chain.js';
import { Option } from '../../../src/schema/option.js';
import { CommandBench, SELF_ID, wireUser } from '../support/command-bench.js';

class SumOptions {
  @Option.integer('First') a!: number;
  @Option.integer('Second') b = 1;
}

class SayOptions {
  @Option.boolean('Loud') loud!: boolean;
  @Option.string('Text', { rest: true }) text = 'nothing';
}

class StrictOptions {
  @Option.choice('Size', ['small', 'large']) size!: 'small' | 'large';
  @Option.duration('How long') lengthMs = 0;
}

@Cog()
class Typed {
  @PrefixCommand('Sums', SumOptions, { aliases: ['plus'] })
  sum(_ctx: PrefixContext, { a, b }: SumOptions): string {
    return String(a + b);
  }

  @PrefixCommand('Says', SayOptions)
  say(_ctx: PrefixContext, { loud, text }: SayOptions): string {
    return loud ? text.toUpperCase() : text;
  }

  @PrefixCommand({ description: 'Strict', strict: true }, StrictOptions)
  pick(_ctx: PrefixContext, { size, lengthMs }: StrictOptions): string {
    return `${size} ${lengthMs}`;
  }

  @PrefixCommand('Breaks')
  break(): void {
    throw new Error('broken');
  }

  @PrefixCommand('Tells how it was called')
  how(ctx: PrefixContext): string {
    return `${ctx.prefix}|${ctx.invokedWith}|${ctx.user.id.slice(-1)}`;
  }
}

describe('prefix commands', () => {
  test.each([
    ['!sum 2 3', '5'],
    ['!sum 2', '3'],
    ['!plus 2 2', '4'],
    ['!say yes "quoted words" and more ', '"QUOTED WORDS" AND MORE'],
    ['!say off', 'nothing'],
    ['!pick LARGE 1h30m', 'large 5400000'],
    [`<@${SELF_ID}> sum 1 1`, '2'],
    [`<@!${SELF_ID}>sum 1 1`, '2'],
  ])('%s → %s', async (content, answer) => {
    expect(await new CommandBench().add(Typed).say(content)).toMatchObject([{ content: answer }]);
  });

  test.each([
    ['!sum', '`a` is missing. Usage: `!sum <a> [b]`'],
    ['!sum two', '`a` takes a whole number, not "two".'],
    ['!sum 1.5', '`a` takes a whole number, not "1.5".'],
    ['!say maybe', '`loud` takes true or false, not "maybe".'],
    ['!pick medium', '`size` takes one of small, large, not "medium".'],
    ['!pick small soon', '`length_ms` takes a length of time such as 90s, 15m or 1h30m, not "soon".'],
    [
      '!pick small 1s more',
      'There is more than this command takes: "more". Usage: `!pick <size> [length_ms]`',
    ],
    ['!pick "small', 'A quotation is not closed: " is missing.'],
  ])('%s is answered with how to do better', async (content, answer) => {
    const bench = new CommandBench().add(Typed);
    expect(await bench.say(content)).toMatchObject([{ content: answer }]);
    expect(bench.log).toEqual([]);
  });

  test.each(['sum 1 1', '! sum 1 1', '!unknown', '?sum 1 1', ''])('%j calls nothing', async (content) => {
    expect(await new CommandBench().add(Typed).say(content)).toEqual([]);
  });

  test('are not called by bots or webhooks', async () => {
    const bench = new CommandBench().add(Typed);
    expect(await bench.say('!sum 1', { author: wireUser('999999999999999999', { bot: true }) })).toEqual([]);
    expect(await bench.say('!sum 1', { webhook_id: '1' })).toEqual([]);
  });

  test('take the longest of several prefixes, whatever their order', async () => {
    const bench = new CommandBench({ prefix: { prefix: ['!', '!!'] } }).add(Typed);
    expect(await bench.say('!!how')).toMatchObject([{ content: '!!|how|2' }]);
  });

  test('ask a function for the prefixes of a message, and fold letters when told', async () => {
    const prefix = async (): Promise<string> => 'Hey ';
    const bench = new CommandBench({ prefix: { prefix, caseInsensitive: true } }).add(Typed);
    expect(await bench.say('hey HOW')).toMatchObject([{ content: 'hey |HOW|2' }]);
  });

  test('that throw are apologised for and logged', async () => {
    const bench = new CommandBench().add(Typed);
    expect(await bench.say('!break')).toMatchObject([{ content: APOLOGY }]);
    expect(bench.log).toMatchObject([{ message: 'prefix command "break" (Typed.break) failed: broken' }]);
  });

  test('are refused when an alias is taken, naming both places', () => {
    @Cog()
    class Other {
      @PrefixCommand('Adds', { x: Option.string('X') }, { aliases: ['plus'] })
      add(): void {}
    }
    const bench = new CommandBench().add(Typed);
    expect(() => bench.add(Other)).toThrow(DuplicateCommandError);
    expect(() => bench.add(Other)).toThrow(/"plus": Typed\.sum and Other\.add/);
    expect(bench.prefix.get('add')).toBeUndefined();
  });

  test('are refused when a name has a space', () => {
    @Cog()
    class Spaced {
      @PrefixCommand({ name: 'two words' })
      two(): void {}
    }
    expect(() => new CommandBench().add(Spaced)).toThrow(InvalidDefinitionError);
  });

  test('listen to messages only while one is registered', async () => {
    const bench = new CommandBench();
    expect(bench.events.has('messageCreate')).toBe(false);
    bench.add(Typed);
    expect(bench.events.has('messageCreate')).toBe(true);
    await bench.cogs.unload(Typed);
    expect(bench.events.has('messageCreate')).toBe(false);
  });
});
