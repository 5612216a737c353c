/** Scheduled events. @see https://docs.discord.com/developers/resources/guild-scheduled-event */

import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { GuildRecord } from '../../world/guild-record.js';
import type { ScheduledEventRecord } from '../../world/scheduled-event.js';
import { eventsOf, interestsIn, planEvent, publishEvent } from '../../world/scheduled-event.js';
import type { World } from '../../world/world.js';
import { memberGuild, permittedGuild } from '../access.js';
import { ApiFailure, unknown } from '../api-failure.js';
import { audit } from '../audit.js';
import { defined } from '../defined.js';
import type { Form } from '../form.js';
import { storeImage } from '../forms/image-form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, queryFlag, route } from '../rest-call.js';

const EVENTS = '/guilds/:guild/scheduled-events';
const EXTERNAL = 3;
const NEXT_STATUS: Readonly<Record<number, readonly number[]>> = { 1: [2, 4], 2: [3], 3: [], 4: [] };

export const eventRoutes: readonly Route[] = [
  route('GET', EVENTS, (call) =>
    [...eventsOf(memberGuild(call)).values()].map((event) => toWireEvent(call, event)),
  ),
  route('POST', EVENTS, createEvent),
  route('GET', `${EVENTS}/:event`, (call) => toWireEvent(call, findEvent(call, memberGuild(call)))),
  route('PATCH', `${EVENTS}/:event`, editEvent),
  route('DELETE', `${EVENTS}/:event`, deleteEvent),
];

/** Event of the path; throws 10070. */
export function findEvent(call: RestCall, guild: GuildRecord): ScheduledEventRecord {
  const event = eventsOf(guild).get(param(call, 'event'));
  if (!event) throw unknown('Guild Scheduled Event');
  return event;
}

function toWireEvent(call: RestCall, event: ScheduledEventRecord): Record<string, unknown> {
  if (!queryFlag(call, 'with_user_count')) return event;
  const guild = call.world.guilds.get(event.guild_id)!;
  return { ...event, user_count: interestsIn(guild, event.id).length };
}

/** Rule by which an event recurs. */
function readRecurrence(form: Form): Record<string, unknown> | null | undefined {
  if (!form.has('recurrence_rule')) return undefined;
  const rule = form.object('recurrence_rule');
  if (!rule) return null;
  return {
    start: rule.timestamp('start', { required: true }),
    end: null,
    frequency: rule.integer('frequency', { required: true, oneOf: [0, 1, 2, 3] }),
    interval: rule.integer('interval', { min: 1, max: 2 }) ?? 1,
    by_weekday: rule.integers('by_weekday', { oneOf: [0, 1, 2, 3, 4, 5, 6] }) ?? null,
    by_n_weekday:
      rule.list('by_n_weekday', { max: 1 })?.map((day) => ({
        n: day.integer('n', { required: true, min: 1, max: 5 }),
        day: day.integer('day', { required: true, oneOf: [0, 1, 2, 3, 4, 5, 6] }),
      })) ?? null,
    by_month: rule.integers('by_month', { max: 1 }) ?? null,
    by_month_day: rule.integers('by_month_day', { max: 1 }) ?? null,
    by_year_day: null,
    count: null,
  };
}

function readEvent(world: World, form: Form, isNew: boolean): Record<string, unknown> {
  const type = form.integer('entity_type', { required: isNew, oneOf: [1, 2, 3] });
  const isExternal = type === EXTERNAL;
  const location = form
    .object('entity_metadata', { required: isNew && isExternal })
    ?.string('location', { min: 1, max: 100 });
  return defined({
    name: form.string('name', { required: isNew, min: 1, max: 100 }),
    description: form.string('description', { max: 1000 }),
    privacy_level: form.integer('privacy_level', { required: isNew, oneOf: [2] }),
    entity_type: type,
    channel_id: isExternal ? null : form.snowflake('channel_id', { required: isNew }),
    entity_metadata: location === undefined ? undefined : { location },
    scheduled_start_time: form.timestamp('scheduled_start_time', { required: isNew }),
    scheduled_end_time: form.timestamp('scheduled_end_time', { required: isNew && isExternal }),
    status: form.integer('status', { oneOf: [1, 2, 3, 4] }),
    recurrence_rule: readRecurrence(form),
    image: storeImage(form, 'image', world, 'guild-events'),
  });
}

function createEvent(call: RestCall): unknown {
  const guild = permittedGuild(call, P.CreateEvents);
  const form = bodyForm(call);
  const fields = readEvent(call.world, form, true);
  form.check();
  if (Date.parse(String(fields['scheduled_start_time'])) <= call.world.clock.now()) {
    form.fail(
      'scheduled_start_time',
      'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST',
      'Cannot schedule event in the past.',
    );
    form.check();
  }
  const id = call.world.ids.next();
  const event: ScheduledEventRecord = {
    id,
    guild_id: guild.data.id,
    channel_id: null,
    creator_id: callerOf(call).id,
    creator: callerOf(call).user,
    description: null,
    image: null,
    scheduled_start_time: '',
    scheduled_end_time: null,
    entity_type: 3,
    status: 1,
    entity_id: null,
    entity_metadata: null,
    recurrence_rule: null,
    guild_scheduled_event_exceptions: [],
    ...fields,
  };
  eventsOf(guild).set(id, event);
  audit(call, guild, { actionType: 100, targetId: id });
  publishEvent(call.world, event, 'CREATE');
  planEvent(call.world, event);
  return event;
}

function editEvent(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ManageEvents);
  const event = findEvent(call, guild);
  const form = bodyForm(call);
  const fields = readEvent(call.world, form, false);
  form.check();
  const status = fields['status'] as number | undefined;
  if (status !== undefined && !NEXT_STATUS[event.status]?.includes(status)) {
    throw new ApiFailure(400, 180_000, 'Cannot update a finished event');
  }
  Object.assign(event, fields);
  audit(call, guild, { actionType: 101, targetId: event.id });
  publishEvent(call.world, event, 'UPDATE');
  planEvent(call.world, event);
  return event;
}

function deleteEvent(call: RestCall): undefined {
  const guild = permittedGuild(call, P.ManageEvents);
  const event = findEvent(call, guild);
  eventsOf(guild).delete(event.id);
  call.world.agenda.cancel(`event:${event.id}`);
  audit(call, guild, { actionType: 102, targetId: event.id });
  publishEvent(call.world, event, 'DELETE');
}
