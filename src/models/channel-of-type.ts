import type { ChannelType } from 'discord-api-types/v10';
import type { AnnouncementChannel } from './announcement-channel.js';
import type { CategoryChannel } from './category-channel.js';
import type { Channel } from './channel.js';
import type { DmChannel } from './dm-channel.js';
import type { ForumChannel } from './forum-channel.js';
import type { GroupDmChannel } from './group-dm-channel.js';
import type { StageChannel } from './stage-channel.js';
import type { TextChannel } from './text-channel.js';
import type { ThreadChannel } from './thread-channel.js';
import type { VoiceChannel } from './voice-channel.js';

/** Class of channel for each type. */
interface ChannelClasses {
  readonly [ChannelType.AnnouncementThread]: ThreadChannel;
  readonly [ChannelType.DM]: DmChannel;
  readonly [ChannelType.GroupDM]: GroupDmChannel;
  readonly [ChannelType.GuildAnnouncement]: AnnouncementChannel;
  readonly [ChannelType.GuildCategory]: CategoryChannel;
  readonly [ChannelType.GuildForum]: ForumChannel;
  readonly [ChannelType.GuildMedia]: ForumChannel;
  readonly [ChannelType.GuildStageVoice]: StageChannel;
  readonly [ChannelType.GuildText]: TextChannel;
  readonly [ChannelType.GuildVoice]: VoiceChannel;
  readonly [ChannelType.PrivateThread]: ThreadChannel;
  readonly [ChannelType.PublicThread]: ThreadChannel;
}

/** Class of the channels of a type. */
export type ChannelOfType<T extends ChannelType> = T extends keyof ChannelClasses
  ? ChannelClasses[T]
  : Channel;
