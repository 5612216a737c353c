import type { ChannelRecord } from '../emulator/world/channel-record.js';
import { toWireMessage } from '../emulator/world/message-wire.js';
import type { World } from '../emulator/world/world.js';

/** Messages that the page shows of a channel; older ones stay out of sight. */
const SHOWN = 200;

/** Messages of a channel as JSON by id, oldest first, as far as one person sees them; files point to the page's server. */
export function viewMessages(world: World, channel: ChannelRecord, viewerId: string): Map<string, string> {
  const visible = [...channel.messages.values()].filter(
    ({ ephemeralFor, isDeleted }) => !isDeleted && (ephemeralFor === undefined || ephemeralFor === viewerId),
  );
  return new Map(
    visible.slice(-SHOWN).map((message) => {
      const wire = {
        ...toWireMessage(world, message, viewerId),
        isEphemeral: message.ephemeralFor !== undefined,
      };
      return [message.id, JSON.stringify(wire).replaceAll(`${world.cdnUrl}/`, 'files/')];
    }),
  );
}
