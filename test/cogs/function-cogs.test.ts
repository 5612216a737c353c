import { describe, expect, test } from '@jest/globals';
import { Button } from 'cogwork';
import { testBot } from 'cogwork/testing';
import { CogLoader } from '../../src/cogs/cog-loader.js';
import { FunctionCogs } from '../../src/cogs/function-cogs.js';
import { TaskSurface } from '../../src/cogs/task-surface.js';
import { Cooldown } from '../../src/pipeline/limits/cooldown.js';
import { Option } from '../../src/schema/option.js';
import { CommandBench, OTHER_ID, wireUser } from '../commands/support/command-bench.js';

class AddOptions {
  @Option.integer('First') a!: number;
  @Option.integer('Second') b = 1;
}

function setUp(): { bench: CommandBench; functions: FunctionCogs } {
  const bench = new CommandBench();
  return { bench, functions: new FunctionCogs(bench.cogs) };
}

describe('plain functions', () => {
  test('become slash commands, with an options class, a shape, or nothing', async () => {
    const { bench, functions } = setUp();
    functions.slashCommand('Adds', AddOptions, function addNumbers(_ctx, { a, b }) {
      return String(a + b);
    });
    functions.slashCommand(
      { name: 'double', description: 'x' },
      { n: Option.integer('x') },
      (_ctx, { n }) => `${n * 2}`,
    );
    const remove = functions.slashCommand({ name: 'who', description: 'x' }, (ctx) => ctx.user.id);
    expect(await bench.slash('add-numbers', [{ type: 4, name: 'a', value: 2 }])).toMatchObject([
      { content: '3' },
    ]);
    expect(await bench.slash('double', [{ type: 4, name: 'n', value: 2 }])).toMatchObject([{ content: '4' }]);
    expect(await bench.slash('who')).toMatchObject([{ content: '200000000000000002' }]);
    remove();
    expect((await bench.slash('who'))[0]?.content).toMatch(/does not exist/);
    expect(bench.application.all).toHaveLength(2);
  });

  test('take guards after the handler', async () => {
    const { bench, functions } = setUp();
    functions.slashCommand(
      { name: 'once', description: 'x' },
      () => 'ran',
      Cooldown({ uses: 1, perMs: 1000 }),
    );
    expect(await bench.slash('once')).toMatchObject([{ content: 'ran' }]);
    expect((await bench.slash('once'))[0]?.content).toMatch(/Slow down/);
  });

  test('become prefix commands, menu commands and listeners', async () => {
    const { bench, functions } = setUp();
    const heard: string[] = [];
    functions.prefixCommand({ name: 'sum', aliases: ['plus'] }, AddOptions, (_ctx, { a, b }) =>
      String(a + b),
    );
    functions.userCommand('Profile', (_ctx, target) => target.id);
    const stop = functions.listen('messageCreate', (message) => void heard.push(message.content));
    expect(await bench.say('!plus 2 2')).toMatchObject([{ content: '4' }]);
    const users = { [OTHER_ID]: wireUser(OTHER_ID) };
    const target = { target_id: OTHER_ID, resolved: { users } };
    expect(await bench.menu(2, 'Profile', target)).toMatchObject([{ content: OTHER_ID }]);
    bench.events.emit('messageCreate', bench.host.models.message(bench.message('one') as never));
    stop();
    bench.events.emit('messageCreate', bench.host.models.message(bench.message('two') as never));
    expect(heard).toEqual(['one']);
  });

  test('become tasks', async () => {
    const bench = new CommandBench();
    const tasks = new TaskSurface(bench.events, bench.tools);
    const functions = new FunctionCogs(new CogLoader({ container: bench.container, surfaces: [tasks] }));
    tasks.startAll();
    let ran = 0;
    const stop = functions.task({ every: '1s' }, () => {
      ran += 1;
    });
    await bench.clock.advance(2000);
    stop();
    await bench.clock.advance(2000);
    expect(ran).toBe(3);
  });

  test('become buttons by their path', async () => {
    await using world = await testBot();
    const { alice, bot, general } = world;
    bot.slashCommand('Asks', function ask() {
      const button = Button.to('vote/:n(integer)', { n: 7 }, { label: 'Vote' });
      return { components: [{ type: 1, components: [button] }] };
    });
    const remove = bot.button('vote/:n(integer)', (_ctx, { n }) => `voted ${n + 1}`);
    await bot.commands.sync();
    const asked = await alice.slash(general, 'ask');
    expect((await alice.click(asked.button('Vote'))).content).toBe('voted 8');
    remove();
    expect((await alice.click(asked.button('Vote'))).content).not.toMatch(/voted/);
  });

  test('need a name when they are commands, and count apart when they are nameless', async () => {
    const { bench, functions } = setUp();
    expect(() => functions.slashCommand('Adds', () => 'x')).toThrow(
      /^bot\.slashCommand: the function has no name/,
    );
    const once = Cooldown({ uses: 1, perMs: 1000 });
    functions.slashCommand({ name: 'one', description: 'x' }, () => 'one', once);
    functions.slashCommand({ name: 'two', description: 'x' }, () => 'two', once);
    expect(await bench.slash('one')).toMatchObject([{ content: 'one' }]);
    expect(await bench.slash('two')).toMatchObject([{ content: 'two' }]);
  });
});
