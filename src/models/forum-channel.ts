import type { APIGuildForumTag } from 'discord-api-types/v10';
import { GuildChannel } from './guild-channel.js';

/** Forum, whose posts are threads; media channels are forums whose posts begin with a file. */
export class ForumChannel extends GuildChannel {
  /** Guidelines shown above the posts. */
  get topic(): string | undefined {
    return this.raw.topic ?? undefined;
  }
  get nsfw(): boolean {
    return this.raw.nsfw ?? false;
  }
  get availableTags(): readonly APIGuildForumTag[] {
    return this.raw.available_tags ?? [];
  }
  /** Whether its posts begin with a file. */
  get isMedia(): boolean {
    return this.type === 16;
  }
}
