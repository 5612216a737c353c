import type { APIEmoji, APIGuildMember } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import type { Channel } from './channel.js';
import type { Guild } from './guild.js';
import type { Member } from './member.js';
import type { Message } from './message.js';
import { Model } from './model.js';
import type { User } from './user.js';

/** Payload of the events about reactions; those about all reactions name no user. */
export interface ReactionRecord {
  /** Channel of the message. */
  readonly channel_id: Snowflake;
  /** Guild of the message. */
  readonly guild_id?: Snowflake;
  /** Message that has the reaction. */
  readonly message_id: Snowflake;
  /** User who reacted. */
  readonly user_id?: Snowflake;
  /** Member who reacted, when the reaction was added in a guild. */
  readonly member?: APIGuildMember;
  /** Emoji of the reaction. */
  readonly emoji: Pick<APIEmoji, 'animated' | 'id' | 'name'>;
  /** Whether it is a super reaction. */
  readonly burst?: boolean;
  /** Colours of the animation of a super reaction, as in `#ff0000`. */
  readonly burst_colors?: readonly string[];
  /** Author of the message. */
  readonly message_author_id?: Snowflake;
}

/** Emoji under a message, and who put it there or took it away. @see https://docs.discord.com/developers/resources/message#reaction-object */
export class Reaction extends Model<ReactionRecord> {
  /** Channel of the message. */
  get channelId(): Snowflake {
    return this.raw.channel_id;
  }
  /** Guild of the message; `undefined` in direct messages. */
  get guildId(): Snowflake | undefined {
    return this.raw.guild_id;
  }
  /** Message that has the reaction. */
  get messageId(): Snowflake {
    return this.raw.message_id;
  }
  /** Message, when cached. */
  get message(): Message | undefined {
    const record = this.host.records.message(this.channelId, this.messageId);
    return record && this.host.models.message(record);
  }
  /** User who reacted; `undefined` when all of an emoji were removed. */
  get userId(): Snowflake | undefined {
    return this.raw.user_id;
  }
  /** User who reacted, when known. */
  get user(): User | undefined {
    const { userId } = this;
    if (userId === undefined) return undefined;
    const record = this.host.records.user(userId) ?? this.raw.member?.user;
    return record && this.host.models.user(record);
  }
  /** Who reacted as a member of the guild, where known. */
  get member(): Member | undefined {
    const { guildId, userId } = this;
    if (guildId === undefined || userId === undefined) return undefined;
    const record = this.host.records.member(guildId, userId) ?? this.raw.member;
    return record && this.host.models.member(guildId, record);
  }
  /** Guild of the message, when cached. */
  get guild(): Guild | undefined {
    return this.guildId === undefined ? undefined : this.host.models.guildRef(this.guildId);
  }
  /** Channel of the message, when cached. */
  get channel(): Channel | undefined {
    const record = this.host.records.channel(this.channelId);
    return record && this.host.models.channel(record);
  }
  /** Id of who wrote the message, where Discord has told. */
  get messageAuthorId(): Snowflake | undefined {
    return this.raw.message_author_id;
  }
  /** Colours of a burst reaction, as in `#ff0000`. */
  get burstColors(): readonly string[] {
    return this.raw.burst_colors ?? [];
  }
  /** Emoji of the reaction. */
  get emoji(): Pick<APIEmoji, 'animated' | 'id' | 'name'> {
    return this.raw.emoji;
  }
  /** Whether it is one of the animated ones that cost something. */
  get burst(): boolean {
    return this.raw.burst ?? false;
  }
  /** How many such reactions the cached message has. */
  get count(): number | undefined {
    const key = this.raw.emoji.id ?? this.raw.emoji.name;
    return this.message?.raw.reactions?.find(({ emoji }) => (emoji.id ?? emoji.name) === key)?.count;
  }
}
