import type { Snowflake } from '../types/type-tools.js';
import type { Channel } from './channel.js';
import type { Guild } from './guild.js';
import type { Member } from './member.js';
import type { Message } from './message.js';
import type {
  ChannelRecord,
  GuildRecord,
  MemberRecord,
  MessageRecord,
  RoleRecord,
  UserRecord,
} from './records.js';
import type { Role } from './role.js';
import type { User } from './user.js';

/**
 * Makes models of records or of wire objects, which have the same form; nothing needs to be cached.
 *
 * Handed to models by their host, so that the files of models do not load each other.
 */
export interface ModelFactory {
  /** Channel of the class that its type asks for; a plain `Channel` for types that are not known. */
  channel(record: ChannelRecord): Channel;
  /** Guild of a record; it keeps up with the cache. */
  guild(record: GuildRecord): Guild;
  /** Guild of which only the id is known; it fills in when the guild is cached. */
  guildRef(id: Snowflake): Guild;
  /** Member of a record; it keeps up with the cache. */
  member(guildId: Snowflake, record: MemberRecord): Member;
  /** Message of a record; it keeps up with the cache. */
  message(record: MessageRecord, author?: UserRecord): Message;
  /** Role of a record; it keeps up with the cache. */
  role(guildId: Snowflake, record: RoleRecord): Role;
  /** User of a record; it keeps up with the cache. */
  user(record: UserRecord): User;
}
