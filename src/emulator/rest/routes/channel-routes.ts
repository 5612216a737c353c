/** Channels. @see https://docs.discord.com/developers/resources/channel */
import { visibleChannel } from '../access.js';
import type { RestCall, Route } from '../rest-call.js';
import { callerOf, route } from '../rest-call.js';

export const channelRoutes: readonly Route[] = [route('GET', '/channels/:channel', getChannel)];

function getChannel(call: RestCall): unknown {
  const channel = visibleChannel(call);
  if (channel.recipientIds.length === 0) return channel.data;
  const others = channel.recipientIds.filter((id) => id !== callerOf(call).id);
  return { ...channel.data, recipients: others.flatMap((id) => call.world.users.get(id) ?? []) };
}
