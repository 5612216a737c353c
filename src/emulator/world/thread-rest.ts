/** Threads that fall asleep when nobody writes, and wake when somebody does. @see https://docs.discord.com/developers/topics/threads#active-and-archived-threads */
import type { ChannelRecord } from './channel-record.js';
import type { World } from './world.js';

/** Arranges that a thread is archived after its time without a message. */
export function planArchive(world: World, thread: ChannelRecord): void {
  const metadata = thread.data.thread_metadata;
  const key = `archive:${thread.data.id}`;
  world.agenda.cancel(key);
  if (!metadata || metadata.archived) return;
  const restMs = metadata.auto_archive_duration * 60_000;
  world.agenda.at(key, world.clock.now() + restMs, () => {
    if (world.channels.has(thread.data.id)) setArchived(world, thread, true);
  });
}

/** Archives a thread or wakes it, and tells everybody. */
export function setArchived(world: World, thread: ChannelRecord, isArchived: boolean): void {
  const metadata = thread.data.thread_metadata;
  if (!metadata || metadata.archived === isArchived) return;
  metadata.archived = isArchived;
  metadata.archive_timestamp = world.timestamp();
  planArchive(world, thread);
  publishThread(world, thread);
}

/** Tells everybody what a thread is now. */
export function publishThread(world: World, { data }: ChannelRecord): void {
  world.publish({ name: 'THREAD_UPDATE', data, guildId: data.guild_id, channelId: data.id });
}
