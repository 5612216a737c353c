/** Scheduled events and stage instances. @see https://docs.discord.com/developers/resources/guild-scheduled-event */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { GuildRecord } from '../../world/guild-record.js';
import { guildThings } from '../../world/guild-record.js';
import { memberGuild, permittedGuild, visibleChannel } from '../access.js';
import { ApiFailure, unknown } from '../api-failure.js';
import { audit } from '../audit.js';
import type { Form } from '../form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, queryInteger, route } from '../rest-call.js';
import { defined } from './guild-routes.js';

type Thing = Record<string, unknown>;

const EVENTS = '/guilds/:guild/scheduled-events';
const EXTERNAL = 3;
const NEXT_STATUS: Readonly<Record<number, readonly number[]>> = { 1: [2, 4], 2: [3], 3: [], 4: [] };

export const eventRoutes: readonly Route[] = [
  route('GET', EVENTS, (call) => [...guildThings(memberGuild(call), 'scheduled-events').values()]),
  route('POST', EVENTS, createEvent),
  route('GET', `${EVENTS}/:event`, (call) => findEvent(call, memberGuild(call))),
  route('PATCH', `${EVENTS}/:event`, editEvent),
  route('DELETE', `${EVENTS}/:event`, deleteEvent),
  route('GET', `${EVENTS}/:event/users`, (call) => {
    findEvent(call, memberGuild(call));
    queryInteger(call, 'limit', 100, 1, 100);
    return [];
  }),
  route('POST', '/stage-instances', createStage),
  route('GET', '/stage-instances/:channel', (call) => findStage(call).stage),
  route('PATCH', '/stage-instances/:channel', editStage),
  route('DELETE', '/stage-instances/:channel', deleteStage),
];

function findEvent(call: RestCall, guild: GuildRecord): Thing {
  const event = guildThings(guild, 'scheduled-events').get(param(call, 'event'));
  if (!event) throw unknown('Guild Scheduled Event');
  return event;
}

function readEvent(form: Form, isNew: boolean): Thing {
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
  });
}

function createEvent(call: RestCall): unknown {
  const guild = permittedGuild(call, P.CreateEvents);
  const form = bodyForm(call);
  const fields = readEvent(form, true);
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
  const event = {
    id,
    guild_id: guild.data.id,
    channel_id: null,
    creator_id: callerOf(call).id,
    creator: callerOf(call).user,
    description: null,
    image: null,
    scheduled_end_time: null,
    status: 1,
    entity_id: null,
    entity_metadata: null,
    recurrence_rule: null,
    guild_scheduled_event_exceptions: [],
    ...fields,
  };
  guildThings(guild, 'scheduled-events').set(id, event);
  audit(call, guild, { actionType: 100, targetId: id });
  call.world.publish({ name: 'GUILD_SCHEDULED_EVENT_CREATE', data: event, guildId: guild.data.id });
  return event;
}

function editEvent(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ManageEvents);
  const event = findEvent(call, guild);
  const form = bodyForm(call);
  const fields = readEvent(form, false);
  form.check();
  const status = fields['status'] as number | undefined;
  if (status !== undefined && !NEXT_STATUS[event['status'] as number]?.includes(status)) {
    throw new ApiFailure(400, 180_000, 'Cannot update a finished event');
  }
  Object.assign(event, fields);
  audit(call, guild, { actionType: 101, targetId: String(event['id']) });
  call.world.publish({ name: 'GUILD_SCHEDULED_EVENT_UPDATE', data: event, guildId: guild.data.id });
  return event;
}

function deleteEvent(call: RestCall): undefined {
  const guild = permittedGuild(call, P.ManageEvents);
  const event = findEvent(call, guild);
  guildThings(guild, 'scheduled-events').delete(String(event['id']));
  audit(call, guild, { actionType: 102, targetId: String(event['id']) });
  call.world.publish({ name: 'GUILD_SCHEDULED_EVENT_DELETE', data: event, guildId: guild.data.id });
}

function createStage(call: RestCall): unknown {
  const form = bodyForm(call);
  const channelId = form.snowflake('channel_id', { required: true });
  const topic = form.string('topic', { required: true, min: 1, max: 120 });
  form.check();
  const channel = visibleChannel({ ...call, params: { channel: channelId! } });
  const guild = call.world.guildOf(channel);
  if (channel.data.type !== 13 || !guild)
    throw new ApiFailure(400, 50024, 'Cannot execute action on this channel type');
  const stages = guildThings(guild, 'stage-instances');
  if (stages.has(channelId!)) throw new ApiFailure(400, 150_006, 'The Stage is already open');
  const id = call.world.ids.next();
  const stage = {
    id,
    guild_id: guild.data.id,
    channel_id: channelId,
    topic,
    privacy_level: 2,
    discoverable_disabled: true,
    guild_scheduled_event_id: null,
  };
  stages.set(channelId!, stage);
  audit(call, guild, { actionType: 83, targetId: id });
  call.world.publish({ name: 'STAGE_INSTANCE_CREATE', data: stage, guildId: guild.data.id });
  return stage;
}

function findStage(call: RestCall): { readonly guild: GuildRecord; readonly stage: Thing } {
  const channel = visibleChannel(call);
  const guild = call.world.guildOf(channel);
  const stage = guild && guildThings(guild, 'stage-instances').get(channel.data.id);
  if (!stage) throw unknown('Stage Instance');
  return { guild, stage };
}

function editStage(call: RestCall): unknown {
  const { guild, stage } = findStage(call);
  const form = bodyForm(call);
  const topic = form.string('topic', { min: 1, max: 120 });
  form.check();
  if (topic !== undefined) stage['topic'] = topic;
  audit(call, guild, { actionType: 84, targetId: String(stage['id']) });
  call.world.publish({ name: 'STAGE_INSTANCE_UPDATE', data: stage, guildId: guild.data.id });
  return stage;
}

function deleteStage(call: RestCall): undefined {
  const { guild, stage } = findStage(call);
  guildThings(guild, 'stage-instances').delete(String(stage['channel_id']));
  audit(call, guild, { actionType: 85, targetId: String(stage['id']) });
  call.world.publish({ name: 'STAGE_INSTANCE_DELETE', data: stage, guildId: guild.data.id });
}
