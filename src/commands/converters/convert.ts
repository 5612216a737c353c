/**
 * Converters for what has no kind of option of its own: text on Discord's side, the thing itself for the handler.
 *
 * Each throws a sentence that says what it takes; the option's name is put before it.
 */
import { colors, parseColor, rgbColor } from '../../models/colors.js';
import { resolveInviteCode } from '../../models/formatting.js';
import type { Guild } from '../../models/guild.js';
import { GuildEmoji } from '../../models/guild-emoji.js';
import { GuildSticker } from '../../models/guild-sticker.js';
import { Invite } from '../../models/invite.js';
import type { Message } from '../../models/message.js';
import { ScheduledEvent } from '../../models/scheduled-event.js';
import type { ConversionContext } from '../../schema/converter.js';
import type { Snowflake } from '../../types/type-tools.js';
import { parseDurationMs } from '../../utils/parse-duration.js';
import { cleanText } from './clean-text.js';
import { findMessage } from './find-message.js';
import { unlessUnknown } from './unless-unknown.js';

/** Emoji as messages and reactions name it: a character, or the id and name of one of a guild. */
export interface NamedEmoji {
  /** Id of a custom emoji; standard ones have none. */
  readonly id?: Snowflake;
  /** Name of a custom emoji, or the standard emoji itself. */
  readonly name: string;
  /** Whether a custom emoji moves. */
  readonly animated?: boolean;
}

const ISO_DATE = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** What matches one emoji character; the flag is newer than the language version that is compiled for. */
const EMOJI_FLAGS: string = 'v';
const EMOJI_PATTERN = String.raw`^(\p{RGI_Emoji}|\p{Extended_Pictographic})$`;
/** Made at first use: compiling it takes longer than loading the rest of the package's commands. */
let emoji: RegExp | undefined;

/**
 * Ready-made converters, for `Option.custom`.
 *
 * @example
 * ```ts
 * class QuoteOptions {
 *   @Option.custom('Which message', Convert.message) message!: Message;
 *   @Option.custom('Colour of the bar', Convert.color) color = 0x5865f2;
 * }
 * ```
 */
