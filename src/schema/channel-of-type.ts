import type { ChannelType } from 'discord-api-types/v10';
import type { AnnouncementChannel } from '../models/announcement-channel.js';
import type { CategoryChannel } from '../models/category-channel.js';
import type { Channel } from '../models/channel.js';
import type { DmChannel } from '../models/dm-channel.js';
import type { ForumChannel } from '../models/forum-channel.js';
import type { GroupDmChannel } from '../models/group-dm-channel.js';
import type { StageChannel } from '../models/stage-channel.js';
import type { TextChannel } from '../models/text-channel.js';
import type { ThreadChannel } from '../models/thread-channel.js';
import type { VoiceChannel } from '../models/voice-channel.js';

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

/** Class of the channels that an option of these types gives. */
export type ChannelOfType<T extends ChannelType> = T extends keyof ChannelClasses
  ? ChannelClasses[T]
  : Channel;
