import type {
  GatewayGuildCreateDispatchData,
  GatewayGuildDeleteDispatchData,
  GatewayGuildUpdateDispatchData,
} from 'discord-api-types/v10';
import { globalScope } from '../../cache/global-scope.js';
import type { GuildRecord } from '../../models/records.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { DispatchContext } from '../dispatch-context.js';
import { fillGuild, fillMembers, guildRecordOf } from '../fill-guild.js';

/** Guild arrived: at the start, after an outage, or because the bot joined it. */
export function onGuildCreate(context: DispatchContext, data: GatewayGuildCreateDispatchData): void {
  if (data.unavailable) {
    context.ready.markUnavailable(data.id);
    return;
  }
  const wasAnnounced = context.ready.arrive(data.id);
  const isSharedAndFresh = isKeptByOthers(context, data.id) && !isOutOfDate(context, data.id);
  context.records.joinGuild(data.id);
  if (isSharedAndFresh) fillMembers(context.cache, data);
  else fillGuild(context.cache, data);
  context.cache.guildText.clear();
  context.emit(wasAnnounced ? 'guildAvailable' : 'guildCreate', (host) => [host.models.guildRef(data.id)]);
  context.guildArrived(data.id);
  context.ready.settle(context.shardId, data.id);
}

/** Settings of a guild changed. */
export function onGuildUpdate(context: DispatchContext, data: GatewayGuildUpdateDispatchData): void {
  const { cache } = context;
  const held = cache.guilds.get(globalScope, data.id);
  const before = held && context.hears('guildUpdate') ? { ...held } : undefined;
  const kept: Partial<GuildRecord> = held
    ? ({
        joined_at: held.joined_at,
        large: held.large,
        member_count: held.member_count,
      } as Partial<GuildRecord>)
    : {};
  cache.guilds.set(globalScope, data.id, { ...kept, ...guildRecordOf(data) });
  context.emit('guildUpdate', (host) => [before && host.past.guild(before), host.models.guildRef(data.id)]);
}

/** Bot left a guild, or the guild has an outage. */
export function onGuildDelete(context: DispatchContext, data: GatewayGuildDeleteDispatchData): void {
  if (data.unavailable) {
    noteOutage(context, data);
    return;
  }
  leaveGuild(context, data.id);
}

/** Forgets a guild that the bot is not in any more, and tells of it. */
export function leaveGuild(context: DispatchContext, guildId: Snowflake): void {
  const held = context.records.guild(guildId);
  context.ready.forget(guildId);
  context.guildLeft(guildId);
  context.records.leaveGuild(guildId);
  if (!isKeptByOthers(context, guildId)) context.cache.deleteGuild(guildId);
  context.emit('guildDelete', (host) => [host.models.guild(held ?? ({ id: guildId } as GuildRecord))]);
}

function noteOutage(context: DispatchContext, data: GatewayGuildDeleteDispatchData): void {
  context.ready.markUnavailable(data.id);
  const held = context.cache.guilds.get(globalScope, data.id);
  if (held) context.cache.guilds.set(globalScope, data.id, { ...held, unavailable: true });
  context.emit('guildUnavailable', (host) => [host.models.guildRef(data.id)]);
}

/** Whether another bot of this process is in the guild, and keeps it cached. */
function isKeptByOthers(context: DispatchContext, guildId: string): boolean {
  const { copies } = context.cache;
  return copies.isShared && copies.membersOf(guildId).some((bot) => bot !== context.records);
}

function isOutOfDate(context: DispatchContext, guildId: string): boolean {
  return context.cache.guilds.get(globalScope, guildId)?.unavailable !== false;
}
