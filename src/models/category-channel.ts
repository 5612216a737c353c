import type { ChannelType } from 'discord-api-types/v10';
import type { ChannelOfType } from './channel-of-type.js';
import { GuildChannel } from './guild-channel.js';
import type { NewChannelBody } from './guild-channels.js';
import { compareChannels } from './guild-channels.js';

/**
 * Category that channels of a guild stand in. @see
 * https://docs.discord.com/developers/resources/channel#channel-object
 */
export class CategoryChannel extends GuildChannel {
  /** Cached channels of the category, in their order. */
  get children(): GuildChannel[] {
    const channels = this.guild.channels.filter((channel) => channel.raw.parent_id === this.id);
    return (channels as GuildChannel[]).sort(compareChannels);
  }

  /** Makes a channel in the category: of the type that the body says, else a text channel. */
  createChannel<T extends ChannelType = ChannelType.GuildText>(
    body: NewChannelBody<T>,
    reason?: string,
  ): Promise<ChannelOfType<T>> {
    return this.guild.channels.create({ ...body, parent_id: this.id }, reason);
  }
}
