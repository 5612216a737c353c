import type { ChannelType, RESTPostAPIGuildChannelJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { compareSnowflakes } from '../utils/snowflake.js';
import { because } from './because.js';
import type { CategoryChannel } from './category-channel.js';
import type { Channel } from './channel.js';
import type { ChannelOfType } from './channel-of-type.js';
import { EntityList } from './entity-list.js';
import type { GuildChannel } from './guild-channel.js';
import type { ModelHost } from './host.js';
import type { ChannelRecord } from './records.js';
import type { ThreadChannel } from './thread-channel.js';

/** Each member of a union without a key. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Body that makes a channel of a type; a text channel when it says none. */
export type NewChannelBody<T> = Without<RESTPostAPIGuildChannelJSONBody, 'type'> & {
  readonly name: string;
  readonly type?: T;
};

/** Where a channel goes in the list; what is left out stays. */
export interface ChannelPosition {
  /** Channel to put in its place. */
  readonly id: Snowflake;
  /** Place among the channels of the same kind, from 0. */
  readonly position?: number;
  /** Category; `null` for none. At most one channel of a request may change it. */
  readonly parentId?: Snowflake | null;
  /** Whether it takes over the overwrites of its new category. */
  readonly lockPermissions?: boolean;
}

const CATEGORY = 4;
/** Voice and stage channels stand below the others. */
const SPOKEN_TYPES: ReadonlySet<number> = new Set([2, 13]);
const THREAD_TYPES: ReadonlySet<number> = new Set([10, 11, 12]);

/** Channels and threads of one guild. @see https://docs.discord.com/developers/resources/guild#get-guild-channels */
export class GuildChannels extends EntityList<'channel', Channel> {
  constructor(host: ModelHost, guildId: Snowflake) {
    super(host, 'channel', guildId);
  }

  /** Cached threads that are not archived. */
  get threads(): ThreadChannel[] {
    return this.filter(({ type }) => THREAD_TYPES.has(type)) as ThreadChannel[];
  }

  /** Cached channels of these types, with the class that goes with them: `channels.ofType(ChannelType.GuildVoice)`. */
  ofType<T extends ChannelType>(...types: readonly T[]): ChannelOfType<T>[] {
    return this.filter(({ type }) => (types as readonly number[]).includes(type)) as ChannelOfType<T>[];
  }

  /** Cached channels as Discord lists them: those without a category first, then each category with its own. */
  byCategory(): [category: CategoryChannel | undefined, channels: GuildChannel[]][] {
    const all = this.filter(({ type }) => !THREAD_TYPES.has(type)) as GuildChannel[];
    const sorted = all.sort(compareChannels);
    const categories = sorted.filter(({ type }) => type === CATEGORY) as CategoryChannel[];
    const below = (id: Snowflake | undefined): GuildChannel[] =>
      sorted.filter(({ type, parentId }) => type !== CATEGORY && parentId === id);
    const groups = categories.map((category): [CategoryChannel, GuildChannel[]] => [
      category,
      below(category.id),
    ]);
    const loose = below(undefined);
    return loose.length > 0 ? [[undefined, loose], ...groups] : groups;
  }

  /** Asks Discord for a channel. */
  async fetch(id: Snowflake): Promise<Channel> {
    return this.#answered(await this.host.rest.channels.get(id));
  }

  /** Asks Discord for all channels that the bot sees, without threads. */
  async fetchAll(): Promise<Channel[]> {
    const records = await this.host.rest.guilds.listChannels(this.guildId);
    return records.map((record) => this.#answered(record as ChannelRecord));
  }

  /** Asks Discord for all threads that are not archived. */
  async fetchActiveThreads(): Promise<ThreadChannel[]> {
    const { threads } = await this.host.rest.guilds.listActiveThreads(this.guildId);
    return threads.map((record) => this.#answered(record as ChannelRecord) as ThreadChannel);
  }

  /** Makes a channel: of the type that the body says, else a text channel. */
  async create<T extends ChannelType = ChannelType.GuildText>(
    body: NewChannelBody<T>,
    reason?: string,
  ): Promise<ChannelOfType<T>> {
    const asked = body as RESTPostAPIGuildChannelJSONBody;
    const record = await this.host.rest.guilds.createChannel(this.guildId, asked, because(reason));
    return this.#answered(record) as ChannelOfType<T>;
  }

  /** Puts several channels in their places at once. */
  async setPositions(positions: readonly ChannelPosition[]): Promise<void> {
    const body = positions.map(({ id, position, parentId, lockPermissions }) => ({
      id,
      ...(position === undefined ? {} : { position }),
      ...(parentId === undefined ? {} : { parent_id: parentId }),
      ...(lockPermissions === undefined ? {} : { lock_permissions: lockPermissions }),
    }));
    await this.host.rest.guilds.editChannelPositions(this.guildId, body);
  }

  protected make(record: ChannelRecord): Channel {
    return this.host.models.channel(record);
  }

  #answered(record: ChannelRecord): Channel {
    return this.host.answers.channel(record);
  }
}

/** Order in which Discord lists channels of one category. */
export function compareChannels(a: GuildChannel, b: GuildChannel): number {
  const rank = ({ type }: GuildChannel): number => (SPOKEN_TYPES.has(type) ? 1 : 0);
  return rank(a) - rank(b) || a.position - b.position || compareSnowflakes(a.id, b.id);
}
