import type { APIGuildMember } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import type { Channel } from './channel.js';
import type { Member } from './member.js';
import { Model } from './model.js';
import type { MemberRecord } from './records.js';
import type { User } from './user.js';

/** Payload of the event. */
export interface TypingRecord {
  readonly channel_id: Snowflake;
  readonly guild_id?: Snowflake;
  readonly user_id: Snowflake;
  readonly timestamp: number;
  readonly member?: APIGuildMember;
}

/** Somebody began to type. @see https://docs.discord.com/developers/events/gateway-events#typing-start */
export class Typing extends Model<TypingRecord> {
  get channelId(): Snowflake {
    return this.raw.channel_id;
  }
  get guildId(): Snowflake | undefined {
    return this.raw.guild_id;
  }
  get userId(): Snowflake {
    return this.raw.user_id;
  }
  get startedAt(): Date {
    return new Date(this.raw.timestamp * 1000);
  }
  get user(): User | undefined {
    const record = this.host.records.user(this.userId) ?? this.raw.member?.user;
    return record && this.host.models.user(record);
  }
  get member(): Member | undefined {
    const { guildId } = this;
    if (guildId === undefined) return undefined;
    const record = this.host.records.member(guildId, this.userId) ?? this.raw.member;
    return record && this.host.models.member(guildId, record as MemberRecord);
  }
  get channel(): Channel | undefined {
    const record = this.host.records.channel(this.channelId);
    return record && this.host.models.channel(record);
  }
}
