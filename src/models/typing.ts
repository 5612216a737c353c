import type { APIGuildMember } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import type { Channel } from './channel.js';
import type { Member } from './member.js';
import { Model } from './model.js';
import type { MemberRecord } from './records.js';
import type { User } from './user.js';

/** Payload of the event. */
export interface TypingRecord {
  /** Channel in which somebody types. */
  readonly channel_id: Snowflake;
  /** Guild of the channel. */
  readonly guild_id?: Snowflake;
  /** User who types. */
  readonly user_id: Snowflake;
  /** When it began, in seconds since the Unix epoch. */
  readonly timestamp: number;
  /** Member who types, in guilds. */
  readonly member?: APIGuildMember;
}

/** Somebody began to type. @see https://docs.discord.com/developers/events/gateway-events#typing-start */
export class Typing extends Model<TypingRecord> {
  /** Channel in which somebody types. */
  get channelId(): Snowflake {
    return this.raw.channel_id;
  }
  /** Guild of the channel; `undefined` in direct messages. */
  get guildId(): Snowflake | undefined {
    return this.raw.guild_id;
  }
  /** User who types. */
  get userId(): Snowflake {
    return this.raw.user_id;
  }
  /** When it began; clients show it for ten seconds. */
  get startedAt(): Date {
    return new Date(this.raw.timestamp * 1000);
  }
  /** User who types, when known. */
  get user(): User | undefined {
    const record = this.host.records.user(this.userId) ?? this.raw.member?.user;
    return record && this.host.models.user(record);
  }
  /** Member who types, in guilds. */
  get member(): Member | undefined {
    const { guildId } = this;
    if (guildId === undefined) return undefined;
    const record = this.host.records.member(guildId, this.userId) ?? this.raw.member;
    return record && this.host.models.member(guildId, record as MemberRecord);
  }
  /** Channel in which somebody types, when known. */
  get channel(): Channel | undefined {
    const record = this.host.records.channel(this.channelId);
    return record && this.host.models.channel(record);
  }
}
