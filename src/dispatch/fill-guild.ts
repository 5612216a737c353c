import type { GatewayGuildCreateDispatchData } from 'discord-api-types/v10';
import type { SharedCache } from '../cache/shared-cache.js';
import { globalScope } from '../cache/shared-cache.js';
import type { ChannelRecord, GuildRecord } from '../models/records.js';
import type { Snowflake } from '../types/type-tools.js';

/** Guild without its collections, which are kept apart. */
export function guildRecordOf(data: object): GuildRecord {
  const {
    roles: _roles,
    emojis: _emojis,
    stickers: _stickers,
    channels: _channels,
    threads: _threads,
    members: _members,
    presences: _presences,
    voice_states: _voiceStates,
    stage_instances: _stageInstances,
    guild_scheduled_events: _scheduledEvents,
    soundboard_sounds: _sounds,
    ...guild
  } = data as GatewayGuildCreateDispatchData;
  return guild as unknown as GuildRecord;
}

/** Writes a guild and everything that came with it; what is cached of it but did not come is gone. */
export function fillGuild(cache: SharedCache, selfId: Snowflake, data: GatewayGuildCreateDispatchData): void {
  cache.guilds.set(globalScope, data.id, guildRecordOf(data));
  fillChannels(cache, data);
  fillMembers(cache, selfId, data);
  if (cache.keeps('role')) replaceScope(cache.roles, data.id, data.roles ?? []);
}

function fillChannels(cache: SharedCache, data: GatewayGuildCreateDispatchData): void {
  if (!cache.keeps('channel')) return;
  const channels: ChannelRecord[] = [];
  for (const channel of [...(data.channels ?? []), ...(data.threads ?? [])]) {
    (channel as { guild_id?: Snowflake }).guild_id = data.id;
    channels.push(channel);
  }
  replaceScope(cache.channels, data.id, channels);
}

function fillMembers(cache: SharedCache, selfId: Snowflake, data: GatewayGuildCreateDispatchData): void {
  const isEveryoneKept = cache.memberFlags.joined;
  for (const member of data.members ?? []) {
    if (isEveryoneKept || member.user.id === selfId) cache.members.put(data.id, member.user, member);
  }
}

interface Scope<R> {
  values(scope: Snowflake): Iterable<R>;
  set(scope: Snowflake, id: Snowflake, record: R): void;
  delete(scope: Snowflake, id: Snowflake): boolean;
  count(scope: Snowflake): number;
}

/** Makes a scope hold exactly these records; those that were there keep their identity. */
export function replaceScope<R extends { readonly id: Snowflake }>(
  store: Scope<R>,
  scope: Snowflake,
  records: readonly R[],
): void {
  for (const record of records) store.set(scope, record.id, record);
  if (store.count(scope) === records.length) return;
  const ids = new Set(records.map(({ id }) => id));
  for (const { id } of [...store.values(scope)]) if (!ids.has(id)) store.delete(scope, id);
}
