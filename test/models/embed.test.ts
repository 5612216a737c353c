import { describe, expect, it } from '@jest/globals';
import { Embed } from '../../src/models/embed.js';
import { renderMessage } from '../../src/models/renderable.js';

describe('Embed', () => {
  it('becomes what Discord takes', () => {
    const embed = new Embed()
      .setTitle('Scores')
      .setDescription('of today')
      .setUrl('https://example.com')
      .setColor(0x5865f2)
      .setTimestamp(new Date(0))
      .setAuthor('cog', { iconUrl: 'https://example.com/a.png' })
      .setFooter('end')
      .setImage('attachment://a.png')
      .setThumbnail('https://example.com/t.png')
      .addField('Alice', '12', true);
    expect(embed.toJSON()).toEqual({
      title: 'Scores',
      description: 'of today',
      url: 'https://example.com',
      color: 0x5865f2,
      timestamp: '1970-01-01T00:00:00.000Z',
      author: { name: 'cog', icon_url: 'https://example.com/a.png' },
      footer: { text: 'end' },
      image: { url: 'attachment://a.png' },
      thumbnail: { url: 'https://example.com/t.png' },
      fields: [{ name: 'Alice', value: '12', inline: true }],
    });
    expect(embed.length).toBe(
      'Scores'.length + 'of today'.length + 'cog'.length + 'end'.length + 'Alice12'.length,
    );
  });

  it('refuses what is too large where it is set, and too much in all when it is sent', () => {
    expect(() => new Embed().setTitle('x'.repeat(257))).toThrow('The title of an embed has 257');
    expect(() =>
      new Embed().setFields(Array.from({ length: 26 }, () => ({ name: 'n', value: 'v' }))),
    ).toThrow('at most 25');
    const large = new Embed().setDescription('x'.repeat(4096)).setFooter('x'.repeat(2000));
    expect(() => large.toJSON()).toThrow('at most 6000');
  });

  it('is a message of its own, so that a handler may return it', () => {
    const embed = new Embed({ title: 'a' });
    expect(embed[renderMessage]()).toEqual({ embeds: [embed] });
  });

  it('is not changed by what it was made of', () => {
    const data = { title: 'a' };
    const embed = new Embed(data);
    data.title = 'b';
    expect(embed.toJSON()).toEqual({ title: 'a' });
  });
});
