import type { Snowflake } from '../types/type-tools.js';
import { GuildEmoji } from './guild-emoji.js';
import { GuildWideList } from './guild-wide-list.js';
import type { ModelHost } from './host.js';
import type { EmojiRecord } from './records.js';

/** Emojis of all guilds that the bot is in: `bot.emojis`. */
export class Emojis extends GuildWideList<'emoji', GuildEmoji> {
  constructor(host: ModelHost) {
    super(host, 'emoji');
  }

  protected make(guildId: Snowflake, record: EmojiRecord): GuildEmoji {
    return new GuildEmoji(this.host, guildId, record);
  }
}
