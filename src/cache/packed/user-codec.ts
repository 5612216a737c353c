import type { APIUser } from 'discord-api-types/v10';
import type { UserRecord } from '../../models/records.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { FieldText } from '../text/field-text.js';
import { UserField } from '../text/member-fields.js';
import type { BlobReader } from './blob-reader.js';
import type { BlobWriter } from './blob-writer.js';
import type { SharedValues } from './shared-values.js';

/** Which parts a blob has, by bit. */
const BOT = 1;
const SYSTEM = 2;
const GLOBAL_NAME = 4;
const AVATAR = 8;
const FLAGS = 16;
const DISCRIMINATOR = 32;
const RARE = 64;
const PROFILE = 128;

const ZERO = 0x30;

/** Fields that few users have; they travel as one shared value. */
interface RareFields {
  avatar_decoration_data?: NonNullable<APIUser['avatar_decoration_data']>;
  collectibles?: NonNullable<APIUser['collectibles']>;
  primary_guild?: NonNullable<APIUser['primary_guild']>;
}

/** Writes everything of a user but the id. */
export function encodeUser(user: UserRecord, writer: BlobWriter, shared: SharedValues): void {
  const rare = rareFieldsOf(user);
  const flags = user.public_flags ?? 0;
  const hasDiscriminator = user.discriminator !== '0' && typeof user.discriminator === 'string';
  const hasProfile = Boolean(user.banner) || typeof user.accent_color === 'number';
  let parts = user.bot ? BOT : 0;
  if (user.system) parts |= SYSTEM;
  if (user.global_name) parts |= GLOBAL_NAME;
  if (user.avatar) parts |= AVATAR;
  if (flags > 0) parts |= FLAGS;
  if (hasDiscriminator) parts |= DISCRIMINATOR;
  if (rare) parts |= RARE;
  if (hasProfile) parts |= PROFILE;
  writer.byte(parts);
  writer.text(user.username ?? '');
  if (user.global_name) writer.text(user.global_name);
  if (user.avatar) writer.imageHash(user.avatar);
  if (flags > 0) writer.count(flags);
  if (hasDiscriminator) writer.text(user.discriminator);
  if (rare) writer.count(shared.numberOf(rare));
  if (hasProfile) {
    writer.imageHash(user.banner ?? '');
    writer.count((user.accent_color ?? -1) + 1);
  }
}

/** Writes the user of a member out of a text, to the same bytes as `encodeUser` would. */
export function encodeUserText(user: FieldText, writer: BlobWriter, shared: SharedValues): void {
  const { bytes } = user.text;
  const rare = rareFieldsOfText(user);
  const flags = user.number(UserField.publicFlags);
  const hasProfile = user.hasText(UserField.banner) || user.has(UserField.accentColor);
  let parts = user.has(UserField.bot) ? BOT : 0;
  if (user.has(UserField.system)) parts |= SYSTEM;
  if (user.hasText(UserField.globalName)) parts |= GLOBAL_NAME;
  if (user.hasText(UserField.avatar)) parts |= AVATAR;
  if (flags > 0) parts |= FLAGS;
  if (hasDiscriminatorText(user)) parts |= DISCRIMINATOR;
  if (rare) parts |= RARE;
  if (hasProfile) parts |= PROFILE;
  writer.byte(parts);
  writeText(UserField.username, user, writer);
  if (parts & GLOBAL_NAME) writeText(UserField.globalName, user, writer);
  if (parts & AVATAR) writer.jsonImageHash(bytes, user.start(UserField.avatar), user.end(UserField.avatar));
  if (parts & FLAGS) writer.count(flags);
  if (parts & DISCRIMINATOR) writeText(UserField.discriminator, user, writer);
  if (rare) writer.count(shared.numberOf(rare));
  if (!hasProfile) return;
  writer.imageHash((user.json(UserField.banner) as string | undefined) ?? '');
  writer.count(user.has(UserField.accentColor) ? user.number(UserField.accentColor) + 1 : 0);
}

/** Reads what `encodeUser` wrote. */
export function decodeUser(id: Snowflake, reader: BlobReader, shared: SharedValues): APIUser {
  const parts = reader.byte();
  return {
    id,
    username: reader.text(),
    global_name: parts & GLOBAL_NAME ? reader.text() : null,
    avatar: parts & AVATAR ? reader.imageHash() : null,
    public_flags: parts & FLAGS ? reader.count() : 0,
    discriminator: parts & DISCRIMINATOR ? reader.text() : '0',
    bot: (parts & BOT) !== 0,
    system: (parts & SYSTEM) !== 0,
    ...(parts & RARE ? shared.valueOf<RareFields>(reader.count()) : undefined),
    ...(parts & PROFILE ? decodeProfile(reader) : undefined),
  };
}

function decodeProfile(reader: BlobReader): Pick<APIUser, 'accent_color' | 'banner'> {
  const banner = reader.imageHash() || null;
  const accent = reader.count();
  return { banner, accent_color: accent === 0 ? null : accent - 1 };
}

function hasDiscriminatorText(user: FieldText): boolean {
  const start = user.start(UserField.discriminator);
  const length = user.end(UserField.discriminator) - start;
  return length > 3 || (length === 3 && user.text.bytes[start + 1] !== ZERO);
}

function writeText(field: number, user: FieldText, writer: BlobWriter): void {
  if (user.has(field)) writer.jsonText(user.text.bytes, user.start(field), user.end(field));
  else writer.text('');
}

function rareFieldsOfText(user: FieldText): RareFields | undefined {
  const isThere =
    user.has(UserField.avatarDecoration) ||
    user.has(UserField.collectibles) ||
    user.has(UserField.primaryGuild);
  if (!isThere) return undefined;
  return rareFieldsOf({
    avatar_decoration_data: user.json(UserField.avatarDecoration),
    collectibles: user.json(UserField.collectibles),
    primary_guild: user.json(UserField.primaryGuild),
  } as RareFields);
}

function rareFieldsOf(user: UserRecord | RareFields): RareFields | undefined {
  const { avatar_decoration_data, collectibles, primary_guild } = user;
  if (!avatar_decoration_data && !collectibles && !primary_guild) return undefined;
  return {
    ...(avatar_decoration_data ? { avatar_decoration_data } : {}),
    ...(collectibles ? { collectibles } : {}),
    ...(primary_guild ? { primary_guild } : {}),
  };
}
