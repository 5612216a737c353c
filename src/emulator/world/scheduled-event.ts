/** Scheduled events: who is interested, and what happens to them by time. @see https://docs.discord.com/developers/resources/guild-scheduled-event */
import type { Snowflake } from '../../types/type-tools.js';
import type { GuildRecord } from './guild-record.js';
import { guildThings } from './guild-record.js';
import type { World } from './world.js';

/** Occurrence of a recurring event that differs from the rule. */
export interface EventExceptionRecord {
  readonly event_id: Snowflake;
  readonly event_exception_id: Snowflake;
  scheduled_start_time: string | null;
  scheduled_end_time: string | null;
  is_canceled: boolean;
}

/** Event as Discord sends it. */
export interface ScheduledEventRecord extends Record<string, unknown> {
  readonly id: Snowflake;
  readonly guild_id: Snowflake;
  status: number;
  entity_type: number;
  scheduled_start_time: string;
  scheduled_end_time: string | null;
  guild_scheduled_event_exceptions: EventExceptionRecord[];
}

/** Somebody's interest in an event, or in one occurrence of it. */
export interface EventInterest {
  readonly userId: Snowflake;
  readonly exceptionId: Snowflake | null;
}

const EXTERNAL = 3;
const [SCHEDULED, ACTIVE, COMPLETED] = [1, 2, 3];

/** Events of a guild by id. */
export function eventsOf(guild: GuildRecord): Map<Snowflake, ScheduledEventRecord> {
  return guildThings<ScheduledEventRecord>(guild, 'scheduled-events');
}

/** Who is interested in an event. */
export function interestsIn(guild: GuildRecord, eventId: Snowflake): EventInterest[] {
  const all = guildThings<{ readonly list: EventInterest[] }>(guild, 'scheduled-event-users');
  const found = all.get(eventId) ?? { list: [] };
  all.set(eventId, found);
  return found.list;
}

/** Notes, or takes back, that somebody is interested, and tells everybody. */
export function setInterest(
  world: World,
  guild: GuildRecord,
  eventId: Snowflake,
  userId: Snowflake,
  isInterested: boolean,
): void {
  const list = interestsIn(guild, eventId);
  const at = list.findIndex((interest) => interest.userId === userId);
  if ((at !== -1) === isInterested) return;
  if (isInterested) list.push({ userId, exceptionId: null });
  else list.splice(at, 1);
  world.publish({
    name: isInterested ? 'GUILD_SCHEDULED_EVENT_USER_ADD' : 'GUILD_SCHEDULED_EVENT_USER_REMOVE',
    data: { guild_scheduled_event_id: eventId, user_id: userId, guild_id: guild.data.id },
    guildId: guild.data.id,
  });
}

/** Tells everybody what an event is now. */
export function publishEvent(
  world: World,
  event: ScheduledEventRecord,
  kind: 'CREATE' | 'UPDATE' | 'DELETE',
): void {
  world.publish({ name: `GUILD_SCHEDULED_EVENT_${kind}`, data: event, guildId: event.guild_id });
}

/** Arranges what time does to an event: external ones begin and end by themselves. */
export function planEvent(world: World, event: ScheduledEventRecord): void {
  const key = `event:${event.id}`;
  world.agenda.cancel(key);
  if (event.entity_type !== EXTERNAL) return;
  const next = event.status === SCHEDULED ? event.scheduled_start_time : event.scheduled_end_time;
  if (next === null || (event.status !== SCHEDULED && event.status !== ACTIVE)) return;
  world.agenda.at(key, Date.parse(next), () => {
    event.status = event.status === SCHEDULED ? ACTIVE! : COMPLETED!;
    publishEvent(world, event, 'UPDATE');
    planEvent(world, event);
  });
}
