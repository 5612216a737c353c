import { expect, test } from '@jest/globals';
import type { SlashContext } from 'cogwork';
import { Cog, Option, SlashCommand } from 'cogwork';
import { testBot } from 'cogwork/testing';

class AddOptions {
  @Option.integer('First number') a!: number;
  @Option.integer('Second number') b!: number;
}

@Cog()
class Maths {
  @SlashCommand('Adds two numbers', AddOptions)
  add(_ctx: SlashContext, { a, b }: AddOptions): string {
    return `${a} + ${b} = ${a + b}`;
  }
}

test('a slash invocation costs one event and one request, and no time of the clock, two hundred times', async () => {
  const { alice, clock, discord, general } = await testBot({ cogs: [Maths] });
  const startedAt = clock.now();
  discord.transcript.clear();
  for (let a = 0; a < 200; a += 1)
    expect((await alice.slash(general, 'add', { a, b: 1 })).content).toBe(`${a} + 1 = ${a + 1}`);
  const counts = new Map<string, number>();
  for (const { line } of discord.transcript.entries) {
    const what = line.replace(/\d{15,}/g, '{id}');
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  expect(Object.fromEntries(counts)).toEqual({
    'gateway → INTERACTION_CREATE': 200,
    'POST /interactions/{id}/{token}/callback 204': 200,
  });
  expect(clock.now()).toBe(startedAt);
});
