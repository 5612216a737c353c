import type {
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayMessageUpdateDispatchData,
} from 'discord-api-types/v10';
import type { MessageRecord, UserRecord } from '../../models/records.js';
import type { DispatchContext } from '../dispatch-context.js';

/** Message was sent. */
export function onMessageCreate(context: DispatchContext, data: GatewayMessageCreateDispatchData): void {
  const { cache } = context;
  const record = data as MessageRecord;
  const author = refreshAuthor(context, record);
  if (cache.keepsMessages) cache.messages.set(record.channel_id, record.id, record);
  noteLastMessage(context, record);
  context.emit('messageCreate', (host) => [host.models.message(record, author)]);
}

/** Message was edited, or Discord added previews to it. */
export function onMessageUpdate(context: DispatchContext, data: GatewayMessageUpdateDispatchData): void {
  const { messages } = context.cache;
  const record = data as MessageRecord;
  const { channel_id: channelId, id } = record;
  const isHeard = context.hears('messageUpdate');
  const before = isHeard ? messages.copy(channelId, id) : undefined;
  const isCached = messages.has(channelId, id);
  if (isCached) messages.set(channelId, id, record);
  if (!isHeard) return;
  const after = messages.get(channelId, id) ?? record;
  context.emit('messageUpdate', (host) => [
    before && host.models.message(before),
    host.models.message(after),
  ]);
}

/** Message was deleted. */
export function onMessageDelete(context: DispatchContext, data: GatewayMessageDeleteDispatchData): void {
  const { messages } = context.cache;
  const held = messages.get(data.channel_id, data.id);
  if (!held) return;
  messages.delete(data.channel_id, data.id);
  context.emit('messageDelete', (host) => [host.models.message(held)]);
}

/** Brings the cached author up to date and gives the record of it; `undefined` when it is not cached. */
function refreshAuthor(context: DispatchContext, record: MessageRecord): UserRecord | undefined {
  const { members, users } = context.cache;
  const { author, guild_id: guildId, member } = record;
  if (guildId === undefined || !member || !members.has(guildId, author.id)) return undefined;
  members.put(guildId, author, member);
  return users.withKnown(author);
}

function noteLastMessage(context: DispatchContext, record: MessageRecord): void {
  const channel = context.cache.channels.find(record.channel_id) as
    | { last_message_id?: string | null }
    | undefined;
  if (channel) channel.last_message_id = record.id;
}
