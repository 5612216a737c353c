import type { APIGuildMember } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { BlobReader } from './blob-reader.js';
import type { BlobWriter } from './blob-writer.js';
import { isoTime, isoTimeMs } from './iso-time.js';
import type { SharedValues } from './shared-values.js';
import type { SnowflakePool } from './snowflake-pool.js';

/** What a member is apart from its user. */
export type MemberFields = Omit<APIGuildMember, 'user' | 'joined_at'> & { joined_at: string | null };

/** Tables that members of a cache share. */
export interface MemberCodecTables {
  readonly roles: SnowflakePool;
  readonly shared: SharedValues;
}

/** Which parts a blob has, by bit. */
const DEAF = 1;
const MUTE = 2;
const PENDING = 4;
const JOINED = 8;
const NICK = 16;
const FLAGS = 32;
const PREMIUM = 64;
const MORE = 128;

/** Second byte, there when `MORE` is set. */
const TIMEOUT = 1;
const AVATAR = 2;
const BANNER = 4;
const RARE = 8;

interface RareFields {
  avatar_decoration_data?: NonNullable<MemberFields['avatar_decoration_data']>;
  collectibles?: NonNullable<MemberFields['collectibles']>;
}

/** Writes a member; fields that are absent count as empty. */
export function encodeMember(
  member: Partial<MemberFields>,
  writer: BlobWriter,
  tables: MemberCodecTables,
): void {
  const rare = rareFieldsOf(member);
  const more = moreParts(member, rare);
  const parts = partsOf(member, more);
  writer.byte(parts);
  if (more) writer.byte(more);
  if (member.joined_at) writer.time(isoTimeMs(member.joined_at));
  if (member.nick) writer.text(member.nick);
  if (member.flags) writer.count(member.flags);
  if (member.premium_since) writer.time(isoTimeMs(member.premium_since));
  if (more & TIMEOUT) writer.time(isoTimeMs(member.communication_disabled_until!));
  if (more & AVATAR) writer.imageHash(member.avatar!);
  if (more & BANNER) writer.imageHash(member.banner!);
  if (rare) writer.count(tables.shared.numberOf(rare));
  encodeRoles(member.roles, writer, tables.roles);
}

/** Reads what `encodeMember` wrote. */
export function decodeMember(reader: BlobReader, tables: MemberCodecTables): MemberFields {
  const parts = reader.byte();
  const more = parts & MORE ? reader.byte() : 0;
  return {
    deaf: (parts & DEAF) !== 0,
    mute: (parts & MUTE) !== 0,
    pending: (parts & PENDING) !== 0,
    joined_at: parts & JOINED ? isoTime(reader.time()) : null,
    nick: parts & NICK ? reader.text() : null,
    flags: parts & FLAGS ? reader.count() : 0,
    premium_since: parts & PREMIUM ? isoTime(reader.time()) : null,
    communication_disabled_until: more & TIMEOUT ? isoTime(reader.time()) : null,
    avatar: more & AVATAR ? reader.imageHash() : null,
    banner: more & BANNER ? reader.imageHash() : null,
    ...(more & RARE ? tables.shared.valueOf<RareFields>(reader.count()) : undefined),
    roles: decodeRoles(reader, tables.roles),
  };
}

function partsOf(member: Partial<MemberFields>, more: number): number {
  let parts = member.deaf ? DEAF : 0;
  if (member.mute) parts |= MUTE;
  if (member.pending) parts |= PENDING;
  if (member.joined_at) parts |= JOINED;
  if (member.nick) parts |= NICK;
  if (member.flags) parts |= FLAGS;
  if (member.premium_since) parts |= PREMIUM;
  return more ? parts | MORE : parts;
}

function moreParts(member: Partial<MemberFields>, rare: RareFields | undefined): number {
  let more = member.communication_disabled_until ? TIMEOUT : 0;
  if (member.avatar) more |= AVATAR;
  if (member.banner) more |= BANNER;
  return rare ? more | RARE : more;
}

function encodeRoles(roles: readonly Snowflake[] | undefined, writer: BlobWriter, pool: SnowflakePool): void {
  const count = roles?.length ?? 0;
  writer.count(count);
  for (let i = 0; i < count; i++) writer.count(pool.numberOf(roles![i]!) + 1);
}

function decodeRoles(reader: BlobReader, pool: SnowflakePool): Snowflake[] {
  const roles: Snowflake[] = [];
  for (let left = reader.count(); left > 0; left--) {
    const number = reader.count() - 1;
    if (number >= 0) roles.push(pool.idOf(number));
  }
  return roles;
}

function rareFieldsOf(member: Partial<MemberFields>): RareFields | undefined {
  const { avatar_decoration_data, collectibles } = member;
  if (!avatar_decoration_data && !collectibles) return undefined;
  return {
    ...(avatar_decoration_data ? { avatar_decoration_data } : {}),
    ...(collectibles ? { collectibles } : {}),
  };
}
