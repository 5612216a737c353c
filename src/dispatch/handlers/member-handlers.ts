import type {
  GatewayGuildMemberAddDispatchData,
  GatewayGuildMemberRemoveDispatchData,
  GatewayGuildMembersChunkDispatchData,
  GatewayGuildMemberUpdateDispatchData,
} from 'discord-api-types/v10';
import { globalScope } from '../../cache/global-scope.js';
import { MemberText } from '../../cache/text/member-text.js';
import type { MemberRecord } from '../../models/records.js';
import type { DispatchContext } from '../dispatch-context.js';
import { presenceOf } from '../presence-of.js';
import { watchUser } from '../watch-user.js';
import { writePresence } from './presence-handlers.js';

/** User joined a guild. */
export function onMemberAdd(context: DispatchContext, data: GatewayGuildMemberAddDispatchData): void {
  const { cache } = context;
  const { guild_id: guildId } = data;
  changeMemberCount(context, guildId, 1);
  cache.memberKeeper.offer(guildId, data.user, data, 'list');
  context.emit('guildMemberAdd', (host) => [
    host.models.member(guildId, cache.members.get(guildId, data.user.id) ?? data),
  ]);
}

/** Member or its user changed. */
export function onMemberUpdate(
  context: DispatchContext,
  data: GatewayGuildMemberUpdateDispatchData | MemberText,
): void {
  const { members, memberKeeper } = context.cache;
  if (data instanceof MemberText) {
    members.putText(data.guild_id!, data);
    return;
  }
  const { guild_id: guildId, user } = data;
  const isHeard = context.hears('guildMemberUpdate');
  const before = isHeard ? members.copy(guildId, user.id) : undefined;
  const noteUser = watchUser(context, user);
  memberKeeper.offer(guildId, user, data as Partial<MemberRecord>, 'list');
  noteUser();
  if (!isHeard) return;
  const after = members.get(guildId, user.id) ?? (data as unknown as MemberRecord);
  context.emit('guildMemberUpdate', (host) => [
    before && host.past.member(guildId, before),
    host.models.member(guildId, after),
  ]);
}

/** Member left, was kicked or banned. */
export function onMemberRemove(context: DispatchContext, data: GatewayGuildMemberRemoveDispatchData): void {
  const { cache } = context;
  const { guild_id: guildId, user } = data;
  changeMemberCount(context, guildId, -1);
  const left = context.hears('guildMemberRemove') ? cache.members.copy(guildId, user.id) : undefined;
  cache.memberKeeper.forget(guildId, user.id);
  context.emit('guildMemberRemove', (host) => [
    host.models.member(guildId, left ?? ({ user, roles: [], joined_at: null } as unknown as MemberRecord)),
  ]);
}

/** Part of the members that were asked for. */
export function onMembersChunk(context: DispatchContext, data: GatewayGuildMembersChunkDispatchData): void {
  const { cache } = context;
  const { guild_id: guildId } = data;
  for (const presence of data.presences ?? []) writePresence(context, presenceOf(presence));
  for (const member of data.members) {
    cache.memberKeeper.offer(guildId, member.user, member, 'list');
  }
  context.emitOwn('guildMembersChunk', data);
}

function changeMemberCount(context: DispatchContext, guildId: string, change: 1 | -1): void {
  const guild = context.cache.guilds.get(globalScope, guildId) as { member_count?: number } | undefined;
  if (guild?.member_count !== undefined) guild.member_count += change;
}
