import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { SlashContext } from 'cogwork';
import { Cog, SlashCommand } from 'cogwork';
import { testBot } from 'cogwork/testing';

const replies: unknown[] = [];

@Cog()
class Answers {
  @SlashCommand('Returns a text')
  returned(): string {
    return 'returned';
  }

  @SlashCommand('Replies and looks at the message')
  async looked(ctx: SlashContext): Promise<void> {
    const message = await ctx.reply('looked');
    replies.push(message.content);
  }

  @SlashCommand('Replies without the message, and edits the answer')
  async silent(ctx: SlashContext): Promise<void> {
    replies.push(await ctx.reply('silent', { withResponse: false }));
    await ctx.edit('changed');
    replies.push(await ctx.respond('more', { withResponse: false }));
  }

  @SlashCommand('Yields twice, and looks at the first message')
  async *yielded(): AsyncGenerator<string, string, { readonly content: string }> {
    const message = yield 'first';
    return `after ${message.content}`;
  }
}

/** What each callback was answered with: 200 and the message, or 204 and nothing. */
async function answersTo(command: string): Promise<{ callbacks: string[]; shown: string[] }> {
  replies.length = 0;
  await using world = await testBot({ cogs: [Answers] });
  const { alice, discord, general } = world;
  await alice.slash(general, command);
  await discord.settle();
  const callbacks = discord.transcript.requests.filter((line) => line.includes('/callback'));
  return {
    callbacks: callbacks.map((line) => line.slice(-3)),
    shown: alice.read(general).map(({ content }) => content),
  };
}

describe('the message of an answer', () => {
  it('is not asked for when a handler returns its answer', async () => {
    expect(await answersTo('returned')).toEqual({ callbacks: ['204'], shown: ['returned'] });
  });

  it('is asked for when a handler replies, and given to it', async () => {
    expect(await answersTo('looked')).toEqual({ callbacks: ['200'], shown: ['looked'] });
    expect(replies).toEqual(['looked']);
  });

  it('is given to the handler that yields', async () => {
    expect(await answersTo('yielded')).toEqual({ callbacks: ['200'], shown: ['first', 'after first'] });
  });

  it('is not asked for without response, and the answer can be edited all the same', async () => {
    expect(await answersTo('silent')).toEqual({ callbacks: ['204'], shown: ['changed', 'more'] });
    expect(replies).toEqual([undefined, undefined]);
  });
});