export const Convert = {
  /** Text in which mentions are written as names, so that repeating it mentions nobody. */
  cleanText,

  /** Colour as a number, from `#rrggbb`, `#rgb`, `0xrrggbb`, `rgb(255, 0, 50%)` or a name such as `dark blue`. */
  color(text: string): number {
    const color = parseColor(text.replace(/^0x#/, '#')) ?? rgbOf(text) ?? namedColor(text);
    if (color !== undefined) return color;
    throw new Error('a colour is written as #rrggbb, rgb(r, g, b) or by its name');
  },

  /** Moment, from `2026-01-31`, `2026-01-31T18:00Z`, a Discord timestamp, or a time from now such as `2h30m`. */
  date(text: string, { host }: ConversionContext): Date {
    const date = new Date(timeMsOf(text, host.clock.now()));
    if (!Number.isNaN(date.getTime())) return date;
    throw new Error('a date is written as 2026-01-31, 2026-01-31T18:00 (UTC), or 2h30m from now');
  },

  /** Emoji of any sort: a character, `<:name:id>`, or the id or name of one of the guild. */
  emoji(text: string, ctx: ConversionContext): NamedEmoji {
    const written = /^<(a?):(\w{2,32}):(\d{15,20})>$/.exec(text);
    if (written) return { id: written[3]!, name: written[2]!, animated: written[1] === 'a' };
    const own = ownEmoji(text, ctx);
    if (own) return { id: own.id, name: own.name, animated: own.animated };
    emoji ??= new RegExp(EMOJI_PATTERN, EMOJI_FLAGS);
    if (emoji.test(text)) return { name: text };
    throw new Error('that is no emoji');
  },

  /** Guild that the bot is in, by its id or name. */
  guild(text: string, { host }: ConversionContext): Guild {
    const byId = host.records.guild(text);
    if (byId) return host.models.guild(byId);
    for (const record of host.records.list('guild', '')) {
      if (record.name === text) return host.models.guild(record);
    }
    throw new Error('the bot is in no such server');
  },

  /** Emoji of the guild, by its mention, id or name. */
  guildEmoji(text: string, ctx: ConversionContext): GuildEmoji {
    const found = ownEmoji(/^<a?:\w{2,32}:(\d{15,20})>$/.exec(text)?.[1] ?? text, ctx);
    if (found) return found;
    throw new Error('this server has no such emoji');
  },

  /** Invitation, by its code or address; asks Discord. */
  async invite(text: string, { host }: ConversionContext): Promise<Invite> {
    const code = resolveInviteCode(text);
    const wanted = /^[\w-]{2,32}$/.test(code) ? code : undefined;
    const record = wanted && (await unlessUnknown(host.rest.invites.get(wanted, { with_counts: true })));
    if (record) return new Invite(host, record);
    throw new Error('that invitation does not exist, or not any more');
  },

  /** Message, by its address, `channelId-messageId`, or its id alone in this channel; asks Discord when not cached. */
  message(text: string, ctx: ConversionContext): Promise<Message> {
    return findMessage(text, ctx);
  },

  /** Scheduled event of the guild, by its address, id or name. */
  scheduledEvent(text: string, { host, guildId }: ConversionContext): ScheduledEvent {
    const id = /\/events\/\d{15,20}\/(\d{15,20})\/?$/.exec(text)?.[1] ?? text;
    for (const record of host.records.list('scheduledEvent', guildId ?? '')) {
      if (record.id === id || record.name === text) return new ScheduledEvent(host, record);
    }
    throw new Error('this server has no such event');
  },

  /** Id of anything, alone or out of a mention. */
  snowflake(text: string): Snowflake {
    const id = /^(?:<(?:@[!&]?|#|a?:\w{2,32}:)(\d{15,20})>|(\d{15,20}))$/.exec(text);
    if (id) return (id[1] ?? id[2])!;
    throw new Error('an id has 15 to 20 digits');
  },

  /** Sticker of the guild, by its id or name. */
  sticker(text: string, { host, guildId }: ConversionContext): GuildSticker {
    for (const record of host.records.list('sticker', guildId ?? '')) {
      if (record.id === text || record.name === text) return new GuildSticker(host, guildId ?? '', record);
    }
    throw new Error('this server has no such sticker');
  },
} as const;

/** Moment that a text means, in milliseconds since the Unix epoch; NaN when it means none. */
function timeMsOf(text: string, nowMs: number): number {
  const fromNowMs = parseDurationMs(text.replace(/^in\s+/, ''));
  if (fromNowMs !== undefined) return nowMs + fromNowMs;
  const stampSeconds = /^<t:(-?\d{1,13})(?::[tTdDfFsSR])?>$/.exec(text)?.[1];
  if (stampSeconds !== undefined) return Number(stampSeconds) * 1000;
  return ISO_DATE.test(text) ? Date.parse(inUtc(text)) : Number.NaN;
}

function rgbOf(text: string): number | undefined {
  const parts = /^rgb\(\s*(\d{1,3}%?)\s*,\s*(\d{1,3}%?)\s*,\s*(\d{1,3}%?)\s*\)$/i.exec(text)?.slice(1);
  const values = parts?.map((part) =>
    part.endsWith('%') ? Math.round((Number(part.slice(0, -1)) * 255) / 100) : Number(part),
  );
  if (!values?.every((value) => value <= 255)) return undefined;
  return rgbColor(values[0]!, values[1]!, values[2]!);
}

function namedColor(text: string): number | undefined {
  const wanted = text
    .replace(/[\s_-]/g, '')
    .toLowerCase()
    .replace('gray', 'grey');
  return Object.entries(colors).find(([name]) => name.toLowerCase() === wanted)?.[1];
}

/** Dates without a zone mean UTC, wherever the bot runs. */
function inUtc(text: string): string {
  const iso = text.replace(' ', 'T');
  return iso.includes('T') && !/(Z|[+-]\d\d:?\d\d)$/.test(iso) ? `${iso}Z` : iso;
}

function ownEmoji(text: string, { host, guildId }: ConversionContext): GuildEmoji | undefined {
  if (guildId === undefined) return undefined;
  for (const record of host.records.list('emoji', guildId)) {
    if (record.id === null || (record.id !== text && record.name !== text)) continue;
    return new GuildEmoji(host, guildId, record);
  }
  return undefined;
}
