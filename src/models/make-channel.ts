import { AnnouncementChannel } from './announcement-channel.js';
import { CategoryChannel } from './category-channel.js';
import { Channel } from './channel.js';
import { DmChannel } from './dm-channel.js';
import { ForumChannel } from './forum-channel.js';
import { GroupDmChannel } from './group-dm-channel.js';
import { GuildChannel } from './guild-channel.js';
import type { ModelHost } from './host.js';
import type { RecordOrigin } from './live-model.js';
import type { ChannelRecord } from './records.js';
import { StageChannel } from './stage-channel.js';
import { TextChannel } from './text-channel.js';
import { ThreadChannel } from './thread-channel.js';
import { VoiceChannel } from './voice-channel.js';

/** Classes by the number of the channel's type. @see https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
const classByType: Readonly<Record<number, typeof Channel>> = {
  0: TextChannel,
  1: DmChannel,
  2: VoiceChannel,
  3: GroupDmChannel,
  4: CategoryChannel,
  5: AnnouncementChannel,
  10: ThreadChannel,
  11: ThreadChannel,
  12: ThreadChannel,
  13: StageChannel,
  15: ForumChannel,
  16: ForumChannel,
};

/** Makes the channel of the class that its type asks for; types that are not known give a plain one. */
export function makeChannel(host: ModelHost, record: ChannelRecord, origin?: RecordOrigin): Channel {
  const known = classByType[record.type];
  if (known) return new known(host, record, origin);
  return record.guild_id === undefined
    ? new Channel(host, record, origin)
    : new GuildChannel(host, record, origin);
}
