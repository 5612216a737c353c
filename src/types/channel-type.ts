import type { ChannelType as ApiChannelType } from 'discord-api-types/v10';
import { numericEnum } from './numeric-enum.js';

/**
 * Kind of a channel.
 *
 * @see https://docs.discord.com/developers/resources/channel#channel-object-channel-types
 */
export const ChannelType: typeof ApiChannelType = numericEnum<typeof ApiChannelType>({
  GuildText: 0,
  DM: 1,
  GuildVoice: 2,
  GroupDM: 3,
  GuildCategory: 4,
  GuildAnnouncement: 5,
  AnnouncementThread: 10,
  PublicThread: 11,
  PrivateThread: 12,
  GuildStageVoice: 13,
  GuildDirectory: 14,
  GuildForum: 15,
  GuildMedia: 16,
  GuildNews: 5,
  GuildNewsThread: 10,
  GuildPublicThread: 11,
  GuildPrivateThread: 12,
});
export type ChannelType = ApiChannelType;
