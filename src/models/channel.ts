import type { Snowflake } from '../types/type-tools.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import type { ModelHost } from './host.js';
import type { ChannelRecord } from './records.js';

/** Channel of any type; those of a known type are objects of a class below this one. @see https://docs.discord.com/developers/resources/channel */
export class Channel {
  /** Bot that sees it. @internal */
  protected readonly host: ModelHost;
  /** Record in Discord's own names, for fields that have no property here. */
  readonly raw: ChannelRecord;

  constructor(host: ModelHost, record: ChannelRecord) {
    this.host = host;
    this.raw = record;
  }

  /** Id of the channel. */
  get id(): Snowflake {
    return this.raw.id;
  }
  /** Number of the type, also of types newer than this package. */
  get type(): ChannelRecord['type'] {
    return this.raw.type;
  }
  /** Flags as bits. @see https://docs.discord.com/developers/resources/channel#channel-object-channel-flags */
  get flags(): number {
    return this.raw.flags ?? 0;
  }
  /** When it was made, in milliseconds since the Unix epoch. */
  get createdTimestampMs(): number {
    return snowflakeTimeMs(this.id);
  }
  /** When it was made. */
  get createdAt(): Date {
    return new Date(this.createdTimestampMs);
  }
  /** Text that mentions the channel. */
  get mention(): string {
    return `<#${this.id}>`;
  }
  /** Whether it belongs to a guild, so that it has the properties of `GuildChannel`. */
  get isInGuild(): boolean {
    return this.raw.guild_id !== undefined;
  }

  /** Asks Discord for the channel as it is now. */
  async fetch(): Promise<Channel> {
    return this.host.models.channel(await this.host.rest.channels.get(this.id));
  }

  /** Text that mentions it in a message: `<#id>`. */
  toString(): string {
    return this.mention;
  }
}
