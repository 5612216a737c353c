import { describe, expect, test } from '@jest/globals';
import type { FileUpload, Message } from 'cogwork';
import { Embed, TextDisplay } from 'cogwork';
import type { SeenMessage } from 'cogwork/emulator';
import type { TestWorld } from 'cogwork/testing';
import { testBot } from 'cogwork/testing';

async function send(world: TestWorld, payload: Parameters<Message['edit']>[0]) {
  const channel = await world.bot.channels.fetch(world.general.id);
  const message = await (channel as unknown as { send(payload: unknown): Promise<Message> }).send(payload);
  return { message, seen: world.alice.read(world.general).at(-1)! };
}

function file(name: string, more: Partial<FileUpload> = {}): FileUpload {
  return { name, data: Buffer.from(name), ...more };
}

function names(seen: SeenMessage): string[] {
  return seen.attachments.map(({ filename }) => filename);
}

describe('files of an edited message', () => {
  test('stay, and new ones are added, also with words of their own', async () => {
    await using world = await testBot();
    const { message, seen } = await send(world, { content: 'x', files: [file('a.txt')] });
    await message.edit('y');
    expect(names(seen)).toEqual(['a.txt']);
    await message.edit({ files: [file('b.txt', { description: 'B' })] });
    expect(names(seen)).toEqual(['a.txt', 'b.txt']);
  });

  test('are those that keepAttachments lists', async () => {
    await using world = await testBot();
    const { message, seen } = await send(world, { content: 'x', files: [file('a.txt'), file('b.txt')] });
    await message.edit({ keepAttachments: [message.attachments[1]!], files: [file('c.txt')] });
    expect(names(seen)).toEqual(['b.txt', 'c.txt']);
    await message.edit({ keepAttachments: [] });
    expect(names(seen)).toEqual([]);
  });
});

describe('a message of components alone', () => {
  test('can take the place of a text', async () => {
    await using world = await testBot();
    const { message, seen } = await send(world, { content: 'old', embeds: [new Embed().setTitle('old')] });
    await message.edit({ components: [new TextDisplay('new')] });
    expect([seen.content, seen.embeds, seen.text]).toEqual(['', [], 'new']);
  });

  test('takes no text any more, which is said before Discord is asked', async () => {
    await using world = await testBot();
    const { message, seen } = await send(world, { components: [new TextDisplay('hi')] });
    await expect(message.edit('text')).rejects.toMatchObject({
      code: 'INVALID_MESSAGE',
      message: expect.stringContaining('made of components alone'),
    });
    await message.edit({ components: [new TextDisplay('ho')] });
    expect(seen.text).toBe('ho');
  });

  test.each([
    ['a text', { content: 'x' }],
    ['embeds', { embeds: [new Embed().setTitle('x')] }],
    ['stickers', { stickerIds: ['1'] }],
    ['a poll', { poll: { question: { text: '?' }, answers: [] } }],
  ])('has no %s beside it', async (_what, more) => {
    await using world = await testBot();
    const sent = send(world, { components: [new TextDisplay('x')], ...more });
    await expect(sent).rejects.toMatchObject({ code: 'INVALID_MESSAGE' });
  });
});
