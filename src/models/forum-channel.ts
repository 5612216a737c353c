import type {
  APIGuildForumTag,
  RESTPostAPIChannelWebhookJSONBody,
  RESTPostAPIGuildForumThreadsJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import { ChannelThreads } from './channel-threads.js';
import { createChannelWebhook, fetchChannelWebhooks } from './channel-webhooks.js';
import type { EmojiLike, PartialEmoji } from './emoji.js';
import { partsOf } from './emoji.js';
import { GuildChannel } from './guild-channel.js';
import type { MessagePayload } from './message-payload.js';
import { toMessageBody } from './message-payload.js';
import type { ThreadChannel } from './thread-channel.js';
import type { Webhook } from './webhook.js';

/** What a post may have besides its message. */
export interface ForumPostOptions {
  /** Tags of the post, at most five. */
  readonly tagIds?: readonly Snowflake[];
  /** Minutes without a message after which the post is archived. */
  readonly autoArchiveMinutes?: 60 | 1440 | 4320 | 10_080;
  /** Seconds that each member waits between messages, at most 21,600. */
  readonly slowmodeSeconds?: number;
  /** Reason for the audit log, at most 512 characters. */
  readonly reason?: string;
}

/** Tag that posts of a forum may have. */
export interface NewForumTag {
  /** Text on the tag, at most 20 characters. */
  readonly name: string;
  /** Emoji beside the text. */
  readonly emoji?: EmojiLike;
  /** Whether only moderators may give it. @defaultValue false */
  readonly moderated?: boolean;
}

/**
 * Forum, whose posts are threads; media channels are forums whose posts begin with a file. @see
 * https://docs.discord.com/developers/topics/threads#thread-only-channels
 */
export class ForumChannel extends GuildChannel {
  /** Guidelines shown above the posts. */
  get topic(): string | undefined {
    return this.raw.topic ?? undefined;
  }
  /** Tags that posts may have, at most twenty. */
  get availableTags(): readonly APIGuildForumTag[] {
    return this.raw.available_tags ?? [];
  }
  /** Whether its posts begin with a file. */
  get isMedia(): boolean {
    return this.type === 16;
  }
  /** Whether each post needs a tag. */
  get requiresTag(): boolean {
    return this.flags.has('RequireTag');
  }
  /** Seconds that a user waits between two posts; 0 for no wait. */
  get slowmodeSeconds(): number {
    return this.raw.rate_limit_per_user ?? 0;
  }
  /** Seconds that a user waits between two messages in a new post. */
  get threadSlowmodeSeconds(): number {
    return this.raw.default_thread_rate_limit_per_user ?? 0;
  }
  /** Minutes without a message after which new posts are archived, unless said. */
  get defaultAutoArchiveMinutes(): number | undefined {
    return this.raw.default_auto_archive_duration;
  }
  /** Emoji that stands below each post to react with. */
  get defaultReactionEmoji(): PartialEmoji | undefined {
    const emoji = this.raw.default_reaction_emoji;
    return emoji ? { id: emoji.emoji_id, name: emoji.emoji_name } : undefined;
  }
  /** 0 by the last message, 1 by when posts were made. */
  get defaultSortOrder(): number | undefined {
    return this.raw.default_sort_order ?? undefined;
  }
  /** 0 as people like, 1 a list, 2 a gallery. */
  get defaultLayout(): number {
    return this.raw.default_forum_layout ?? 0;
  }
  /** Posts: cached, active, archived. */
  get threads(): ChannelThreads {
    return new ChannelThreads(this.host, this.guildId, this.id);
  }

  /** Tag by its id or name. */
  tag(idOrName: string): APIGuildForumTag | undefined {
    return (
      this.availableTags.find(({ id }) => id === idOrName) ??
      this.availableTags.find(({ name }) => name === idOrName)
    );
  }

  /** Adds a tag to those that Discord has now; gives all. */
  async createTag(
    { name, emoji, moderated = false }: NewForumTag,
    reason?: string,
  ): Promise<readonly APIGuildForumTag[]> {
    const { id, name: character } = emoji === undefined ? {} : partsOf(emoji);
    const tag = { name, moderated, emoji_id: id ?? null, emoji_name: id ? null : (character ?? null) };
    return this.#setTags([...(await this.#fetchTags()), tag], reason);
  }

  /** Removes a tag by its id or name; gives those that are left. */
  async deleteTag(idOrName: string, reason?: string): Promise<readonly APIGuildForumTag[]> {
    const tags = await this.#fetchTags();
    const removed = tags.find(({ id }) => id === idOrName) ?? tags.find(({ name }) => name === idOrName);
    return this.#setTags(
      tags.filter((tag) => tag !== removed),
      reason,
    );
  }

  /** Makes a post with its first message. */
  async createPost(
    name: string,
    payload: MessagePayload,
    options: ForumPostOptions = {},
  ): Promise<ThreadChannel> {
    const { body: message, files } = await toMessageBody(this.host, payload);
    const { autoArchiveMinutes, slowmodeSeconds, tagIds } = options;
    const body = {
      name,
      message,
      ...(tagIds ? { applied_tags: [...tagIds] } : {}),
      ...(autoArchiveMinutes === undefined ? {} : { auto_archive_duration: autoArchiveMinutes }),
      ...(slowmodeSeconds === undefined ? {} : { rate_limit_per_user: slowmodeSeconds }),
    } as RESTPostAPIGuildForumThreadsJSONBody;
    const requestOptions = { ...because(options.reason), ...(files ? { files } : {}) };
    const thread = await this.host.rest.threads.createInForum(this.id, body, requestOptions);
    return this.host.answers.channel(thread) as ThreadChannel;
  }

  /** Makes a webhook that posts here. */
  createWebhook(body: RESTPostAPIChannelWebhookJSONBody, reason?: string): Promise<Webhook> {
    return createChannelWebhook(this.host, this.id, body, reason);
  }

  /** Webhooks that post here. */
  fetchWebhooks(): Promise<Webhook[]> {
    return fetchChannelWebhooks(this.host, this.id);
  }

  /** Tags are written as a whole list, so it has to be the newest. */
  async #fetchTags(): Promise<readonly APIGuildForumTag[]> {
    return ((await this.fetch()) as ForumChannel).availableTags;
  }

  async #setTags(tags: readonly object[], reason: string | undefined): Promise<readonly APIGuildForumTag[]> {
    const edited = await this.edit({ available_tags: tags as APIGuildForumTag[] }, reason);
    return (edited as ForumChannel).availableTags;
  }
}
