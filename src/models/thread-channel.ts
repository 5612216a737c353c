import type { APIGuildForumTag, APIThreadMember } from 'discord-api-types/v10';
import type { LazyList } from '../rest/lazy-list.js';
import type { Snowflake } from '../types/type-tools.js';
import type { CategoryChannel } from './category-channel.js';
import type { Channel } from './channel.js';
import { ChannelMessages } from './channel-messages.js';
import type { ForumChannel } from './forum-channel.js';
import { GuildChannel } from './guild-channel.js';
import type { Member } from './member.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import { sendMessage } from './send-message.js';
import type { SendableChannel } from './sendable-channel.js';
import { ThreadMember } from './thread-member.js';
import { TypingLoop } from './typing-loop.js';

const PINNED = 1 << 1;

/** Thread, or post of a forum. @see https://docs.discord.com/developers/topics/threads */
export class ThreadChannel extends GuildChannel implements SendableChannel {
  /** User who made it. */
  get ownerId(): Snowflake | undefined {
    return this.raw.owner_id;
  }
  /** Who began it, when cached. */
  get owner(): Member | undefined {
    return this.ownerId === undefined ? undefined : this.guild.members.get(this.ownerId);
  }
  /** Category that its channel stands in, when cached. */
  override get category(): CategoryChannel | undefined {
    return (this.parent as GuildChannel | undefined)?.parent as CategoryChannel | undefined;
  }
  /** Whether its channel is for adults only. */
  override get nsfw(): boolean {
    return this.parent?.raw.nsfw ?? false;
  }
  /** Whether it is archived: out of the list, until somebody writes. */
  get archived(): boolean {
    return this.raw.thread_metadata?.archived ?? false;
  }
  /** When it was archived or opened last. */
  get archiveChangedAt(): Date | undefined {
    const at = this.raw.thread_metadata?.archive_timestamp;
    return at ? new Date(at) : undefined;
  }
  /** Whether only those who manage threads can open it again. */
  get locked(): boolean {
    return this.raw.thread_metadata?.locked ?? false;
  }
  /** Whether only invited members see it. */
  get isPrivate(): boolean {
    return this.type === 12;
  }
  /** Whether it belongs to an announcement channel. */
  get isAnnouncement(): boolean {
    return this.type === 10;
  }
  /** Whether its members may invite others, where it is private. */
  get invitable(): boolean {
    return this.raw.thread_metadata?.invitable ?? true;
  }
  /** Whether the post stands at the top of its forum. */
  get isPinned(): boolean {
    return this.flags.has('Pinned');
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
  /** How many messages were ever sent, deleted ones included. */
  get totalMessagesSent(): number | undefined {
    return this.raw.total_message_sent;
  }
  /** Seconds that a user waits between two messages; 0 for no wait. */
  get slowmodeSeconds(): number {
    return this.raw.rate_limit_per_user ?? 0;
  }
  /** Membership of the bot itself, when it is a member; of bots that share a cache, one may not be told. */
  get me(): ThreadMember | undefined {
    const { member } = this.raw;
    return member && (member.user_id ?? this.host.selfId) === this.host.selfId
      ? this.#member(member)
      : undefined;
  }
  /** Ids of the forum tags on it. */
  get appliedTagIds(): readonly Snowflake[] {
    return this.raw.applied_tags ?? [];
  }
  /** Forum tags on it, when the forum is cached. */
  get appliedTags(): APIGuildForumTag[] {
    const forum = this.parent as ForumChannel | undefined;
    return this.appliedTagIds.flatMap((id) => forum?.tag(id) ?? []);
  }

  get messages(): ChannelMessages {
    return new ChannelMessages(this.host, this.id, this.guildId);
  }
  /** Newest message, which may be gone by now. */
  get lastMessageId(): Snowflake | undefined {
    return this.raw.last_message_id ?? undefined;
  }
  /** Newest message, when cached. */
  get lastMessage(): Message | undefined {
    return this.messages.last;
  }
  /** Message on which it was begun, or the first of a post, when cached. */
  get starterMessage(): Message | undefined {
    return this.#starterPlace.get(this.id);
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

  /** Puts the post at the top of its forum, or back among the others. */
  pin(isPinned = true, reason?: string): Promise<Channel> {
    const { bits } = this.flags;
    return this.edit({ flags: isPinned ? bits | PINNED : bits & ~PINNED }, reason);
  }

  /** Gives it forum tags besides those that it has; Discord is asked which those are. */
  async addTags(tagIds: readonly Snowflake[], reason?: string): Promise<Channel> {
    const { appliedTagIds } = (await this.fetch()) as ThreadChannel;
    return this.edit({ applied_tags: [...new Set([...appliedTagIds, ...tagIds])] }, reason);
  }

  /** Takes forum tags away; Discord is asked which it has. */
  async removeTags(tagIds: readonly Snowflake[], reason?: string): Promise<Channel> {
    const { appliedTagIds } = (await this.fetch()) as ThreadChannel;
    return this.edit({ applied_tags: appliedTagIds.filter((id) => !tagIds.includes(id)) }, reason);
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

  /** Asks Discord whether a user is a member. */
  async fetchMember(userId: Snowflake): Promise<ThreadMember> {
    return this.#member(await this.host.rest.threads.getMember(this.id, userId, { with_member: true }));
  }

  /** Members by ascending id, fetched as they are read; needs the intent for members. */
  fetchMembers(): LazyList<ThreadMember> {
    return this.host.rest.threads.iterateMembers(this.id).map((record) => this.#member(record));
  }

  /** Asks Discord for the message on which it was begun, or the first of a post. */
  fetchStarterMessage(): Promise<Message> {
    return this.#starterPlace.fetch(this.id);
  }

  /** A post has its first message inside; a thread that was begun on a message has it where that stands. */
  get #starterPlace(): ChannelMessages {
    const parent = this.parent?.type;
    const isPost = parent === 15 || parent === 16;
    return isPost || this.parentId === undefined
      ? this.messages
      : new ChannelMessages(this.host, this.parentId, this.guildId);
  }

  #member(record: APIThreadMember): ThreadMember {
    return new ThreadMember(this.host, this.guildId, { ...record, id: this.id });
  }
}
