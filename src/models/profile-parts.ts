/** Parts of a profile that users choose or buy: decoration, nameplate, the tag of a guild. */
import type { APIUser } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import type { ImageOptions } from './image-url.js';
import { imageUrl } from './image-url.js';

const CDN = 'https://cdn.discordapp.com';

/** Frame around an avatar. */
export interface AvatarDecoration {
  /** SKU of the decoration in Discord's shop. */
  readonly skuId: Snowflake;
  /** Address of the image, which moves where the client can show that. */
  readonly url: string;
}

/** Background of a user's name in the list of members. */
export interface Nameplate {
  /** SKU of the nameplate in Discord's shop. */
  readonly skuId: Snowflake;
  /** Name of its colour, such as `berry`; also colours newer than this package. */
  readonly palette: string;
  /** What it is, for those who cannot see it. */
  readonly label: string;
  /** Address of the picture. */
  readonly imageUrl: string;
  /** Address of the same as a short film. */
  readonly videoUrl: string;
}

/** Guild whose tag a user shows beside its name. */
export interface PrimaryGuild {
  /** Guild whose tag the user wears. */
  readonly guildId: Snowflake | undefined;
  /** Whether the tag is shown. */
  readonly isEnabled: boolean;
  /** Up to four characters. */
  readonly tag: string | undefined;
  /** Address of the image beside the tag, where there is one. */
  badgeUrl(options?: ImageOptions): string | undefined;
}

export function avatarDecorationOf(data: APIUser['avatar_decoration_data']): AvatarDecoration | undefined {
  if (!data) return undefined;
  return {
    skuId: data.sku_id,
    url: imageUrl(`avatar-decoration-presets/${data.asset}`, { format: 'png' }, false),
  };
}

export function nameplateOf(collectibles: APIUser['collectibles']): Nameplate | undefined {
  const nameplate = collectibles?.nameplate;
  if (!nameplate) return undefined;
  const base = `${CDN}/assets/collectibles/${nameplate.asset}`;
  return {
    skuId: nameplate.sku_id,
    palette: nameplate.palette,
    label: nameplate.label,
    imageUrl: `${base}static.png`,
    videoUrl: `${base}asset.webm`,
  };
}

export function primaryGuildOf(data: APIUser['primary_guild']): PrimaryGuild | undefined {
  if (!data) return undefined;
  const { identity_guild_id: guildId, badge } = data;
  return {
    guildId: guildId ?? undefined,
    isEnabled: data.identity_enabled ?? false,
    tag: data.tag ?? undefined,
    badgeUrl: (options) =>
      guildId && badge ? imageUrl(`guild-tag-badges/${guildId}/${badge}`, options) : undefined,
  };
}
