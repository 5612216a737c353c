/** Making threads and joining them. @see https://docs.discord.com/developers/topics/threads */
import type { Snowflake } from '../../types/type-tools.js';
import type { ChannelRecord } from './channel-record.js';
import { newChannel } from './channel-record.js';
import type { GuildRecord } from './guild-record.js';
import { planArchive } from './thread-rest.js';
import type { World } from './world.js';

const DEFAULT_ARCHIVE_MINUTES = 4320;

/** What a new thread differs in. */
export interface ThreadDraft {
  readonly id?: Snowflake;
  readonly name?: string;
  readonly type: number;
  readonly ownerId: Snowflake;
  readonly autoArchiveMinutes?: number;
  readonly rate_limit_per_user?: number;
  readonly invitable?: boolean;
  readonly applied_tags?: Snowflake[];
}

/** Makes a thread, with its creator in it, and tells everybody. */
export function makeThread(
  world: World,
  guild: GuildRecord,
  parent: ChannelRecord,
  draft: ThreadDraft,
): ChannelRecord {
  const now = world.timestamp();
  const thread = newChannel({
    id: draft.id ?? world.ids.next(),
    type: draft.type,
    guild_id: guild.data.id,
    parent_id: parent.data.id,
    owner_id: draft.ownerId,
    name: draft.name ?? 'thread',
    last_message_id: null,
    flags: 0,
    rate_limit_per_user: draft.rate_limit_per_user ?? 0,
    message_count: 0,
    member_count: 0,
    total_message_sent: 0,
    ...(draft.applied_tags ? { applied_tags: draft.applied_tags } : {}),
    thread_metadata: {
      archived: false,
      archive_timestamp: now,
      auto_archive_duration:
        draft.autoArchiveMinutes ?? parent.data.default_auto_archive_duration ?? DEFAULT_ARCHIVE_MINUTES,
      locked: false,
      create_timestamp: now,
      ...(draft.type === 12 ? { invitable: draft.invitable ?? true } : {}),
    },
  });
  guild.channels.set(thread.data.id, thread);
  world.channels.set(thread.data.id, thread);
  const member = newThreadMember(world, thread, draft.ownerId);
  thread.threadMembers.set(draft.ownerId, member);
  thread.data.member_count = 1;
  planArchive(world, thread);
  world.publish({
    name: 'THREAD_CREATE',
    data: { ...thread.data, newly_created: true },
    guildId: guild.data.id,
    channelId: thread.data.id,
  });
  publishMembers(world, guild, thread, {
    added_members: [{ ...member, member: guild.members.get(draft.ownerId), presence: null }],
  });
  return thread;
}

/** Lets a member into a thread and tells everybody. */
export function addThreadMember(
  world: World,
  guild: GuildRecord,
  thread: ChannelRecord,
  userId: Snowflake,
): void {
  if (thread.threadMembers.has(userId)) return;
  const member = newThreadMember(world, thread, userId);
  thread.threadMembers.set(userId, member);
  thread.data.member_count = thread.threadMembers.size;
  publishMembers(world, guild, thread, {
    added_members: [{ ...member, member: guild.members.get(userId), presence: null }],
  });
}

/** Lets a member out of a thread and tells everybody. */
export function removeThreadMember(
  world: World,
  guild: GuildRecord,
  thread: ChannelRecord,
  userId: Snowflake,
): void {
  if (!thread.threadMembers.delete(userId)) return;
  thread.data.member_count = thread.threadMembers.size;
  publishMembers(world, guild, thread, { removed_member_ids: [userId] });
}

function publishMembers(
  world: World,
  guild: GuildRecord,
  thread: ChannelRecord,
  change: Record<string, unknown>,
): void {
  const { id, member_count } = thread.data;
  world.publish({
    name: 'THREAD_MEMBERS_UPDATE',
    data: { id, guild_id: guild.data.id, member_count, ...change },
    guildId: guild.data.id,
    channelId: id,
  });
}

function newThreadMember(
  world: World,
  thread: ChannelRecord,
  userId: Snowflake,
): { id: Snowflake; user_id: Snowflake; join_timestamp: string; flags: number } {
  return { id: thread.data.id, user_id: userId, join_timestamp: world.timestamp(), flags: 0 };
}
