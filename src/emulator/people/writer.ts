/** Somebody who writes in channels: what can be done with messages, one's own and those of others. */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { ChannelRecord } from '../world/channel-record.js';
import { deleteMessage, editMessage } from '../world/message-book.js';
import { PARSE_ALL_MENTIONS } from '../world/message-draft.js';
import type { MessageRecord } from '../world/message-record.js';
import { setVotes } from '../world/poll-votes.js';
import { addReaction, removeReaction } from '../world/reactions.js';
import { publishTyping } from '../world/typing.js';
import type { UserRecord } from '../world/user-record.js';
import type { ChannelTarget } from './account.js';
import { Account } from './account.js';
import type { FileValue } from './option-values.js';
import { SeenMessage } from './seen-message.js';
import { checkLength, checkRules, writeAs } from './write-as.js';

/** Message, or its id together with that of its channel. */
export type MessageTarget = SeenMessage | { readonly id: Snowflake; readonly channelId: Snowflake };

/** Message with more than text. */
export interface Saying {
  /** Text, at most 2,000 characters. */
  readonly content?: string;
  /** Files to attach, at most ten. */
  readonly files?: readonly FileValue[];
  /** Message that this one replies to. */
  readonly replyTo?: MessageTarget;
}

/** Account of somebody who reads and writes; what this person does with bots is in `Person`. */
export abstract class Writer extends Account {
  /**
   * Writes a message; resolves with it when a bot has answered in that channel, or when everything is idle.
   *
   * `reply` and `replies` of the result are what bots wrote after it.
   *
   * @throws {InvalidInvocationError} when this person may not write there, or not yet because of slowmode.
   * @throws {MessageBlockedError} when the guild's auto moderation blocks it.
   */
  async say(target: ChannelTarget, what: string | Saying): Promise<SeenMessage> {
    const { world, answers } = this.stage;
    const channel = this.channelOf(target);
    const saying: Saying = typeof what === 'string' ? { content: what } : what;
    const isThread = channel.data.type >= 10 && channel.data.type <= 12;
    this.#requireIn(channel, isThread ? P.SendMessagesInThreads : P.SendMessages, 'write');
    const message = writeAs(world, channel, this.user as UserRecord, {
      content: saying.content ?? '',
      files: saying.files ?? [],
      referenced: saying.replyTo && this.messageOf(saying.replyTo),
    });
    const seen = this.#see(message);
    await answers.until({ find: () => seen.reply, onSilence: () => undefined });
    return seen;
  }

  /** Adds a reaction, as in `'👍'` or `'name:id'`. */
  async react(message: MessageTarget, emoji: string): Promise<void> {
    addReaction(this.stage.world, this.messageOf(message), emoji, this.id);
    await this.idle();
  }

  /** Takes a reaction back. */
  async unreact(message: MessageTarget, emoji: string): Promise<void> {
    removeReaction(this.stage.world, this.messageOf(message), emoji, this.id);
    await this.idle();
  }

  /**
   * Votes in a poll by the numbers of its answers, instead of what was voted for before; without answers, takes votes back.
   *
   * @throws {InvalidInvocationError} when the message has no open poll, or the poll takes one answer only.
   */
  async vote(message: MessageTarget, ...answerIds: readonly number[]): Promise<void> {
    const record = this.messageOf(message);
    const { poll } = record;
    if (!poll || poll.isFinalized) throw new InvalidInvocationError(`Message ${record.id} has no open poll.`);
    if (answerIds.length > 1 && !poll.allow_multiselect)
      throw new InvalidInvocationError(`The poll "${poll.question.text}" takes one answer only.`);
    setVotes(this.stage.world, record, this.id, answerIds);
    await this.idle();
  }

  /** Changes one of this person's own messages. */
  async edit(message: MessageTarget, content: string): Promise<SeenMessage> {
    const record = this.messageOf(message);
    if (record.author.id !== this.id)
      throw new InvalidInvocationError(`${this.name} can edit only own messages.`);
    checkLength(content);
    checkRules(this.stage.world, this.channelOf(record.channelId), this.user as UserRecord, content);
    editMessage(this.stage.world, record, { draft: { content, allowedMentions: PARSE_ALL_MENTIONS } });
    await this.idle();
    return this.#see(record);
  }

  /** Deletes a message: an own one, or any with the permission to manage messages. */
  async delete(message: MessageTarget): Promise<void> {
    const record = this.messageOf(message);
    if (record.author.id !== this.id)
      this.#requireIn(this.channelOf(record.channelId), P.ManageMessages, 'delete messages');
    deleteMessage(this.stage.world, record);
    await this.idle();
  }

  /** Starts typing. */
  async type(target: ChannelTarget): Promise<void> {
    publishTyping(this.stage.world, this.channelOf(target), this.id);
    await this.idle();
  }

  /** Messages of a channel that this person can see, oldest first. */
  read(target: ChannelTarget): readonly SeenMessage[] {
    const channel = this.channelOf(target);
    return [...channel.messages.values()]
      .filter(({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === this.id)
      .map((message) => this.#see(message));
  }

  /** Channel for direct messages with a bot. */
  directMessages(bot: { readonly id: Snowflake }): { readonly id: Snowflake } {
    return { id: this.stage.world.directChannel(this.id, bot.id).data.id };
  }

  #see(message: MessageRecord): SeenMessage {
    return new SeenMessage(this.stage.world, this.id, message);
  }

  protected override channelOf(target: ChannelTarget): ChannelRecord {
    const id = typeof target === 'string' ? target : target.id;
    const channel = this.stage.world.channels.get(id);
    if (!channel)
      throw new InvalidInvocationError(
        `There is no channel ${id}. Give one of a guild, as guild.channel('general'), or its id.`,
      );
    this.#requireIn(channel, P.ViewChannel, 'see it');
    return channel;
  }

  /** Message as this Discord has it. @internal */
  protected messageOf({ id, channelId }: MessageTarget): MessageRecord {
    const message = this.stage.world.findMessage(channelId, id);
    if (!message) throw new InvalidInvocationError(`There is no message ${id} any more.`);
    return message;
  }

  #requireIn(channel: ChannelRecord, needed: bigint, deed: string): void {
    if (this.stage.world.permissionsIn(channel, this.id) & needed) return;
    const place = channel.data.name === undefined ? 'this channel' : `#${channel.data.name}`;
    throw new InvalidInvocationError(
      `${this.name} may not ${deed} in ${place}: is ${this.name} a member with that permission?`,
    );
  }
}
