import type { Snowflake } from '../types/type-tools.js';
import { BaseGuildTextChannel } from './base-guild-text-channel.js';
import { because } from './because.js';

/**
 * Channel whose messages can be followed from other guilds. @see
 * https://docs.discord.com/developers/resources/channel#channel-object
 */
export class AnnouncementChannel extends BaseGuildTextChannel {
  /** Shows what is published here in another channel as well; gives the id of the webhook that does it. */
  async follow(targetChannelId: Snowflake, reason?: string): Promise<Snowflake> {
    const followed = await this.host.rest.channels.follow(this.id, targetChannelId, because(reason));
    return followed.webhook_id;
  }
}
