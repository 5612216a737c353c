/** Requests to join guilds whose moderators let people in by hand. */
import type { Snowflake } from '../../types/type-tools.js';
import type { GuildRecord } from './guild-record.js';
import { guildThings } from './guild-record.js';
import { joinGuild } from './make-guild.js';
import type { UserRecord } from './user-record.js';
import type { World } from './world.js';

/** Request as Discord sends it. */
export interface JoinRequestRecord {
  readonly id: Snowflake;
  readonly created_at: string;
  reviewed_at: string | null;
  application_status: 'STARTED' | 'SUBMITTED' | 'REJECTED' | 'APPROVED';
  rejection_reason: string | null;
  readonly guild_id: Snowflake;
  readonly user_id: Snowflake;
  readonly user: UserRecord;
  readonly form_responses: readonly Record<string, unknown>[];
  actioned_by_user: UserRecord | null;
}

/** Requests of a guild by id. */
export function joinRequestsOf(guild: GuildRecord): Map<Snowflake, JoinRequestRecord> {
  return guildThings<JoinRequestRecord>(guild, 'join-requests');
}

/** Asks to be let in, and tells everybody. */
export function askToJoin(world: World, guild: GuildRecord, user: UserRecord): JoinRequestRecord {
  const request: JoinRequestRecord = {
    id: world.ids.next(),
    created_at: world.timestamp(),
    reviewed_at: null,
    application_status: 'SUBMITTED',
    rejection_reason: null,
    guild_id: guild.data.id,
    user_id: user.id,
    user,
    form_responses: [],
    actioned_by_user: null,
  };
  joinRequestsOf(guild).set(request.id, request);
  publish(world, request, 'CREATE');
  return request;
}

/** Lets somebody in, or not, and tells everybody. */
export function reviewJoinRequest(
  world: World,
  guild: GuildRecord,
  request: JoinRequestRecord,
  verdict: {
    readonly status: 'REJECTED' | 'APPROVED';
    readonly reason: string | null;
    readonly by: UserRecord;
  },
): void {
  request.application_status = verdict.status;
  request.rejection_reason = verdict.status === 'REJECTED' ? verdict.reason : null;
  request.reviewed_at = world.timestamp();
  request.actioned_by_user = verdict.by;
  publish(world, request, 'UPDATE');
  if (verdict.status === 'APPROVED') joinGuild(world, guild, request.user);
}

function publish(world: World, request: JoinRequestRecord, kind: 'CREATE' | 'UPDATE'): void {
  const { application_status: status, guild_id: guildId } = request;
  const data = { request, status, guild_id: guildId };
  world.publish({ name: `GUILD_JOIN_REQUEST_${kind}`, data, guildId });
}
