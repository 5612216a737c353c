import type { APIGuildMember } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { FieldText } from '../text/field-text.js';
import { MemberField } from '../text/member-fields.js';
import type { BlobReader } from './blob-reader.js';
import type { BlobWriter } from './blob-writer.js';
import { isoTime, isoTimeMs, jsonTimeMs } from './iso-time.js';
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

const QUOTE = 0x22;

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

/** Writes a member out of a text, to the same bytes as `encodeMember` would. */
export function encodeMemberText(member: FieldText, writer: BlobWriter, tables: MemberCodecTables): void {
  const { bytes } = member.text;
  const rare = rareFieldsOfText(member);
  const flags = member.number(MemberField.flags);
  let more = member.has(MemberField.timeout) ? TIMEOUT : 0;
  if (member.hasText(MemberField.avatar)) more |= AVATAR;
  if (member.hasText(MemberField.banner)) more |= BANNER;
  if (rare) more |= RARE;
  let parts = member.has(MemberField.deaf) ? DEAF : 0;
  if (member.has(MemberField.mute)) parts |= MUTE;
  if (member.has(MemberField.pending)) parts |= PENDING;
  if (member.has(MemberField.joinedAt)) parts |= JOINED;
  if (member.hasText(MemberField.nick)) parts |= NICK;
  if (flags > 0) parts |= FLAGS;
  if (member.has(MemberField.premiumSince)) parts |= PREMIUM;
  writer.byte(more ? parts | MORE : parts);
  if (more) writer.byte(more);
  if (parts & JOINED) writeTime(MemberField.joinedAt, member, writer);
  if (parts & NICK) writer.jsonText(bytes, member.start(MemberField.nick), member.end(MemberField.nick));
  if (parts & FLAGS) writer.count(flags);
  if (parts & PREMIUM) writeTime(MemberField.premiumSince, member, writer);
  if (more & TIMEOUT) writeTime(MemberField.timeout, member, writer);
  if (more & AVATAR)
    writer.jsonImageHash(bytes, member.start(MemberField.avatar), member.end(MemberField.avatar));
  if (more & BANNER)
    writer.jsonImageHash(bytes, member.start(MemberField.banner), member.end(MemberField.banner));
  if (rare) writer.count(tables.shared.numberOf(rare));
  encodeRolesText(member, writer, tables.roles);
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

/** Roles of a text, a list of strings without escapes. */
function encodeRolesText(member: FieldText, writer: BlobWriter, pool: SnowflakePool): void {
  const { bytes } = member.text;
  const start = member.start(MemberField.roles) + 1;
  const end = member.end(MemberField.roles) - 1;
  let quotes = 0;
  for (let at = start; at < end; at++) if (bytes[at] === QUOTE) quotes += 1;
  writer.count(quotes >> 1);
  let open = -1;
  for (let at = start; at < end; at++) {
    if (bytes[at] !== QUOTE) continue;
    if (open < 0) open = at + 1;
    else {
      writer.count(pool.numberOfBytes(bytes, open, at) + 1);
      open = -1;
    }
  }
}

function writeTime(field: number, member: FieldText, writer: BlobWriter): void {
  writer.time(jsonTimeMs(member.text.bytes, member.start(field), member.end(field)));
}

function rareFieldsOfText(member: FieldText): RareFields | undefined {
  if (!member.has(MemberField.avatarDecoration) && !member.has(MemberField.collectibles)) return undefined;
  return rareFieldsOf({
    avatar_decoration_data: member.json(MemberField.avatarDecoration),
    collectibles: member.json(MemberField.collectibles),
  } as RareFields);
}

function decodeRoles(reader: BlobReader, pool: SnowflakePool): Snowflake[] {
  const roles: Snowflake[] = [];
  for (let left = reader.count(); left > 0; left--) {
    const number = reader.count() - 1;
    if (number >= 0) roles.push(pool.idOf(number));
  }
  return roles;
}

function rareFieldsOf(member: Partial<MemberFields> | RareFields): RareFields | undefined {
  const { avatar_decoration_data, collectibles } = member;
  if (!avatar_decoration_data && !collectibles) return undefined;
  return {
    ...(avatar_decoration_data ? { avatar_decoration_data } : {}),
    ...(collectibles ? { collectibles } : {}),
  };
}
