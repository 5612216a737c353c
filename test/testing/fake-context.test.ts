import { describe, expect, it } from '@jest/globals';
import { ButtonContext, MessageContext, PrefixContext, SlashContext, UserContext } from 'cogwork';
import type { ContextKinds } from 'cogwork/testing';
import { fakeContext } from 'cogwork/testing';

describe('a context for a handler alone', () => {
  it('is that of a command which nobody has answered', async () => {
    const { ctx, answers } = await fakeContext();
    expect(ctx).toBeInstanceOf(SlashContext);
    expect(ctx.responder.isAnswered).toBe(false);
    expect(ctx.user.username).toBe('alice');
    expect(ctx.guild?.name).toBe('guild');
    expect(answers()).toEqual([]);
  });

  it('shows what a handler answers, in order', async () => {
    const { ctx, answers } = await fakeContext();
    await ctx.defer();
    expect(answers()).toEqual([]);
    await ctx.reply('First');
    await ctx.followUp('Second', { ephemeral: true });
    expect(answers().map(({ content, ephemeral }) => [content, ephemeral])).toEqual([
      ['First', false],
      ['Second', true],
    ]);
  });

  it('gives the user the permissions that it is told', async () => {
    expect((await fakeContext()).ctx.permissions.has('BanMembers')).toBe(false);
    const { ctx } = await fakeContext({ permissions: ['BanMembers', 'KickMembers'] });
    expect(ctx.permissions.has(['BanMembers', 'KickMembers'])).toBe(true);
  });

  it.each<[keyof ContextKinds, new (...values: never[]) => unknown]>([
    ['button', ButtonContext],
    ['message', MessageContext],
    ['prefix', PrefixContext],
    ['slash', SlashContext],
    ['user', UserContext],
  ])('can be that of a %s', async (kind, contextClass) => {
    const { ctx, answers, logs } = await fakeContext({ kind });
    expect(ctx).toBeInstanceOf(contextClass);
    await ctx.reply('Here');
    expect(answers().map(({ content }) => content)).toEqual(['Here']);
    expect(logs.of('error')).toEqual([]);
  });

  it('changes the message of a button', async () => {
    const { ctx, alice, general } = await fakeContext({ kind: 'button' });
    await ctx.update({ content: 'Pressed', components: [] });
    expect(alice.read(general).map(({ content }) => content)).toEqual(['Pressed']);
  });
});
