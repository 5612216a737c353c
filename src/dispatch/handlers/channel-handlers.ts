import type {
  GatewayChannelCreateDispatchData,
  GatewayChannelDeleteDispatchData,
  GatewayChannelUpdateDispatchData,
} from 'discord-api-types/v10';
import { globalScope } from '../../cache/shared-cache.js';
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
  context.emit('channelUpdate', (host) => [
    before && host.models.channel(before),
    host.models.channel(record),
  ]);
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
