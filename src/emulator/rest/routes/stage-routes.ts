/** Stage instances. @see https://docs.discord.com/developers/resources/stage-instance */
import type { GuildRecord } from '../../world/guild-record.js';
import { guildThings } from '../../world/guild-record.js';
import { visibleChannel } from '../access.js';
import { ApiFailure, unknown } from '../api-failure.js';
import { audit } from '../audit.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, route } from '../rest-call.js';

type Thing = Record<string, unknown>;

export const stageRoutes: readonly Route[] = [
  route('POST', '/stage-instances', createStage),
  route('GET', '/stage-instances/:channel', (call) => findStage(call).stage),
  route('PATCH', '/stage-instances/:channel', editStage),
  route('DELETE', '/stage-instances/:channel', deleteStage),
];

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
