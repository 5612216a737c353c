import type {
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteBulkDispatchData,
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
  if (cache.keepsMessages && !isPoorerCopy(context, record)) cache.messages.add(record, context.frame);
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
  if (isCached && !isPoorerCopy(context, record)) messages.set(channelId, id, record);
  if (!isHeard) return;
  const after = messages.get(channelId, id) ?? record;
  context.emit('messageUpdate', (host) => [before && host.past.message(before), host.models.message(after)]);
}

/** Message was deleted. */
export function onMessageDelete(context: DispatchContext, data: GatewayMessageDeleteDispatchData): void {
  const { messages } = context.cache;
  const { id: messageId, channel_id: channelId, guild_id: guildId } = data;
  const held = messages.get(channelId, messageId);
  if (held) messages.delete(channelId, messageId);
  context.emit('rawMessageDelete', (host) => [
    { messageId, channelId, guildId, cachedMessage: held && host.models.message(held) },
  ]);
  if (held) context.emit('messageDelete', (host) => [host.models.message(held)]);
}

/** Several messages were deleted at once. */
export function onMessageDeleteBulk(
  context: DispatchContext,
  data: GatewayMessageDeleteBulkDispatchData,
): void {
  const { messages } = context.cache;
  const { ids: messageIds, channel_id: channelId, guild_id: guildId } = data;
  const held = messageIds.flatMap((id) => messages.get(channelId, id) ?? []);
  for (const { id } of held) messages.delete(channelId, id);
  context.emit('rawMessageDeleteBulk', (host) => [
    { messageIds, channelId, guildId, cachedMessages: held.map((record) => host.models.message(record)) },
  ]);
  if (held.length > 0) {
    context.emit('messageDeleteBulk', (host) => [held.map((record) => host.models.message(record))]);
  }
}

/** Brings the cached author up to date, unless it is anyway; gives its record, `undefined` when it is not cached. */
function refreshAuthor(context: DispatchContext, record: MessageRecord): UserRecord | undefined {
  const { author, guild_id: guildId, member } = record;
  if (guildId === undefined || !member) return undefined;
  const { members, memberKeeper, users } = context.cache;
  if (memberKeeper.keepsRecent) memberKeeper.offer(guildId, author, member, 'passing');
  if (memberKeeper.isToldOfChanges) return users.recordWith(author);
  return members.refresh(guildId, author, member);
}

function noteLastMessage(context: DispatchContext, record: MessageRecord): void {
  const channel = context.cache.channels.find(record.channel_id) as
    | { last_message_id?: string | null }
    | undefined;
  if (channel) channel.last_message_id = record.id;
}

/** Whether another bot, which is told the content, has brought this message before. */
function isPoorerCopy({ cache }: DispatchContext, record: MessageRecord): boolean {
  return cache.copies.isShared && record.content === '' && cache.messages.has(record.channel_id, record.id);
}
