/** Groups of people outside guilds. @see https://docs.discord.com/developers/resources/channel#group-dm-add-recipient */
import { ChannelType } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { ChannelRecord } from './channel-record.js';
import { newChannel } from './channel-record.js';
import type { World } from './world.js';

/** Makes a group and tells its members. */
export function makeGroup(world: World, ownerId: Snowflake, others: readonly Snowflake[]): ChannelRecord {
  const id = world.ids.next();
  const group = newChannel(
    {
      id,
      type: ChannelType.GroupDM,
      last_message_id: null,
      flags: 0,
      name: '',
      icon: null,
      owner_id: ownerId,
    },
    [...new Set([ownerId, ...others])],
  );
  world.channels.set(id, group);
  return group;
}

/** Lets somebody into a group, or out of it, and tells everybody. */
export function changeRecipients(
  world: World,
  group: ChannelRecord,
  userId: Snowflake,
  isAdded: boolean,
): void {
  if (isAdded) group.recipientIds.push(userId);
  else group.recipientIds.splice(group.recipientIds.indexOf(userId), 1);
  world.publish({
    name: isAdded ? 'CHANNEL_RECIPIENT_ADD' : 'CHANNEL_RECIPIENT_REMOVE',
    data: { channel_id: group.data.id, user: world.users.get(userId) },
    channelId: group.data.id,
    intents: 0,
  });
}
