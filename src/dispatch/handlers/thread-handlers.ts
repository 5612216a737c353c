import type {
  GatewayThreadCreateDispatchData,
  GatewayThreadDeleteDispatchData,
  GatewayThreadListSyncDispatchData,
  GatewayThreadMembersUpdateDispatchData,
  GatewayThreadMemberUpdateDispatchData,
  GatewayThreadUpdateDispatchData,
} from 'discord-api-types/v10';
import { globalScope } from '../../cache/global-scope.js';
import type { ModelHost } from '../../models/host.js';
import type { ChannelRecord } from '../../models/records.js';
import type { ThreadChannel } from '../../models/thread-channel.js';
import { ThreadMember } from '../../models/thread-member.js';
import { copyIfHeard } from '../copy-if-heard.js';
import type { DispatchContext } from '../dispatch-context.js';
import { dropRecord, keepRecord } from '../keep-record.js';

/** Thread was made, or the bot was added to one. */
export function onThreadCreate(context: DispatchContext, data: GatewayThreadCreateDispatchData): void {
  const { newly_created: isNew, ...thread } = data;
  const scope = scopeOf(thread);
  const isKnown = context.cache.channels.has(scope, thread.id);
  const record = keepRecord(context, 'channel', scope, thread.id, withMember(context, scope, thread));
  if (isNew) context.emit('threadCreate', (host) => [threadOf(host, record)]);
  else if (!isKnown) context.emit('threadJoin', (host) => [threadOf(host, record)]);
}

/** Thread changed; an archived one is not kept. */
export function onThreadUpdate(context: DispatchContext, data: GatewayThreadUpdateDispatchData): void {
  const thread = data as ChannelRecord;
  const scope = scopeOf(thread);
  const before = copyIfHeard(context, 'threadUpdate', 'channel', scope, thread.id);
  const record = keepRecord(context, 'channel', scope, thread.id, withMember(context, scope, thread));
  if (thread.thread_metadata?.archived) context.cache.channels.delete(scope, thread.id);
  context.emit('threadUpdate', (host) => [
    before && (host.past.channel(before) as ThreadChannel),
    threadOf(host, record),
  ]);
}

/** Thread was deleted. */
export function onThreadDelete(context: DispatchContext, data: GatewayThreadDeleteDispatchData): void {
  const { id: threadId, guild_id: guildId, parent_id: parentId, type: threadType } = data;
  const held = dropRecord(context, 'channel', guildId, threadId);
  context.emit('rawThreadDelete', (host) => [
    {
      threadId,
      threadType,
      guildId,
      parentId: parentId ?? undefined,
      cachedThread: held && threadOf(host, held),
    },
  ]);
  if (held) context.emit('threadDelete', (host) => [threadOf(host, held)]);
}

/** Bot may see these threads now; they replace the active ones of the named channels, or of the guild. */
export function onThreadListSync(context: DispatchContext, data: GatewayThreadListSyncDispatchData): void {
  const { guild_id: guildId, threads, channel_ids: parentIds } = data;
  const ids = new Set(threads.map(({ id }) => id));
  const { channels } = context.cache;
  for (const channel of [...channels.values(guildId)]) {
    const isMeant = parentIds === undefined || parentIds.includes(channel.parent_id ?? '');
    if (isThread(channel) && isMeant && !ids.has(channel.id)) channels.delete(guildId, channel.id);
  }
  const records = threads.map((thread) =>
    keepRecord(context, 'channel', guildId, thread.id, { ...thread, guild_id: guildId } as ChannelRecord),
  );
  context.emit('threadListSync', (host) => [records.map((record) => threadOf(host, record))]);
}

/** Membership of the bot itself in a thread changed. */
export function onThreadMemberUpdate(
  context: DispatchContext,
  data: GatewayThreadMemberUpdateDispatchData,
): void {
  const held = data.id === undefined ? undefined : context.cache.channels.get(data.guild_id, data.id);
  if (held) context.cache.channels.set(data.guild_id, held.id, { ...held, member: data });
  context.emit('threadMemberUpdate', () => [data]);
}

/** Members were added to a thread or left it. */
export function onThreadMembersUpdate(
  context: DispatchContext,
  data: GatewayThreadMembersUpdateDispatchData,
): void {
  const { id: threadId, guild_id: guildId, member_count: memberCount } = data;
  const held = context.cache.channels.get(guildId, threadId);
  const removedUserIds = data.removed_member_ids ?? [];
  if (held) context.cache.channels.set(guildId, threadId, withMembers(context, held, data));
  const isLeft = removedUserIds.includes(context.host.selfId);
  if (isLeft && held?.type === 12) context.cache.channels.delete(guildId, threadId);
  context.emit('threadMembersUpdate', (host) => [
    {
      threadId,
      thread: held && threadOf(host, held),
      guildId,
      memberCount,
      addedMembers: (data.added_members ?? []).map((member) => new ThreadMember(host, guildId, member)),
      addedUserIds: (data.added_members ?? []).flatMap(({ user_id: id }) => id ?? []),
      removedUserIds,
    },
  ]);
  context.emit('threadLeave', (host) =>
    removedUserIds.includes(host.selfId)
      ? [threadOf(host, held ?? placeholder(threadId, guildId))]
      : undefined,
  );
}

function threadOf(host: ModelHost, record: ChannelRecord): ThreadChannel {
  return host.models.channel(record) as ThreadChannel;
}

/** Thread with the bot's own membership, which events about the thread leave out. */
function withMember(context: DispatchContext, scope: string, thread: ChannelRecord): ChannelRecord {
  if (thread.member) return { ...thread, member: { user_id: context.host.selfId, ...thread.member } };
  const member = context.cache.channels.get(scope, thread.id)?.member;
  return member ? { ...thread, member } : thread;
}

/** Thread with how many members it has, and whether the bot is one. */
function withMembers(
  context: DispatchContext,
  { member, ...thread }: ChannelRecord,
  data: GatewayThreadMembersUpdateDispatchData,
): ChannelRecord {
  const { selfId } = context.host;
  const added = data.added_members?.find(({ user_id: id }) => id === selfId);
  const isGone = data.removed_member_ids?.includes(selfId) ?? false;
  const own = added ?? (isGone ? undefined : member);
  return { ...thread, member_count: data.member_count, ...(own ? { member: own } : {}) };
}

/** What is known of a thread that is not cached. */
function placeholder(id: string, guildId: string): ChannelRecord {
  return { id, type: 11, guild_id: guildId };
}

function scopeOf(thread: { readonly guild_id?: string }): string {
  return thread.guild_id ?? globalScope;
}

function isThread({ type }: ChannelRecord): boolean {
  return type === 10 || type === 11 || type === 12;
}
