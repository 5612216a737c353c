/** Exceptions of recurring events, and who is interested. @see https://docs.discord.com/developers/resources/guild-scheduled-event */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { GuildRecord } from '../../world/guild-record.js';
import type { EventExceptionRecord, ScheduledEventRecord } from '../../world/scheduled-event.js';
import { interestsIn, publishEvent } from '../../world/scheduled-event.js';
import { memberGuild, permittedGuild } from '../access.js';
import { ApiFailure, invalidForm, unknown } from '../api-failure.js';
import { audit } from '../audit.js';
import { defined } from '../defined.js';
import type { Form } from '../form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, param, queryFlag, queryInteger, route } from '../rest-call.js';
import { findEvent } from './event-routes.js';

const EVENT = '/guilds/:guild/scheduled-events/:event';

export const eventUserRoutes: readonly Route[] = [
  route('POST', `${EVENT}/exceptions`, createException),
  route('PATCH', `${EVENT}/exceptions/:exception`, editException),
  route('DELETE', `${EVENT}/exceptions/:exception`, deleteException),
  route('GET', `${EVENT}/users`, (call) => listUsers(call, null)),
  route('GET', `${EVENT}/users/counts`, countUsers),
  route('GET', `${EVENT}/:exception/users`, (call) => listUsers(call, param(call, 'exception'))),
];

function findException(call: RestCall, event: ScheduledEventRecord): EventExceptionRecord {
  const found = event.guild_scheduled_event_exceptions.find(
    ({ event_exception_id: id }) => id === param(call, 'exception'),
  );
  if (!found) throw unknown('Guild Scheduled Event');
  return found;
}

function readTimes(form: Form): Partial<EventExceptionRecord> {
  return defined({
    scheduled_start_time: form.isNull('scheduled_start_time') ? null : form.timestamp('scheduled_start_time'),
    scheduled_end_time: form.isNull('scheduled_end_time') ? null : form.timestamp('scheduled_end_time'),
    is_canceled: form.boolean('is_canceled'),
  }) as Partial<EventExceptionRecord>;
}

/** An exception's id is the snowflake of the moment that the rule gave it. */
function createException(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ManageEvents);
  const event = findEvent(call, guild);
  const form = bodyForm(call);
  const original = form.timestamp('original_scheduled_start_time', { required: true });
  const times = readTimes(form);
  form.check();
  if (!event['recurrence_rule']) {
    throw invalidForm(
      ['original_scheduled_start_time'],
      'GUILD_SCHEDULED_EVENT_NOT_RECURRING',
      'This event does not recur.',
    );
  }
  const id = String((BigInt(Date.parse(original!)) - 1_420_070_400_000n) << 22n);
  if (event.guild_scheduled_event_exceptions.some((one) => one.event_exception_id === id))
    throw new ApiFailure(400, 50035, 'Invalid Form Body');
  const exception: EventExceptionRecord = {
    event_id: event.id,
    event_exception_id: id,
    scheduled_start_time: null,
    scheduled_end_time: null,
    is_canceled: false,
    ...times,
  };
  event.guild_scheduled_event_exceptions.push(exception);
  tell(call, guild, event, exception, 200);
  return exception;
}

function editException(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ManageEvents);
  const event = findEvent(call, guild);
  const exception = findException(call, event);
  const form = bodyForm(call);
  const times = readTimes(form);
  form.check();
  Object.assign(exception, times);
  tell(call, guild, event, exception, 201);
  return exception;
}

function deleteException(call: RestCall): undefined {
  const guild = permittedGuild(call, P.ManageEvents);
  const event = findEvent(call, guild);
  const exception = findException(call, event);
  const all = event.guild_scheduled_event_exceptions;
  all.splice(all.indexOf(exception), 1);
  tell(call, guild, event, exception, 202);
}

function tell(
  call: RestCall,
  guild: GuildRecord,
  event: ScheduledEventRecord,
  exception: EventExceptionRecord,
  actionType: number,
): void {
  audit(call, guild, {
    actionType,
    targetId: event.id,
    options: { event_exception_id: exception.event_exception_id },
  });
  publishEvent(call.world, event, 'UPDATE');
}

function listUsers(call: RestCall, exceptionId: string | null): unknown {
  const guild = memberGuild(call);
  const event = findEvent(call, guild);
  if (exceptionId !== null) findException(call, event);
  const limit = queryInteger(call, 'limit', 100, 1, 100);
  const [before, after] = ['before', 'after'].map((key) => call.query.get(key));
  const interests = interestsIn(guild, event.id)
    .filter((interest) => interest.exceptionId === exceptionId)
    .filter(({ userId: id }) => !after || BigInt(id) > BigInt(after))
    .filter(({ userId: id }) => !before || BigInt(id) < BigInt(before))
    .sort((a, b) => (BigInt(a.userId) < BigInt(b.userId) ? -1 : 1));
  const page = before && !after ? interests.slice(-limit) : interests.slice(0, limit);
  return page.map(({ userId }) => {
    const member = queryFlag(call, 'with_member') ? guild.members.get(userId) : undefined;
    return {
      guild_scheduled_event_id: event.id,
      ...(exceptionId === null ? {} : { guild_scheduled_event_exception_id: exceptionId }),
      user_id: userId,
      user: call.world.users.get(userId),
      response: 1,
      ...(member ? { member } : {}),
    };
  });
}

function countUsers(call: RestCall): unknown {
  const guild = memberGuild(call);
  const event = findEvent(call, guild);
  const interests = interestsIn(guild, event.id);
  const asked = call.query.getAll('guild_scheduled_event_exception_ids').flatMap((ids) => ids.split(','));
  const count = (id: string | null): number =>
    interests.filter(({ exceptionId }) => exceptionId === id).length;
  return {
    guild_scheduled_event_count: count(null),
    guild_scheduled_event_exception_counts: Object.fromEntries(asked.map((id) => [id, count(id)])),
  };
}
