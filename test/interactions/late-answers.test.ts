import { describe, expect, test } from '@jest/globals';
import type { Clock, Context, SlashContext } from 'cogwork';
import { Check, Cog, InteractionExpiredError, InteractionStateError, SlashCommand } from 'cogwork';
import { testBot } from 'cogwork/testing';

let clock: Clock;
const caught: unknown[] = [];
const waitMs = (delayMs: number): Promise<void> =>
  new Promise((resolve) => void clock.setTimeout(resolve, delayMs));

async function slowCheck(): Promise<boolean> {
  await waitMs(2900);
  return true;
}

@Cog()
class Slow {
  @SlashCommand({ description: 'x', autoDefer: false })
  @Check(slowCheck)
  async checked(ctx: Context): Promise<void> {
    await waitMs(300);
    await ctx.reply('late').catch((error: unknown) => caught.push(error));
  }

  @SlashCommand('x')
  async twice(ctx: SlashContext): Promise<void> {
    const { id, token } = ctx.interaction.payload;
    await ctx.interaction.host.rest.interactions.createResponse(id, token, {
      type: 4,
      data: { content: 'raw' },
    });
    await ctx.reply('again').catch((error: unknown) => caught.push(error));
    await ctx.reply('as a follow-up');
  }
}

describe('an answer that Discord does not take', () => {
  test('says how much time had gone by, and in which step', async () => {
    caught.length = 0;
    await using world = await testBot({ cogs: [Slow] });
    clock = world.clock;
    const used = world.alice.slash(world.general, 'checked').catch(() => undefined);
    await world.clock.advance('5s');
    await used;
    expect(caught).toEqual([expect.any(InteractionExpiredError)]);
    expect(String(caught[0])).toMatch(/3\.2 s had gone by since it came, 2\.9 s of them in its checks/);
  });

  test('says so when something else has answered, and what follows is a follow-up', async () => {
    caught.length = 0;
    await using world = await testBot({ cogs: [Slow] });
    await world.alice.slash(world.general, 'twice');
    await world.discord.settle();
    expect(caught).toEqual([expect.any(InteractionStateError)]);
    expect(String(caught[0])).toMatch(/answered already, and not from here: 0\.0 s had gone by/);
    expect(world.alice.read(world.general).map(({ content }) => content)).toEqual(['raw', 'as a follow-up']);
  });
});
