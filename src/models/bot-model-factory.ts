import type { Snowflake } from '../types/type-tools.js';
import type { Channel } from './channel.js';
import { Guild } from './guild.js';
import type { ModelHost } from './host.js';
import type { RecordOrigin } from './live-model.js';
import { makeChannel } from './make-channel.js';
import { Member } from './member.js';
import { Message } from './message.js';
import type { ModelFactory } from './model-factory.js';
import type {
  ChannelRecord,
  GuildRecord,
  MemberRecord,
  MessageRecord,
  RoleRecord,
  UserRecord,
} from './records.js';
import { Role } from './role.js';
import { User } from './user.js';

/** Makes the models of one bot, of records that all come from the same place. */
export class BotModelFactory implements ModelFactory {
  readonly #host: ModelHost;
  readonly #origin: RecordOrigin;

  constructor(host: ModelHost, origin: RecordOrigin) {
    this.#host = host;
    this.#origin = origin;
  }

  channel(record: ChannelRecord): Channel {
    return makeChannel(this.#host, record, this.#origin);
  }

  guild(record: GuildRecord): Guild {
    return new Guild(this.#host, record, this.#origin);
  }

  guildRef(id: Snowflake): Guild {
    return new Guild(this.#host, { id });
  }

  member(guildId: Snowflake, record: MemberRecord): Member {
    return new Member(this.#host, guildId, record, this.#origin);
  }

  message(record: MessageRecord, author?: UserRecord): Message {
    return new Message(this.#host, record, author, this.#origin);
  }

  role(guildId: Snowflake, record: RoleRecord): Role {
    return new Role(this.#host, guildId, record, this.#origin);
  }

  user(record: UserRecord): User {
    return new User(this.#host, record, this.#origin);
  }
}
