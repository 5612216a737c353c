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

  it('gives up each part for null, and its fields one by one', () => {
    const embed = new Embed({
      title: 'a',
      url: 'https://example.com',
      color: 1,
      author: { name: 'cog' },
      video: { url: 'https://example.com/v.mp4' },
    });
    embed.setTitle(null).setUrl(null).setColor(null).setAuthor(null);
    embed.setDescription('d').setFooter('f').setTimestamp(new Date(0)).setImage('i').setThumbnail('t');
    embed.setDescription(null).setFooter(null).setTimestamp(null).setImage(null).setThumbnail(null);
    expect(embed.toJSON()).toEqual({ video: { url: 'https://example.com/v.mp4' } });
    const field = (name: string) => ({ name, value: 'v' });
    embed.setFields([field('a'), field('b'), field('c')]);
    embed.spliceFields(1, 1).spliceFields(0, 0, field('first')).spliceFields(-1, 1, field('last'));
    expect(embed.data.fields?.map(({ name }) => name)).toEqual(['first', 'a', 'last']);
    expect(() => embed.spliceFields(0, 1, field('x'.repeat(257)))).toThrow('at most 256');
    expect(embed.setFields([]).data.fields).toEqual([]);
  });

  it('begins with what another has, and leaves that as it is', () => {
    const first = new Embed().setTitle('a').addField('b', 'c');
    const second = new Embed(first).setTitle('z').addField('d', 'e');
    expect([first.data.title, first.data.fields?.length]).toEqual(['a', 1]);
    expect([second.data.title, second.data.fields?.length]).toEqual(['z', 2]);
  });

  it('is not changed by what it was made of', () => {
    const data = { title: 'a' };
    const embed = new Embed(data);
    data.title = 'b';
    expect(embed.toJSON()).toEqual({ title: 'a' });
  });
});
