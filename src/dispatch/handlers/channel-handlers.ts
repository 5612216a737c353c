import type {
  GatewayChannelCreateDispatchData,
  GatewayChannelDeleteDispatchData,
  GatewayChannelPinsUpdateDispatchData,
  GatewayChannelUpdateDispatchData,
} from 'discord-api-types/v10';
import { globalScope } from '../../cache/global-scope.js';
import type { ChannelRecord } from '../../models/records.js';
import type { DispatchContext } from '../dispatch-context.js';

/** Channel was made, or the bot may see it now. */
export function onChannelCreate(context: DispatchContext, data: GatewayChannelCreateDispatchData): void {
  const record = keepChannel(context, data);
  context.emit('channelCreate', (host) => [host.models.channel(record)]);
}

/** Channel changed. */
export function onChannelUpdate(context: DispatchContext, data: GatewayChannelUpdateDispatchData): void {
  const channel: ChannelRecord = data;
  const before = context.hears('channelUpdate')
    ? context.cache.channels.copy(channel.guild_id ?? globalScope, channel.id)
    : undefined;
  const record = keepChannel(context, channel);
  context.emit('channelUpdate', (host) => [before && host.past.channel(before), host.models.channel(record)]);
}

/** Channel was deleted, with its threads. */
export function onChannelDelete(context: DispatchContext, data: GatewayChannelDeleteDispatchData): void {
  const channel: ChannelRecord = data;
  const scope = channel.guild_id ?? globalScope;
  const { channels, messages } = context.cache;
  const record = channels.get(scope, channel.id) ?? channel;
  channels.delete(scope, channel.id);
  messages.deleteScope(channel.id);
  for (const thread of [...channels.values(scope)]) {
    if (thread.parent_id === channel.id && isThread(thread)) channels.delete(scope, thread.id);
  }
  context.emit('channelDelete', (host) => [host.models.channel(record)]);
}

/** Message was pinned or unpinned. */
export function onChannelPinsUpdate(
  context: DispatchContext,
  data: GatewayChannelPinsUpdateDispatchData,
): void {
  const { channel_id: id, guild_id: guildId } = data;
  const { channels } = context.cache;
  const at = data.last_pin_timestamp ?? null;
  const scope = guildId ?? globalScope;
  const held = channels.get(scope, id);
  if (held) channels.set(scope, id, { ...held, last_pin_timestamp: at });
  const record = channels.get(scope, id) ?? placeholder(id, guildId);
  context.emit('channelPinsUpdate', (host) => [
    host.models.channel(record),
    at === null ? undefined : new Date(at),
  ]);
}

/** Writes a channel when channels are kept; gives the record that models should look at. */
export function keepChannel(context: DispatchContext, channel: ChannelRecord): ChannelRecord {
  const { cache } = context;
  if (!cache.keeps('channel')) return channel;
  const scope = channel.guild_id ?? globalScope;
  cache.channels.set(scope, channel.id, channel);
  return cache.channels.get(scope, channel.id) ?? channel;
}

function isThread({ type }: ChannelRecord): boolean {
  return type === 10 || type === 11 || type === 12;
}

/** What is known of a channel that is not cached. */
function placeholder(id: string, guildId: string | undefined): ChannelRecord {
  return guildId === undefined ? { id, type: 1 } : { id, type: 0, guild_id: guildId };
}
