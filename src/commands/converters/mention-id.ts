import type { Snowflake } from '../../types/type-tools.js';

/** Sorts of mentions, and how each begins. */
const MENTIONS = {
  user: /^<@!?(\d{15,20})>$/,
  role: /^<@&(\d{15,20})>$/,
  channel: /^<#(\d{15,20})>$/,
} as const;

/** Id that a text is, or mentions. */
export function mentionedId(text: string, sort: keyof typeof MENTIONS): Snowflake | undefined {
  if (/^\d{15,20}$/.test(text)) return text;
  return MENTIONS[sort].exec(text)?.[1];
}
