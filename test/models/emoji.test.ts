import { describe, expect, it } from '@jest/globals';
import { emojiUrl, formatEmoji, parseEmoji, reactionKey } from '../../src/models/emoji.js';

const id = '123456789012345678';

describe('emojis', () => {
  it.each([
    ['🍕', { name: '🍕' }],
    [`<:gear:${id}>`, { id, name: 'gear', animated: false }],
    [`<a:apple:${id}>`, { id, name: 'apple', animated: true }],
    [`apple:${id}`, { id, name: 'apple', animated: false }],
    [`a:apple:${id}`, { id, name: 'apple', animated: true }],
    ['<:short:12>', { name: '<:short:12>' }],
  ])('are read from %s', (text, parts) => {
    expect(parseEmoji(text)).toEqual(parts);
  });

  it('are written as messages show them, and as reactions take them', () => {
    expect([
      formatEmoji({ id, name: 'gear', animated: true }),
      formatEmoji(`gear:${id}`),
      formatEmoji('🍕'),
    ]).toEqual([`<a:gear:${id}>`, `<:gear:${id}>`, '🍕']);
    expect([
      reactionKey(`<a:gear:${id}>`),
      reactionKey({ id, name: null }),
      reactionKey({ name: '🍕' }),
    ]).toEqual([`gear:${id}`, `_:${id}`, '🍕']);
  });

  it('have an address that moves when they do', () => {
    expect(emojiUrl(id)).toBe(`https://cdn.discordapp.com/emojis/${id}.webp`);
    expect(emojiUrl(id, { animated: true, size: 64 })).toBe(
      `https://cdn.discordapp.com/emojis/${id}.webp?size=64&animated=true`,
    );
    expect(emojiUrl(id, { animated: true, format: 'gif' })).toBe(
      `https://cdn.discordapp.com/emojis/${id}.gif`,
    );
  });
});
