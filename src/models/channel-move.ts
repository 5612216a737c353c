import { InvalidOptionError } from '../errors/invalid-option-error.js';
import type { Snowflake } from '../types/type-tools.js';
import type { GuildChannel } from './guild-channel.js';
import type { ChannelPosition } from './guild-channels.js';
import { compareChannels } from './guild-channels.js';
import { reorder } from './reorder.js';

/** Where a channel goes: exactly one of the first four, if any. */
export interface ChannelMove {
  /** Whether it becomes the first channel of its kind there. */
  readonly toBeginning?: boolean;
  /** Whether it becomes the last channel of its kind there. */
  readonly toEnd?: boolean;
  /** Channel that it comes to stand just above. */
  readonly before?: Snowflake;
  /** Channel that it comes to stand just below. */
  readonly after?: Snowflake;
  /** How many places further down, or up when negative. @defaultValue 0 */
  readonly offset?: number;
  /** Category; `null` for none. @defaultValue the one it is in */
  readonly parentId?: Snowflake | null;
  /** Whether it takes over the overwrites of its new category. @defaultValue false */
  readonly syncPermissions?: boolean;
}

const CATEGORY = 4;

/**
 * Positions that change by a move, the channel's own with its new category.
 *
 * Discord orders channels within one category, those for talking below the others; so a channel moves among its like.
 */
export function positionsAfter(channel: GuildChannel, move: ChannelMove): ChannelPosition[] {
  const parentId = move.parentId === undefined ? channel.parentId : (move.parentId ?? undefined);
  const likes = channel.guild.channels
    .filter(
      (other): other is GuildChannel =>
        other.id !== channel.id && isLike(channel, other as GuildChannel, parentId),
    )
    .sort(compareChannels);
  const index = Math.max(0, Math.min(likes.length, indexOf(likes, channel, move) + (move.offset ?? 0)));
  const own: ChannelPosition = {
    id: channel.id,
    ...(move.parentId === undefined ? {} : { parentId: move.parentId }),
    ...(move.syncPermissions === undefined ? {} : { lockPermissions: move.syncPermissions }),
  };
  const beside = likes[index] ?? likes.at(-1);
  if (!beside) return [{ ...own, position: 0 }];
  const ordered = [...likes, channel].sort(compareChannels);
  const moved = reorder(ordered, channel.id, beside.id, index >= likes.length);
  const place = moved.find(({ id }) => id === channel.id)?.position ?? channel.position;
  return [{ ...own, position: place }, ...moved.filter(({ id }) => id !== channel.id)];
}

function isLike(channel: GuildChannel, other: GuildChannel, parentId: Snowflake | undefined): boolean {
  if (isThread(other)) return false;
  if (channel.type === CATEGORY || other.type === CATEGORY) return channel.type === other.type;
  return other.parentId === parentId && isSpoken(channel) === isSpoken(other);
}

function indexOf(likes: readonly GuildChannel[], channel: GuildChannel, move: ChannelMove): number {
  if (move.toBeginning) return 0;
  if (move.toEnd) return likes.length;
  const besideId = move.before ?? move.after;
  if (besideId === undefined) return likes.filter((other) => compareChannels(other, channel) < 0).length;
  const index = likes.findIndex(({ id }) => id === besideId);
  if (index >= 0) return move.before === undefined ? index + 1 : index;
  throw new InvalidOptionError(
    `Channel ${channel.id} cannot be moved beside channel ${besideId}: that one is not cached, or not of the same category and sort.`,
    move.before === undefined ? 'after' : 'before',
  );
}

function isSpoken({ type }: GuildChannel): boolean {
  return type === 2 || type === 13;
}

function isThread({ type }: GuildChannel): boolean {
  return type === 10 || type === 11 || type === 12;
}
