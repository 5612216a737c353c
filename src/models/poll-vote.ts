import type { Snowflake } from '../types/type-tools.js';
import type { Message } from './message.js';
import { Model } from './model.js';
import type { User } from './user.js';

/** Payload of the events about votes. */
export interface PollVoteRecord {
  readonly user_id: Snowflake;
  readonly channel_id: Snowflake;
  readonly guild_id?: Snowflake;
  readonly message_id: Snowflake;
  readonly answer_id: number;
}

/** Vote for one answer of a poll. @see https://docs.discord.com/developers/resources/poll */
export class PollVote extends Model<PollVoteRecord> {
  get userId(): Snowflake {
    return this.raw.user_id;
  }
  get channelId(): Snowflake {
    return this.raw.channel_id;
  }
  get guildId(): Snowflake | undefined {
    return this.raw.guild_id;
  }
  get messageId(): Snowflake {
    return this.raw.message_id;
  }
  get answerId(): number {
    return this.raw.answer_id;
  }
  get user(): User | undefined {
    const record = this.host.records.user(this.userId);
    return record && this.host.models.user(record);
  }
  /** Message with the poll, when cached. */
  get message(): Message | undefined {
    const record = this.host.records.message(this.channelId, this.messageId);
    return record && this.host.models.message(record);
  }
}
