/** Requests to join, and what newcomers are shown. */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { guildThings } from '../../world/guild-record.js';
import type { JoinRequestRecord } from '../../world/join-request.js';
import { joinRequestsOf, reviewJoinRequest } from '../../world/join-request.js';
import { callerPermissions, memberGuild, permittedGuild } from '../access.js';
import { ApiFailure, invalidForm, missingPermissions } from '../api-failure.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, queryInteger, route } from '../rest-call.js';

const VERDICTS = ['APPROVED', 'REJECTED'];

export const joinRequestRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild/requests', listRequests),
  route('PATCH', '/guilds/:guild/requests/:request', review),
  route('GET', '/guilds/:guild/new-member-welcome', (call) =>
    guildThings(memberGuild(call), 'pages').get('new-member-welcome'),
  ),
];

/** Who may only manage the guild is told how many there are. */
function listRequests(call: RestCall): unknown {
  const guild = memberGuild(call);
  const has = callerPermissions(call, guild);
  if (!(has & (P.KickMembers | P.ManageGuild))) throw missingPermissions();
  const limit = queryInteger(call, 'limit', 100, 1, 100);
  const [status, before, after] = ['status', 'before', 'after'].map((key) => call.query.get(key));
  const found = [...joinRequestsOf(guild).values()].filter(
    (request) =>
      (!status || request.application_status === status) &&
      (!before || BigInt(request.id) < BigInt(before)) &&
      (!after || BigInt(request.id) > BigInt(after)),
  );
  const page = after ? found.slice(0, limit) : found.slice(-limit).reverse();
  return { total: found.length, ...(has & P.KickMembers ? { guild_join_requests: page } : {}) };
}

function review(call: RestCall): JoinRequestRecord {
  const guild = permittedGuild(call, P.KickMembers);
  const request = joinRequestsOf(guild).get(param(call, 'request'));
  if (!request) throw new ApiFailure(404, 10114, 'Unknown Guild Join Request');
  const form = bodyForm(call);
  const action = form.string('action', { required: true });
  const reason = form.string('rejection_reason', { max: 160 }) ?? null;
  form.check();
  if (!VERDICTS.includes(action!)) {
    throw invalidForm(['action'], 'BASE_TYPE_CHOICES', `Value must be one of {${VERDICTS.join(', ')}}.`);
  }
  if (request.reviewed_at !== null) throw new ApiFailure(400, 50035, 'Invalid Form Body');
  reviewJoinRequest(call.world, guild, request, {
    status: action as 'APPROVED' | 'REJECTED',
    reason,
    by: callerOf(call).user,
  });
  return request;
}
