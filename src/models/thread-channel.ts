import type { Snowflake } from '../types/type-tools.js';
import type { Channel } from './channel.js';
import { ChannelMessages } from './channel-messages.js';
import { GuildChannel } from './guild-channel.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import { sendMessage } from './send-message.js';
import type { SendableChannel } from './sendable-channel.js';
import { TypingLoop } from './typing-loop.js';

/** Thread, or post of a forum. @see https://docs.discord.com/developers/topics/threads */
export class ThreadChannel extends GuildChannel implements SendableChannel {
  /** User who made it. */
  get ownerId(): Snowflake | undefined {
    return this.raw.owner_id;
  }
  /** Whether it is archived: out of the list, until somebody writes. */
  get archived(): boolean {
    return this.raw.thread_metadata?.archived ?? false;
  }
  /** Whether only those who manage threads can open it again. */
  get locked(): boolean {
    return this.raw.thread_metadata?.locked ?? false;
  }
  /** Whether only invited members see it. */
  get isPrivate(): boolean {
    return this.type === 12;
  }
  /** Minutes without a message after which it is archived. */
  get autoArchiveMinutes(): number | undefined {
    return this.raw.thread_metadata?.auto_archive_duration;
  }
  /** About how many members it has; Discord stops counting at 50. */
  get memberCount(): number | undefined {
    return this.raw.member_count;
  }
  /** Messages in it, without the first and deleted ones. */
  get messageCount(): number | undefined {
    return this.raw.message_count;
  }
  /** Seconds that a user waits between two messages; 0 for no wait. */
  get slowmodeSeconds(): number {
    return this.raw.rate_limit_per_user ?? 0;
  }
  /** Ids of the forum tags on it. */
  get appliedTagIds(): readonly Snowflake[] {
    return this.raw.applied_tags ?? [];
  }

  get messages(): ChannelMessages {
    return new ChannelMessages(this.host, this.id);
  }
  /** Newest message, which may be gone by now. */
  get lastMessageId(): Snowflake | undefined {
    return this.raw.last_message_id ?? undefined;
  }

  /** Sends text, options or a view. */
  send(payload: MessagePayload): Promise<Message> {
    return sendMessage(this.host, this.id, payload);
  }

  /** Shows the bot as typing for ten seconds, or until it sends something. */
  async sendTyping(): Promise<void> {
    await this.host.rest.channels.triggerTyping(this.id);
  }

  /** Shows the bot as typing until the loop is stopped: `using typing = channel.typing()`. */
  typing(): TypingLoop {
    return new TypingLoop(this.host, this.id);
  }

  /** Archives the thread. */
  archive(reason?: string): Promise<Channel> {
    return this.edit({ archived: true }, reason);
  }

  /** Opens an archived thread again. */
  unarchive(reason?: string): Promise<Channel> {
    return this.edit({ archived: false }, reason);
  }

  /** Lets only those who manage threads open it again, or everybody. */
  lock(locked = true, reason?: string): Promise<Channel> {
    return this.edit({ locked }, reason);
  }

  /** Makes the bot a member of it. */
  join(): Promise<void> {
    return this.host.rest.threads.join(this.id);
  }

  /** Makes the bot leave it. */
  leave(): Promise<void> {
    return this.host.rest.threads.leave(this.id);
  }

  /** Adds a member of the guild. */
  addMember(userId: Snowflake): Promise<void> {
    return this.host.rest.threads.addMember(this.id, userId);
  }

  /** Removes a member. */
  removeMember(userId: Snowflake): Promise<void> {
    return this.host.rest.threads.removeMember(this.id, userId);
  }
}
