import type { GuildFields } from './guild-fields.js';

/** How much a guild may have; boosts raise it. */
export interface GuildLimits {
  /** Bits in a second that a voice channel may be set to. */
  readonly bitrate: number;
  /** Emojis that do not move; as many others may. */
  readonly emojis: number;
  /** Bytes of one uploaded file. */
  readonly fileBytes: number;
  /** How many sounds its soundboard holds. */
  readonly sounds: number;
  /** How many stickers it can have. */
  readonly stickers: number;
}

const MIB = 2 ** 20;

/** By level of boosts. @see https://docs.discord.com/developers/resources/guild#guild-object-premium-tier */
const byTier: readonly GuildLimits[] = [
  { bitrate: 96_000, emojis: 50, fileBytes: 10 * MIB, sounds: 8, stickers: 5 },
  { bitrate: 128_000, emojis: 100, fileBytes: 10 * MIB, sounds: 24, stickers: 15 },
  { bitrate: 256_000, emojis: 150, fileBytes: 50 * MIB, sounds: 36, stickers: 30 },
  { bitrate: 384_000, emojis: 250, fileBytes: 100 * MIB, sounds: 48, stickers: 60 },
];

/** Limits of a guild by its boosts and features; a level newer than this package counts as the highest known. */
export function limitsOf({ premiumTier, features }: GuildFields): GuildLimits {
  const limits = byTier[Math.min(premiumTier, byTier.length - 1)]!;
  return {
    ...limits,
    bitrate: features.includes('VIP_REGIONS') ? 384_000 : limits.bitrate,
    emojis: features.includes('MORE_EMOJI') ? Math.max(200, limits.emojis) : limits.emojis,
    sounds: features.includes('MORE_SOUNDBOARD') ? Math.max(96, limits.sounds) : limits.sounds,
    stickers: features.includes('MORE_STICKERS') ? Math.max(60, limits.stickers) : limits.stickers,
  };
}
