import { describe, expect, test } from '@jest/globals';
import type { SlashContext } from 'cogwork';
import { Cog, SlashCommand } from 'cogwork';
import { testBot } from 'cogwork/testing';

@Cog()
class A {
  @SlashCommand('Does nothing')
  nothing(): void {}

  @SlashCommand('Promises and does nothing')
  async promises(ctx: SlashContext): Promise<void> {
    await ctx.defer();
  }

  @SlashCommand('Answers without waiting for it')
  careless(ctx: SlashContext): void {
    void ctx.reply('Soon');
  }

  @SlashCommand('Says good bye and takes it back')
  async deletes(ctx: SlashContext): Promise<void> {
    await ctx.defer({ ephemeral: true });
    await ctx.delete();
  }

  @SlashCommand('Fails')
  fails(): void {
    throw new Error('no');
  }
}

describe('a command that ends without an answer', () => {
  test('is written down with its place and a cure', async () => {
    const { alice, general, logs } = await testBot({ cogs: [A] });
    await expect(alice.slash(general, 'nothing')).rejects.toThrow();
    expect(logs.of('warn')).toMatchObject([
      {
        message: expect.stringMatching(
          /^slash command "nothing" \(A\.nothing\) ended without an answer, .*Return a text, an embed or a view/,
        ),
        fields: { cog: 'A', method: 'nothing', interactionId: expect.stringMatching(/^\d+$/) },
      },
    ]);
  });

  test('is written down when it deferred and left it at that', async () => {
    const { alice, general, logs } = await testBot({ cogs: [A] });
    await alice.slash(general, 'promises').catch(() => undefined);
    expect(logs.of('warn').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^slash command "promises" \(A\.promises\) deferred and ended without an answer/),
    ]);
  });

  test.each(['careless', 'deletes', 'fails'])('is not %s', async (name) => {
    const { alice, general, logs } = await testBot({ cogs: [A] });
    await alice.slash(general, name).catch(() => undefined);
    expect(logs.of('warn')).toEqual([]);
  });
});
