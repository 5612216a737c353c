/** Invites that are good for chosen users only. @see https://docs.discord.com/developers/resources/invite#get-target-users */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { GuildRecord } from '../../world/guild-record.js';
import type { InviteRecord } from '../../world/invite.js';
import { liveInvites } from '../../world/invite.js';
import { callerPermissions } from '../access.js';
import { ApiFailure, invalidForm, missingPermissions, unknown } from '../api-failure.js';
import type { RestCall, Route } from '../rest-call.js';
import { callerOf, param, RestReply, route } from '../rest-call.js';

const TARGETS = '/invites/:code/target-users';
const FILE = 'target_users_file';
const COMPLETED = 2;

export const inviteTargetRoutes: readonly Route[] = [
  route('GET', TARGETS, (call) => {
    const { targets } = targetedInvite(
      call,
      P.ManageGuild | P.ViewAuditLog,
      10129,
      'Unknown invite target users',
    );
    const lines = ['user_id', ...targets.userIds];
    return new RestReply(200, Buffer.from(`${lines.join('\n')}\n`), { 'content-type': 'text/csv' });
  }),
  route('PUT', TARGETS, (call) => {
    const invite = managedInvite(call, P.ManageGuild);
    const userIds = readTargets(call);
    if (!userIds) throw invalidForm([FILE], 'BASE_TYPE_REQUIRED', 'This field is required');
    invite.targets = { userIds, at: call.world.timestamp() };
  }),
  route('GET', `${TARGETS}/job-status`, (call) => {
    const { targets } = targetedInvite(
      call,
      P.ManageGuild | P.ViewAuditLog,
      10124,
      'Unknown invite target users job',
    );
    return {
      status: COMPLETED,
      total_users: targets.userIds.length,
      processed_users: targets.userIds.length,
      created_at: targets.at,
      completed_at: targets.at,
      error_message: null,
    };
  }),
];

/** Ids in the file of a multipart body; nothing when there is no file. */
export function readTargets(call: RestCall): string[] | undefined {
  const file = call.files.get(FILE);
  if (!file) return undefined;
  const [head, ...rows] = file.bytes.toString('utf8').trim().split(/\r?\n/);
  const ids = rows.map((row) => row.trim());
  if (head?.trim() !== 'user_id' || ids.some((id) => !/^\d{1,20}$/.test(id))) {
    throw invalidForm([FILE], 'TARGET_USERS_FILE_INVALID', 'Must be a CSV file with the one column user_id.');
  }
  return [...new Set(ids)];
}

/** Invite that the caller made, or may manage by one of the permissions. */
function managedInvite(call: RestCall, oneOf: bigint): InviteRecord {
  const invite = liveInvites(call.world).find(({ code }) => code === param(call, 'code'));
  if (!invite) throw unknown('Invite');
  const guild = call.world.guilds.get(invite.guildId) as GuildRecord;
  if (invite.inviterId !== callerOf(call).id && !(callerPermissions(call, guild) & oneOf))
    throw missingPermissions();
  return invite;
}

function targetedInvite(
  call: RestCall,
  oneOf: bigint,
  code: number,
  message: string,
): { readonly targets: NonNullable<InviteRecord['targets']> } {
  const { targets } = managedInvite(call, oneOf);
  if (!targets) throw new ApiFailure(404, code, message);
  return { targets };
}
