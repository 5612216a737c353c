import type { APIThreadMember } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import type { ModelHost } from './host.js';
import type { Member } from './member.js';
import { Model } from './model.js';
import type { MemberRecord } from './records.js';
import type { User } from './user.js';

/** Somebody as a member of a thread. @see https://docs.discord.com/developers/resources/channel#thread-member-object */
export class ThreadMember extends Model<Readonly<APIThreadMember>> {
  /** Guild of the thread. */
  readonly guildId: Snowflake;

  constructor(host: ModelHost, guildId: Snowflake, record: Readonly<APIThreadMember>) {
    super(host, record);
    this.guildId = guildId;
  }

  /** Id of the user; the bot itself where Discord leaves it out. */
  get userId(): Snowflake {
    return this.raw.user_id ?? this.host.selfId;
  }
  /** Thread that the user is in. */
  get threadId(): Snowflake {
    return this.raw.id ?? '';
  }
  /** When the user joined the thread. */
  get joinedAt(): Date {
    return new Date(this.raw.join_timestamp);
  }
  /** User who is in it, when cached. */
  get user(): User | undefined {
    const record = this.host.records.user(this.userId) ?? this.raw.member?.user;
    return record && this.host.models.user(record);
  }
  /** Member of the guild, when cached or come along. */
  get member(): Member | undefined {
    const record = this.host.records.member(this.guildId, this.userId) ?? this.raw.member;
    return record && this.host.models.member(this.guildId, record as MemberRecord);
  }
}
