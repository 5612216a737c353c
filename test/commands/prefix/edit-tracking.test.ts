import { describe, expect, test } from '@jest/globals';
import type { Replies } from 'cogwork';
import { testBot } from 'cogwork/testing';
import { Cog } from '../../../src/cogs/cog.js';
import { PrefixCommand } from '../../../src/commands/prefix/prefix-command.js';
import type { Message } from '../../../src/models/message.js';
import { Option } from '../../../src/schema/option.js';
import { CommandBench } from '../support/command-bench.js';

@Cog()
class Echo {
  @PrefixCommand('x', { text: Option.string('x', { rest: true }) })
  echo(_ctx: unknown, { text }: { text: string }): string {
    return text;
  }
}

const EDITED = '2026-01-01T00:00:01Z';

function setUp(trackEdits?: number) {
  const prefix = { prefix: '!', ...(trackEdits === undefined ? {} : { trackEdits }) };
  const bench = new CommandBench({ prefix }).add(Echo);
  const make = (content: string, extra: object): Message =>
    bench.host.models.message(bench.message(content, extra) as never);
  return { bench, make };
}

describe('edited commands', () => {
  test('run again and edit their answer', async () => {
    const { bench, make } = setUp(10);
    bench.events.emit('messageCreate', make('!echo one', { id: '1' }));
    await bench.clock.settle();
    bench.events.emit('messageUpdate', undefined, make('!echo two', { id: '1', edited_timestamp: EDITED }));
    await bench.clock.settle();
    expect(bench.answers).toMatchObject([
      { via: 'createMessage', content: 'one' },
      { via: 'editMessage', content: 'two' },
    ]);
  });

  test('are left alone when only a preview was added', async () => {
    const { bench, make } = setUp(10);
    const before = make('!echo one', { id: '1' });
    bench.events.emit('messageCreate', before);
    await bench.clock.settle();
    bench.events.emit('messageUpdate', before, make('!echo one', { id: '1', edited_timestamp: EDITED }));
    bench.events.emit('messageUpdate', undefined, make('!echo one', { id: '1' }));
    await bench.clock.settle();
    expect(bench.answers).toHaveLength(1);
  });

  test('take their answer with them when they are deleted', async () => {
    const { bench, make } = setUp(10);
    bench.events.emit('messageCreate', make('!echo one', { id: '1' }));
    await bench.clock.settle();
    bench.events.emit('rawMessageDelete', { messageId: '1' } as never);
    bench.events.emit('rawMessageDelete', { messageId: '2' } as never);
    await bench.clock.settle();
    expect(bench.answers.map(({ via }) => via)).toEqual(['createMessage', 'deleteMessage']);
  });

  test('are answered anew when the answer is forgotten', async () => {
    const { bench, make } = setUp(1);
    for (const id of ['1', '2']) {
      bench.events.emit('messageCreate', make(`!echo ${id}`, { id }));
      await bench.clock.settle();
    }
    bench.events.emit('messageUpdate', undefined, make('!echo three', { id: '1', edited_timestamp: EDITED }));
    await bench.clock.settle();
    expect(bench.answers.at(-1)).toMatchObject({ via: 'createMessage', content: 'three' });
  });

  test('are not looked at unless told', () => {
    const { bench } = setUp();
    expect([...bench.events.heard()]).toEqual(['messageCreate']);
  });

  test('take every answer with them, one by one or together, also where no message is cached', async () => {
    @Cog()
    class Counting {
      @PrefixCommand('x')
      async *count(): Replies {
        yield 'one';
        yield 'two';
      }
    }
    const cache = { messages: null };
    await using world = await testBot({ cogs: [Counting], prefix: '!', trackEdits: 10, cache });
    const { alice, discord, general, bot } = world;
    const texts = (): string[] => alice.read(general).map(({ content }) => content);
    const [first, second, third] = [
      await alice.say(general, '!count'),
      await alice.say(general, '!count'),
      await alice.say(general, '!count'),
    ];
    await discord.settle();
    expect(texts()).toHaveLength(9);
    await bot.rest.channels.deleteMessage(general.id, first!.id);
    await discord.settle();
    expect(texts()).toHaveLength(6);
    await bot.rest.channels.bulkDeleteMessages(general.id, [second!.id, third!.id]);
    await discord.settle();
    expect(texts()).toEqual([]);
    expect(world.logs.of('error')).toEqual([]);
  });
});
