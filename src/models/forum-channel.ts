import type { APIGuildForumTag, RESTPostAPIGuildForumThreadsJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import { GuildChannel } from './guild-channel.js';
import type { MessagePayload } from './message-payload.js';
import { toMessageBody } from './message-payload.js';
import type { ThreadChannel } from './thread-channel.js';

/** What a post may have besides its message. */
export interface ForumPostOptions {
  /** Tags of the post, at most five. */
  readonly tagIds?: readonly Snowflake[];
  /** Reason for the audit log, at most 512 characters. */
  readonly reason?: string;
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
  /** Whether it is age-restricted. */
  get nsfw(): boolean {
    return this.raw.nsfw ?? false;
  }
  /** Tags that posts may have, at most twenty. */
  get availableTags(): readonly APIGuildForumTag[] {
    return this.raw.available_tags ?? [];
  }
  /** Whether its posts begin with a file. */
  get isMedia(): boolean {
    return this.type === 16;
  }

  /** Makes a post with its first message. */
  async createPost(
    name: string,
    payload: MessagePayload,
    options: ForumPostOptions = {},
  ): Promise<ThreadChannel> {
    const { body: message, files } = await toMessageBody(this.host, payload);
    const body = {
      name,
      message,
      ...(options.tagIds ? { applied_tags: [...options.tagIds] } : {}),
    } as RESTPostAPIGuildForumThreadsJSONBody;
    const requestOptions = { ...because(options.reason), ...(files ? { files } : {}) };
    const thread = await this.host.rest.threads.createInForum(this.id, body, requestOptions);
    return this.host.models.channel(thread) as ThreadChannel;
  }
}
