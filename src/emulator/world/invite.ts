/** Invites, and coming in by them. @see https://docs.discord.com/developers/resources/invite */
import { randomBytes } from 'node:crypto';
import type { Snowflake } from '../../types/type-tools.js';
import type { GuildRecord } from './guild-record.js';
import { joinGuild } from './make-guild.js';
import type { UserRecord } from './user-record.js';
import type { World } from './world.js';

/** Bit of invites whose guests leave with the voice channel. */
export const GUEST_INVITE = 1;
/** Bit of members who are guests. */
export const GUEST_MEMBER = 1 << 4;

/** Invite to a channel of a guild. */
export interface InviteRecord {
  readonly code: string;
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly inviterId: Snowflake;
  readonly maxAgeSeconds: number;
  readonly maxUses: number;
  readonly isTemporary: boolean;
  readonly flags: number;
  /** Roles that the invite gives. */
  readonly roleIds: readonly Snowflake[];
  /** 1 somebody's stream, 2 an activity. */
  readonly targetType?: number;
  readonly targetUserId?: Snowflake;
  readonly targetApplicationId?: Snowflake;
  readonly createdAtMs: number;
  readonly createdAt: string;
  uses: number;
  /** Only these users may come in, when set; processed at that time. */
  targets?: { readonly userIds: readonly Snowflake[]; readonly at: string };
}

/** What an invite may differ in. */
export type InviteDraft = Pick<InviteRecord, 'guildId' | 'channelId' | 'inviterId'> &
  Partial<
    Pick<
      InviteRecord,
      | 'maxAgeSeconds'
      | 'maxUses'
      | 'isTemporary'
      | 'flags'
      | 'roleIds'
      | 'targetType'
      | 'targetUserId'
      | 'targetApplicationId'
    >
  >;

/** Makes an invite. */
export function makeInvite(world: World, draft: InviteDraft): InviteRecord {
  const invite: InviteRecord = {
    code: randomBytes(6).toString('base64url'),
    maxAgeSeconds: 86_400,
    maxUses: 0,
    isTemporary: false,
    flags: 0,
    roleIds: [],
    createdAtMs: world.clock.now(),
    createdAt: world.timestamp(),
    uses: 0,
    ...draft,
  };
  world.thingsOf<InviteRecord>('invites').set(invite.code, invite);
  return invite;
}

/** Invites that are still good. */
export function liveInvites(world: World): InviteRecord[] {
  const now = world.clock.now();
  return [...world.thingsOf<InviteRecord>('invites').values()].filter(
    ({ maxAgeSeconds, createdAtMs, maxUses, uses }) =>
      (maxAgeSeconds === 0 || now < createdAtMs + maxAgeSeconds * 1000) && (maxUses === 0 || uses < maxUses),
  );
}

/** Lets somebody in by an invite: why not, or the guild. */
export function acceptInvite(
  world: World,
  invite: InviteRecord,
  user: UserRecord,
): GuildRecord | 'banned' | 'not invited' {
  const guild = world.guilds.get(invite.guildId)!;
  if (guild.bans.has(user.id)) return 'banned';
  if (invite.targets && !invite.targets.userIds.includes(user.id)) return 'not invited';
  if (guild.members.has(user.id)) return guild;
  invite.uses++;
  const flags = invite.flags & GUEST_INVITE ? GUEST_MEMBER : 0;
  joinGuild(world, guild, user, invite.roleIds, flags);
  return guild;
}
