import type { Snowflake } from '../types/type-tools.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import { FlagSet } from './flags/flag-set.js';
import type { ChannelFlagName } from './flags/flag-tables.js';
import { channelFlags } from './flags/flag-tables.js';
import type { ModelHost } from './host.js';
import type { RecordOrigin } from './live-model.js';
import { LiveModel } from './live-model.js';
import type { ChannelRecord } from './records.js';

/** Channel of any type; those of a known type are objects of a class below this one. @see https://docs.discord.com/developers/resources/channel */
export class Channel extends LiveModel<'channel'> {
  constructor(host: ModelHost, record: ChannelRecord, origin?: RecordOrigin) {
    super(host, record, origin, record.guild_id ?? '');
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
  get flags(): FlagSet<ChannelFlagName> {
    return new FlagSet<ChannelFlagName>(channelFlags, this.raw.flags);
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
  /** Address that opens the channel in Discord. */
  get url(): string {
    return `https://discord.com/channels/${this.raw.guild_id ?? '@me'}/${this.id}`;
  }
  /** Whether it belongs to a guild, so that it has the properties of `GuildChannel`. */
  get isInGuild(): boolean {
    return this.raw.guild_id !== undefined;
  }

  /** Asks Discord for the channel as it is now. */
  async fetch(): Promise<Channel> {
    return this.host.answers.channel(await this.host.rest.channels.get(this.id));
  }

  /** Text that mentions it in a message: `<#id>`. */
  override toString(): string {
    return this.mention;
  }

  protected get kind(): 'channel' {
    return 'channel';
  }

  protected override lookUp(record: ChannelRecord): ChannelRecord | undefined {
    return this.host.records.channel(record.id);
  }
}
