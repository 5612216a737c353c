import type { Snowflake } from '../../types/type-tools.js';
import type { UserRecord } from './user-record.js';

/** Membership of a user in a guild. @see https://docs.discord.com/developers/resources/guild#guild-member-object */
export interface MemberRecord {
  readonly user: UserRecord;
  nick: string | null;
  avatar: string | null;
  banner: string | null;
  roles: Snowflake[];
  joined_at: string;
  premium_since: string | null;
  deaf: boolean;
  mute: boolean;
  flags: number;
  pending: boolean;
  communication_disabled_until: string | null;
}

export function newMember(user: UserRecord, joinedAt: string): MemberRecord {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [],
    joined_at: joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

/** Member without its user, as messages and resolved data carry it. */
export function toPartialMember({ user: _user, ...rest }: MemberRecord): Omit<MemberRecord, 'user'> {
  return rest;
}
