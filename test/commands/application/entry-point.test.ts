import { describe, expect, test } from '@jest/globals';
import type { EntryPointContext } from 'cogwork';
import { Bot, Cog, EntryPointCommand, InvalidDefinitionError } from 'cogwork';
import { testBot } from 'cogwork/testing';
import { CommandBench } from '../support/command-bench.js';

@Cog()
class Activity {
  @EntryPointCommand({ name: 'launch', description: 'Plays', contexts: ['guild'] })
  async launch(ctx: EntryPointContext): Promise<void> {
    await ctx.launchActivity();
  }
}

@Cog()
class Renamed {
  @EntryPointCommand({ name: 'Play', handler: 'discord' })
  play(): void {}
}

describe('the entry point of an activity', () => {
  test('is registered with who answers it, and stays in sync', async () => {
    await using world = await testBot({ cogs: [Activity] });
    const { bot } = world;
    expect(await bot.rest.commands.list(bot.user.id)).toMatchObject([
      { type: 4, name: 'launch', description: 'Plays', handler: 1, contexts: [0] },
    ]);
    expect((await bot.commands.plan()).isEmpty).toBe(true);
    expect(bot.getApplicationCommand('launch', { type: 4 })?.origin.kind).toBe('entry point');
  });

  test('under another name changes the one there is, and is never deleted', async () => {
    await using world = await testBot({ cogs: [Activity] });
    const { bot } = world;
    await bot.reloadCog(Activity, Renamed);
    const plan = await bot.commands.sync();
    expect(plan.changes).toMatchObject([{ action: 'edit', local: { name: 'Play', handler: 2 } }]);
    const commands = await bot.rest.commands.list(bot.user.id);
    expect(commands).toMatchObject([{ type: 4, name: 'Play', handler: 2 }]);
    await bot.removeCog(Renamed);
    await bot.commands.sync({ allowEmpty: true });
    expect(await bot.rest.commands.list(bot.user.id)).toHaveLength(1);
  });

  test('launches the activity', async () => {
    const bench = new CommandBench().add(Activity);
    const interaction = bench.interaction(2, { id: '1', type: 4, name: 'launch' });
    await bench.application.dispatch(interaction);
    expect(bench.answers).toMatchObject([{ via: 'interaction:12' }]);
    expect(bench.log).toEqual([]);
  });

  test('is one', () => {
    expect(() => new Bot({ cogs: [Activity, Renamed] })).toThrow(InvalidDefinitionError);
  });
});
