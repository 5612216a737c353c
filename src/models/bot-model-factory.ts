import type { Snowflake } from '../types/type-tools.js';
import type { Channel } from './channel.js';
import { Guild } from './guild.js';
import type { ModelHost } from './host.js';
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

/** Makes the models of one bot. */
export class BotModelFactory implements ModelFactory {
  readonly #host: ModelHost;

  constructor(host: ModelHost) {
    this.#host = host;
  }

  channel(record: ChannelRecord): Channel {
    return makeChannel(this.#host, record);
  }

  guild(record: GuildRecord): Guild {
    return new Guild(this.#host, record);
  }

  guildRef(id: Snowflake): Guild {
    return new Guild(this.#host, { id });
  }

  guildSnapshot(record: GuildRecord): Guild {
    return new Guild(this.#host, record, { isSnapshot: true });
  }

  member(guildId: Snowflake, record: MemberRecord): Member {
    return new Member(this.#host, guildId, record);
  }

  message(record: MessageRecord, author?: UserRecord): Message {
    return new Message(this.#host, record, author);
  }

  messageSnapshot(record: MessageRecord): Message {
    return new Message(this.#host, record, undefined, { isSnapshot: true });
  }

  role(guildId: Snowflake, record: RoleRecord): Role {
    return new Role(this.#host, guildId, record);
  }

  user(record: UserRecord): User {
    return new User(this.#host, record);
  }
}
