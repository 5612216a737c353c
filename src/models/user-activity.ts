import type { GatewayActivity } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import type { ImageOptions } from './image-url.js';
import { imageUrl } from './image-url.js';

/** Images that stand elsewhere, by how Discord names them. */
const PLAYING_ON_TWITCH = /^twitch:(.+)$/;
const SPOTIFY = /^spotify:(.+)$/;
const MEDIA_PROXY = /^mp:(.+)$/;
const LISTENING = 2;

/**
 * What somebody plays, streams, hears, watches or has written as a status.
 *
 * Fields that one kind of activity alone has are `undefined` on the others.
 *
 * @see https://docs.discord.com/developers/events/gateway-events#activity-object
 */
export class UserActivity {
  /** Activity in Discord's own names, for fields that have no property here. */
  readonly raw: Readonly<GatewayActivity>;

  constructor(raw: Readonly<GatewayActivity>) {
    this.raw = raw;
  }

  /** Name of the game or other activity. */
  get name(): string {
    return this.raw.name;
  }
  /** 0 playing, 1 streaming, 2 listening, 3 watching, 4 custom status, 5 competing; also kinds newer than this package. */
  get type(): GatewayActivity['type'] {
    return this.raw.type;
  }
  /** Address of the stream. */
  get url(): string | undefined {
    return this.raw.url ?? undefined;
  }
  /** First line below the name: what exactly is done. */
  get details(): string | undefined {
    return this.raw.details ?? undefined;
  }
  /** Second line below the name; the text of a custom status. */
  get state(): string | undefined {
    return this.raw.state ?? undefined;
  }
  /** Emoji of a custom status. */
  get emoji(): GatewayActivity['emoji'] {
    return this.raw.emoji;
  }
  /** Application of the game. */
  get applicationId(): Snowflake | undefined {
    return this.raw.application_id;
  }
  /** When the user began to show it. */
  get createdAt(): Date | undefined {
    return dateOf(this.raw.created_at);
  }
  /** When it began. */
  get startedAt(): Date | undefined {
    return dateOf(this.raw.timestamps?.start);
  }
  /** When it will end. */
  get endsAt(): Date | undefined {
    return dateOf(this.raw.timestamps?.end);
  }
  /** How long it goes from its beginning to its end, as of a song. */
  get durationMs(): number | undefined {
    const { start, end } = this.raw.timestamps ?? {};
    return start === undefined || end === undefined ? undefined : Number(end) - Number(start);
  }
  /** Party that the user plays in, with its size. */
  get party(): GatewayActivity['party'] {
    return this.raw.party;
  }
  /** Text over the large image; of a song its album. */
  get largeText(): string | undefined {
    return this.raw.assets?.large_text;
  }
  /** Text shown over the small picture. */
  get smallText(): string | undefined {
    return this.raw.assets?.small_text;
  }
  /** Address of the large image, where there is one; of a song the cover of its album. */
  largeImageUrl(options: ImageOptions = {}): string | undefined {
    return this.#assetUrl(this.raw.assets?.large_image, options);
  }
  /** Address of the small picture. */
  smallImageUrl(options: ImageOptions = {}): string | undefined {
    return this.#assetUrl(this.raw.assets?.small_image, options);
  }

  /** Whether it is a song heard on Spotify. */
  get isSpotify(): boolean {
    return this.type === LISTENING && (this.raw.party?.id?.startsWith('spotify:') ?? false);
  }
  /** Who made the song that is heard on Spotify. */
  get artists(): readonly string[] {
    return this.isSpotify ? (this.state ?? '').split('; ').filter((artist) => artist !== '') : [];
  }
  /** Title of the song that is heard on Spotify. */
  get songTitle(): string | undefined {
    return this.isSpotify ? this.details : undefined;
  }
  /** Address of the song that is heard on Spotify. */
  get songUrl(): string | undefined {
    const { sync_id: id } = this.raw as { readonly sync_id?: string };
    return this.isSpotify && id !== undefined ? `https://open.spotify.com/track/${id}` : undefined;
  }
  /** Name of the channel that streams on Twitch. */
  get twitchName(): string | undefined {
    return PLAYING_ON_TWITCH.exec(this.raw.assets?.large_image ?? '')?.[1];
  }

  /** Activity in Discord's own names. */
  toJSON(): Readonly<GatewayActivity> {
    return this.raw;
  }

  /** Activity as Discord words it, as in `Playing chess`. */
  toString(): string {
    return this.name;
  }

  #assetUrl(asset: string | undefined, options: ImageOptions): string | undefined {
    if (asset === undefined) return undefined;
    const song = SPOTIFY.exec(asset)?.[1];
    if (song !== undefined) return `https://i.scdn.co/image/${song}`;
    const proxied = MEDIA_PROXY.exec(asset)?.[1];
    if (proxied !== undefined) return `https://media.discordapp.net/${proxied}`;
    const channel = PLAYING_ON_TWITCH.exec(asset)?.[1];
    if (channel !== undefined) {
      return `https://static-cdn.jtvnw.net/previews-ttv/live_user_${channel}.png`;
    }
    return this.applicationId && imageUrl(`app-assets/${this.applicationId}/${asset}`, options);
  }
}

function dateOf(value: number | string | undefined): Date | undefined {
  return value === undefined ? undefined : new Date(Number(value));
}
