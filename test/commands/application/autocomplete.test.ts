import { describe, expect, test } from '@jest/globals';
import { Cog } from '../../../src/cogs/cog.js';
import { SlashCommand } from '../../../src/commands/application/slash-command.js';
import type { AutocompleteRequest } from '../../../src/schema/autocomplete.js';
import { Option } from '../../../src/schema/option.js';
import { CommandBench, OTHER_ID, wireMember, wireUser } from '../support/command-bench.js';

const many = Array.from({ length: 40 }, (_, index) => `item ${index}`);

class SuggestOptions {
  @Option.string('x', { autocomplete: ['apple', 'pineapple', 'pear'] }) fruit = 'pear';
  @Option.string('x', { autocomplete: async ({ value, options }) => [`${value}!`, `${options['fruit']}`] })
  word = '';
  @Option.integer('x', { autocomplete: { method: 'suggestNumber' } }) number = 0;
  @Option.choice('x', many) one = many[0]!;
  @Option.string('x', { autocomplete: () => many }) any = '';
  @Option.string('x', {
    autocomplete: () => {
      throw new Error('no suggestions today');
    },
  })
  broken = '';
}

@Cog()
class Shop {
  readonly base = 40;

  @SlashCommand('x', SuggestOptions)
  buy(): void {}

  suggestNumber({ value }: AutocompleteRequest): object[] {
    return [{ name: `${value} plus base`, value: this.base + Number(value) }];
  }
}

const focused = (name: string, value: unknown): object => ({ type: 3, name, value, focused: true });

describe('autocomplete', () => {
  test('filters a list: what begins so first, then what contains it', async () => {
    const bench = new CommandBench().add(Shop);
    expect(await bench.type('buy', [focused('fruit', 'AP')])).toEqual([
      { name: 'apple', value: 'apple' },
      { name: 'pineapple', value: 'pineapple' },
    ]);
  });

  test('asks a function, with the options so far and their defaults', async () => {
    const bench = new CommandBench().add(Shop);
    expect(await bench.type('buy', [focused('word', 'hey')])).toMatchObject([
      { value: 'hey!' },
      { value: 'pear' },
    ]);
    const given = [{ type: 3, name: 'fruit', value: 'fig' }, focused('word', 'a')];
    expect(await bench.type('buy', given)).toMatchObject([{ value: 'a!' }, { value: 'fig' }]);
  });

  test('asks a method of the cog', async () => {
    const bench = new CommandBench().add(Shop);
    expect(await bench.type('buy', [focused('number', '2')])).toEqual([{ name: '2 plus base', value: 42 }]);
  });

  test('sends no more than 25, also of a choice with more', async () => {
    const bench = new CommandBench().add(Shop);
    expect(await bench.type('buy', [focused('any', '')])).toHaveLength(25);
    expect(await bench.type('buy', [focused('one', 'item 39')])).toEqual([
      { name: 'item 39', value: 'item 39' },
    ]);
  });

  test('answers with nothing when it fails, and says where', async () => {
    const bench = new CommandBench().add(Shop);
    expect(await bench.type('buy', [focused('broken', '')])).toEqual([]);
    expect(bench.log).toMatchObject([
      { message: 'autocomplete "buy broken" (Shop.buy) failed: no suggestions today' },
    ]);
    expect(await bench.type('gone', [focused('x', '')])).toEqual([]);
  });

  test('drops what the same user has typed past, and nothing of another user', async () => {
    const open: Array<() => void> = [];
    class Slow {
      @Option.string('x', {
        autocomplete: ({ value }) => new Promise((resolve) => open.push(() => resolve([value]))),
      })
      word = '';
    }
    @Cog()
    class SlowShop {
      @SlashCommand('x', Slow)
      buy(): void {}
    }
    const bench = new CommandBench().add(SlowShop);
    const other = { member: { ...wireMember(), user: wireUser(OTHER_ID), permissions: '0' } };
    const all = [
      bench.type('buy', [focused('word', 'a')]),
      bench.type('buy', [focused('word', 'b')], other),
      bench.type('buy', [focused('word', 'ab')]),
    ];
    await bench.clock.settle();
    for (const resolve of open) resolve();
    await Promise.all(all);
    const sent = bench.answers.map(({ body }) => (body['choices'] as Array<{ value: string }>)[0]?.value);
    expect(sent.sort()).toEqual(['ab', 'b']);
  });
});
