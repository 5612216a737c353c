import type {
  GatewayGuildScheduledEventCreateDispatchData,
  GatewayGuildScheduledEventUserAddDispatchData,
  GatewayStageInstanceCreateDispatchData,
} from 'discord-api-types/v10';
import type { EventUser } from '../../events/event-payloads.js';
import type { ModelHost } from '../../models/host.js';
import { ScheduledEvent } from '../../models/scheduled-event.js';
import { StageInstance } from '../../models/stage-instance.js';
import { copyIfHeard } from '../copy-if-heard.js';
import type { DispatchContext } from '../dispatch-context.js';
import { dropRecord, keepRecord } from '../keep-record.js';

/** Event was announced. */
export function onScheduledEventCreate(
  context: DispatchContext,
  data: GatewayGuildScheduledEventCreateDispatchData,
): void {
  const record = keepRecord(context, 'scheduledEvent', data.guild_id, data.id, data);
  context.emit('guildScheduledEventCreate', (host) => [new ScheduledEvent(host, record)]);
}

/** Event changed, began or ended. */
export function onScheduledEventUpdate(
  context: DispatchContext,
  data: GatewayGuildScheduledEventCreateDispatchData,
): void {
  const before = copyIfHeard(context, 'guildScheduledEventUpdate', 'scheduledEvent', data.guild_id, data.id);
  const record = keepRecord(context, 'scheduledEvent', data.guild_id, data.id, data);
  context.emit('guildScheduledEventUpdate', (host) => [
    before && new ScheduledEvent(host, before, 'past'),
    new ScheduledEvent(host, record),
  ]);
}

/** Event was deleted. */
export function onScheduledEventDelete(
  context: DispatchContext,
  data: GatewayGuildScheduledEventCreateDispatchData,
): void {
  dropRecord(context, 'scheduledEvent', data.guild_id, data.id);
  context.emit('guildScheduledEventDelete', (host) => [new ScheduledEvent(host, data)]);
}

/** User became interested in an event. */
export function onScheduledEventUserAdd(
  context: DispatchContext,
  data: GatewayGuildScheduledEventUserAddDispatchData,
): void {
  context.emit('guildScheduledEventUserAdd', (host) => [eventUserOf(host, data)]);
}

/** User is interested in an event no more. */
export function onScheduledEventUserRemove(
  context: DispatchContext,
  data: GatewayGuildScheduledEventUserAddDispatchData,
): void {
  context.emit('guildScheduledEventUserRemove', (host) => [eventUserOf(host, data)]);
}

/** Stage went live. */
export function onStageCreate(context: DispatchContext, data: GatewayStageInstanceCreateDispatchData): void {
  const record = keepRecord(context, 'stageInstance', data.guild_id, data.id, data);
  context.emit('stageInstanceCreate', (host) => [new StageInstance(host, record)]);
}

/** Topic of a live stage changed. */
export function onStageUpdate(context: DispatchContext, data: GatewayStageInstanceCreateDispatchData): void {
  const before = copyIfHeard(context, 'stageInstanceUpdate', 'stageInstance', data.guild_id, data.id);
  const record = keepRecord(context, 'stageInstance', data.guild_id, data.id, data);
  context.emit('stageInstanceUpdate', (host) => [
    before && new StageInstance(host, before, 'past'),
    new StageInstance(host, record),
  ]);
}

/** Stage ended. */
export function onStageDelete(context: DispatchContext, data: GatewayStageInstanceCreateDispatchData): void {
  dropRecord(context, 'stageInstance', data.guild_id, data.id);
  context.emit('stageInstanceDelete', (host) => [new StageInstance(host, data)]);
}

function eventUserOf(host: ModelHost, data: GatewayGuildScheduledEventUserAddDispatchData): EventUser {
  const { guild_id: guildId, guild_scheduled_event_id: eventId, user_id: userId } = data;
  const record = host.records.user(userId);
  const guild = host.models.guildRef(guildId);
  return {
    eventId,
    event: guild.scheduledEvents.get(eventId),
    guildId,
    userId,
    user: record && host.models.user(record),
    member: guild.members.get(userId),
  };
}
