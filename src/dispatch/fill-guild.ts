import type { GatewayGuildCreateDispatchData } from 'discord-api-types/v10';
import { globalScope } from '../cache/global-scope.js';
import type { SharedCache } from '../cache/shared-cache.js';
import type { TextKind } from '../cache/text/guild-text.js';
import type { ChannelRecord, EmojiRecord, GuildRecord, RecordKinds } from '../models/records.js';
import type { Snowflake } from '../types/type-tools.js';
import { presenceOf } from './presence-of.js';

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
export function fillGuild(cache: SharedCache, data: GatewayGuildCreateDispatchData): void {
  const { id: guildId } = data;
  cache.guilds.set(globalScope, guildId, guildRecordOf(data));
  fillKind(cache, 'channel', data, () => channelsOf(data));
  fillKind(cache, 'role', data, () => data.roles);
  fillKind(cache, 'emoji', data, () => data.emojis as (EmojiRecord & { id: Snowflake })[]);
  fillKind(cache, 'sticker', data, () => data.stickers);
  fillScope(cache, 'stageInstance', guildId, data.stage_instances);
  fillScope(cache, 'scheduledEvent', guildId, data.guild_scheduled_events);
  fillSounds(cache, data);
  fillPresences(cache, data);
  fillVoiceStates(cache, data);
  fillMembers(cache, data);
}

function channelsOf(data: GatewayGuildCreateDispatchData): ChannelRecord[] {
  return [...(data.channels ?? []), ...(data.threads ?? [])].map((channel) => {
    (channel as { guild_id?: Snowflake }).guild_id = data.id;
    return channel;
  });
}

/** Writes the records of a kind, as text where the guild was read from its text. */
function fillKind<K extends TextKind>(
  cache: SharedCache,
  kind: K,
  data: GatewayGuildCreateDispatchData,
  parsed: () => readonly (RecordKinds[K] & { readonly id: Snowflake })[] | undefined,
): void {
  const texts = cache.guildText.isOf(data) && cache.keeps(kind) ? cache.textStore(kind) : undefined;
  if (texts) texts.putText(data.id, cache.guildText.listOf(kind));
  else fillScope(cache, kind, data.id, parsed());
}

function fillScope<K extends TextKind | 'scheduledEvent' | 'stageInstance'>(
  cache: SharedCache,
  kind: K,
  guildId: Snowflake,
  records: readonly (RecordKinds[K] & { readonly id: Snowflake })[] | undefined,
): void {
  const store = cache.store(kind) as Scope<RecordKinds[K] & { readonly id: Snowflake }>;
  if (cache.keeps(kind)) replaceScope(store, guildId, records ?? []);
}

function fillSounds(cache: SharedCache, data: GatewayGuildCreateDispatchData): void {
  if (!cache.keeps('sound')) return;
  const store = cache.store('sound');
  store.deleteScope(data.id);
  for (const sound of data.soundboard_sounds ?? []) store.set(data.id, sound.sound_id, sound);
}

function fillPresences(cache: SharedCache, data: GatewayGuildCreateDispatchData): void {
  if (!cache.keeps('presence')) return;
  if (cache.guildText.isOf(data) && data.presences === null) {
    cache.presencesAsText?.putText(cache.guildText.presences);
    return;
  }
  for (const presence of data.presences ?? []) {
    const record = presenceOf(presence);
    if (record.status !== 'offline') cache.presences.set(globalScope, record.user_id, record);
  }
}

function fillVoiceStates(cache: SharedCache, data: GatewayGuildCreateDispatchData): void {
  if (!cache.keeps('voiceState')) return;
  cache.voiceStates.deleteScope(data.id);
  for (const state of data.voice_states ?? []) {
    cache.voiceStates.set(data.id, state.user_id, { ...state, guild_id: data.id });
  }
}

/** Writes those members of a guild that are to be kept; all of them when they were left as text. */
export function fillMembers(cache: SharedCache, data: GatewayGuildCreateDispatchData): void {
  if (cache.guildText.isOf(data) && data.members === null) {
    cache.members.putText(data.id, cache.guildText.members);
    return;
  }
  for (const member of data.members ?? []) cache.memberKeeper.offer(data.id, member.user, member, 'list');
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
