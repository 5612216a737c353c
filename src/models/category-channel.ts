import type { Channel } from './channel.js';
import { GuildChannel } from './guild-channel.js';

/**
 * Category that channels of a guild stand in. @see
 * https://docs.discord.com/developers/resources/channel#channel-object
 */
export class CategoryChannel extends GuildChannel {
  /** Cached channels of the category, in their order. */
  get children(): Channel[] {
    const records = [...this.host.records.list('channel', this.guildId)];
    return records
      .filter((record) => record.parent_id === this.id)
      .sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
      .map((record) => this.host.models.channel(record));
  }
}
