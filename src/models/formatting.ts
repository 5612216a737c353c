/**
 * Text in the form in which Discord shows it as a mention, a date or plain characters.
 *
 * @see https://docs.discord.com/developers/reference#message-formatting
 */
import type { Snowflake } from '../types/type-tools.js';

/** How a moment is shown: `t`/`T` time, `d`/`D` date, `f`/`F`/`s`/`S` both, `R` how long ago. */
export type TimeStyle = 'D' | 'F' | 'R' | 'S' | 'T' | 'd' | 'f' | 's' | 't';

/** Moment that everybody sees in their own time zone. */
export function formatTime(at: Date | number, style?: TimeStyle): string {
  const seconds = Math.floor((typeof at === 'number' ? at : at.getTime()) / 1000);
  return style === undefined ? `<t:${seconds}>` : `<t:${seconds}:${style}>`;
}

/** Mention of a user. */
export function mentionUser(id: Snowflake): string {
  return `<@${id}>`;
}

/** Mention of a role. */
export function mentionRole(id: Snowflake): string {
  return `<@&${id}>`;
}

/** Mention of a channel. */
export function mentionChannel(id: Snowflake): string {
  return `<#${id}>`;
}

/** Mention of a slash command, by its whole name as in `config show`. */
export function mentionCommand(name: string, id: Snowflake): string {
  return `</${name}:${id}>`;
}

/** Page of a guild's own that a mention can lead to. */
export type GuildPage = 'browse' | 'customize' | 'guide' | 'linked-roles';

/** Mention of a page of the guild in which it is read: where channels are browsed, roles linked and the like. */
export function mentionGuildPage(page: GuildPage, roleId?: Snowflake): string {
  return `<id:${page}${roleId === undefined ? '' : `:${roleId}`}>`;
}

/** Same text with nothing in it that Discord would format; addresses stay as they are, or they would lead nowhere. */
export function escapeMarkdown(text: string): string {
  const parts = text.split(/(https?:\/\/[^\s<>]+)/);
  return parts.map((part, index) => (index % 2 === 1 ? part : escapeWords(part))).join('');
}

function escapeWords(text: string): string {
  return text
    .replace(/([\\*_~`|[\]()])/g, '\\$1')
    .replace(/^(\s*)(#{1,3}|>{1,3}|-)(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*\d+)\.(?=\s)/gm, '$1\\.');
}

/** Same text without the marks of formatting. */
export function removeMarkdown(text: string): string {
  return text
    .replace(/```(?:\w+\n)?([\s\S]*?)```/g, '$1')
    .replace(/(\*\*\*|\*\*|\*|___|__|~~|\|\||``|`)(?=\S)([\s\S]*?\S)\1/g, '$2')
    .replace(/^\s*(?:#{1,3}|>{1,3}|-#)\s+/gm, '');
}

/** Same text with mentions that notify nobody: an invisible character stands in each. */
export function escapeMentions(text: string): string {
  return text.replace(/@(everyone|here|[!&]?\d{17,20})/g, '@\u200b$1');
}

/** Ids of all mentions of one kind in a text. */
export function findMentions(text: string, kind: 'channel' | 'role' | 'user'): Snowflake[] {
  const pattern = { user: /<@!?(\d{17,20})>/g, role: /<@&(\d{17,20})>/g, channel: /<#(\d{17,20})>/g }[kind];
  return Array.from(text.matchAll(pattern), ([, id]) => id!);
}

/** Code of an invitation that is given as such, or by its address. */
export function resolveInviteCode(text: string): string {
  const address = /(?:^|\/\/)(?:www\.)?(?:discord\.gg|discord(?:app)?\.com\/invite)\/([\w-]+)/i.exec(
    text.trim(),
  );
  return address?.[1] ?? text.trim();
}

/** Code of a guild's template that is given as such, or by its address. */
export function resolveTemplateCode(text: string): string {
  const address = /(?:^|\/\/)(?:www\.)?(?:discord\.new|discord(?:app)?\.com\/template)\/([\w-]+)/i.exec(
    text.trim(),
  );
  return address?.[1] ?? text.trim();
}
