import type { Snowflake } from '../types/type-tools.js';
import type { Member } from './member.js';
import type { Message } from './message.js';
import { Model } from './model.js';
import type { MessagePoll, PollAnswer } from './polls/message-poll.js';
import type { User } from './user.js';

/** Payload of the events about votes. */
export interface PollVoteRecord {
  /** User who voted. */
  readonly user_id: Snowflake;
  /** Channel of the poll. */
  readonly channel_id: Snowflake;
  /** Guild of the poll. */
  readonly guild_id?: Snowflake;
  /** Message of the poll. */
  readonly message_id: Snowflake;
  /** Answer that was chosen, counted from 1. */
  readonly answer_id: number;
}

/** Vote for one answer of a poll. @see https://docs.discord.com/developers/resources/poll */
export class PollVote extends Model<PollVoteRecord> {
  /** User who voted. */
  get userId(): Snowflake {
    return this.raw.user_id;
  }
  /** Channel of the poll. */
  get channelId(): Snowflake {
    return this.raw.channel_id;
  }
  /** Guild of the poll; `undefined` in direct messages. */
  get guildId(): Snowflake | undefined {
    return this.raw.guild_id;
  }
  /** Message of the poll. */
  get messageId(): Snowflake {
    return this.raw.message_id;
  }
  /** Answer that was chosen, counted from 1. */
  get answerId(): number {
    return this.raw.answer_id;
  }
  /** User who voted, when known. */
  get user(): User | undefined {
    const record = this.host.records.user(this.userId);
    return record && this.host.models.user(record);
  }
  /** Who voted as a member of the guild, when cached. */
  get member(): Member | undefined {
    return this.guildId === undefined
      ? undefined
      : this.host.models.guildRef(this.guildId).members.get(this.userId);
  }
  /** Poll, when its message is cached. */
  get poll(): MessagePoll | undefined {
    return this.message?.poll;
  }
  /** Answer that was voted for, when the message is cached. */
  get answer(): PollAnswer | undefined {
    return this.poll?.answer(this.answerId);
  }
  /** Message with the poll, when cached. */
  get message(): Message | undefined {
    const record = this.host.records.message(this.channelId, this.messageId);
    return record && this.host.models.message(record);
  }
}
