import { describe, expect, it } from '@jest/globals';
import { AllowedMentions } from '../../src/models/allowed-mentions.js';
import {
  colorParts,
  colors,
  formatColor,
  hsvColor,
  parseColor,
  randomColor,
  rgbColor,
} from '../../src/models/colors.js';
import {
  escapeMarkdown,
  escapeMentions,
  findMentions,
  formatTime,
  mentionChannel,
  mentionCommand,
  mentionGuildPage,
  mentionRole,
  mentionUser,
  removeMarkdown,
  resolveInviteCode,
  resolveTemplateCode,
} from '../../src/models/formatting.js';
import { defaultAvatarUrl, imageUrl, imageUrlOf } from '../../src/models/image-url.js';
import { oauthUrl } from '../../src/models/oauth-url.js';

describe('formatting', () => {
  it('writes moments and commands', () => {
    expect(formatTime(1_700_000_000_999)).toBe('<t:1700000000>');
    expect(formatTime(new Date(-1500), 'R')).toBe('<t:-2:R>');
    expect(mentionCommand('config show', '5')).toBe('</config show:5>');
  });

  it('escapes what would be formatted', () => {
    expect(escapeMarkdown('**bold** _it_ `code` ~~no~~ ||s||')).toBe(
      '\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~ \\|\\|s\\|\\|',
    );
    expect(escapeMarkdown('# head\n> quote\n- item\n1. one')).toBe('\\# head\n\\> quote\n\\- item\n1\\. one');
  });

  it('leaves addresses as they are, or they would lead nowhere', () => {
    expect(escapeMarkdown('_see_ https://x.test/a_b_c and *more*')).toBe(
      '\\_see\\_ https://x.test/a_b_c and \\*more\\*',
    );
  });

  it.each([
    ['https://discord.gg/cog-work', 'cog-work'],
    ['discord.gg/abc', 'abc'],
    ['http://www.discord.com/invite/abc/', 'abc'],
    ['https://discordapp.com/invite/abc?event=5', 'abc'],
    [' abc ', 'abc'],
  ])('finds the code of an invitation in %s', (text, code) => {
    expect(resolveInviteCode(text)).toBe(code);
  });

  it.each([
    ['https://discord.new/hgM48av5Q69A', 'hgM48av5Q69A'],
    ['https://discord.com/template/hgM48av5Q69A', 'hgM48av5Q69A'],
    ['hgM48av5Q69A', 'hgM48av5Q69A'],
  ])('finds the code of a template in %s', (text, code) => {
    expect(resolveTemplateCode(text)).toBe(code);
  });

  it('mentions users, roles and channels', () => {
    expect([mentionUser('1'), mentionRole('2'), mentionChannel('3')]).toEqual(['<@1>', '<@&2>', '<#3>']);
  });

  it('leads to pages of a guild', () => {
    expect([mentionGuildPage('customize'), mentionGuildPage('linked-roles', '5')]).toEqual([
      '<id:customize>',
      '<id:linked-roles:5>',
    ]);
  });

  it('removes the marks of formatting', () => {
    expect(removeMarkdown('# **bold** and `code`\n> ~~no~~')).toBe('bold and code\nno');
  });

  it('finds mentions and makes them harmless', () => {
    const text =
      '<@80351110224678912> <@!80351110224678913> <@&165511591545143296> <#41771983423143937> @everyone';
    expect(findMentions(text, 'user')).toEqual(['80351110224678912', '80351110224678913']);
    expect(findMentions(text, 'role')).toEqual(['165511591545143296']);
    expect(findMentions(text, 'channel')).toEqual(['41771983423143937']);
    expect(findMentions(escapeMentions(text), 'user')).toEqual([]);
    expect(escapeMentions('@everyone')).not.toContain('@everyone');
  });
});

describe('addresses', () => {
  it('of images have format and size, and move when the image does', () => {
    expect(imageUrl('avatars/1/abc', { size: 256, format: 'png' })).toBe(
      'https://cdn.discordapp.com/avatars/1/abc.png?size=256',
    );
    expect(imageUrl('avatars/1/a_bc')).toBe('https://cdn.discordapp.com/avatars/1/a_bc.webp?animated=true');
    expect([imageUrlOf('icons/1', 'abc'), imageUrlOf('icons/1', null)]).toEqual([
      'https://cdn.discordapp.com/icons/1/abc.webp',
      undefined,
    ]);
    expect(() => imageUrl('icons/1/a', { size: 100 })).toThrow('no power of two');
    expect(defaultAvatarUrl('80351110224678912', '0')).toMatch(/embed\/avatars\/[0-5]\.png$/);
    expect(defaultAvatarUrl('80351110224678912', '1337')).toBe(
      'https://cdn.discordapp.com/embed/avatars/2.png',
    );
  });

  it('for adding a bot name permissions and scopes', () => {
    const url = new URL(oauthUrl({ clientId: '5', permissions: ['BanMembers'], guildId: '6', state: 's' }));
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: '5',
      scope: 'bot applications.commands',
      permissions: '4',
      guild_id: '6',
      state: 's',
    });
  });
});

describe('colours', () => {
  it('are numbers, from parts and from text', () => {
    expect(rgbColor(88, 101, 242)).toBe(0x5865f2);
    expect([parseColor('#5865F2'), parseColor('0xfff'), parseColor('blurple')]).toEqual([
      0x5865f2,
      0xffffff,
      undefined,
    ]);
    expect(formatColor(0x00ff)).toBe('#0000ff');
  });
});

describe('AllowedMentions', () => {
  it('merges field by field, and names only what is listed', () => {
    const merged = AllowedMentions.usersOnly().merge({ users: ['5'], repliedUser: false });
    expect(merged.toJSON()).toEqual({ parse: [], users: ['5'], replied_user: false });
    expect(AllowedMentions.all().toJSON()).toEqual({
      parse: ['everyone', 'users', 'roles'],
      replied_user: true,
    });
    expect(AllowedMentions.none().toJSON()).toEqual({ parse: [], replied_user: false });
  });
});

describe('parts of colours', () => {
  it('are made of hue, saturation and value, and taken apart', () => {
    expect([hsvColor(0, 1, 1), hsvColor(1 / 3, 1, 1), hsvColor(2 / 3, 1, 0.5), hsvColor(0.5, 0, 1)]).toEqual([
      0xff0000, 0x00ff00, 0x000080, 0xffffff,
    ]);
    expect(colorParts(0x123456)).toEqual({ red: 0x12, green: 0x34, blue: 0x56 });
    expect(randomColor(() => 1 / 3)).toBe(0x00ff00);
    expect([formatColor(colors.blurple), formatColor(colors.brandGreen)]).toEqual(['#5865f2', '#57f287']);
  });
});
