import type { Snowflake } from '../types/type-tools.js';

/** First millisecond of 2015, from which Discord counts. @see https://docs.discord.com/developers/reference#snowflakes */
export const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** When the id was made, in milliseconds since the Unix epoch. */
export function snowflakeTimeMs(id: Snowflake): number {
  return Number(BigInt(id) >> 22n) + DISCORD_EPOCH_MS;
}

/** Smallest id of a moment, to page from with `before` and `after`. */
export function snowflakeFromTimeMs(timeMs: number): Snowflake {
  return String(BigInt(Math.max(0, Math.trunc(timeMs) - DISCORD_EPOCH_MS)) << 22n);
}

/** Whether the text has the form of an id: 17 to 20 digits. */
export function isSnowflake(text: string): boolean {
  return /^\d{17,20}$/.test(text);
}

/** Order of two ids by age, without making big integers. */
export function compareSnowflakes(a: Snowflake, b: Snowflake): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
