import type { APIInteractionDataResolved, APIMessage } from 'discord-api-types/v10';
import { Attachment } from '../models/attachment.js';
import type { Channel } from '../models/channel.js';
import type { ModelHost } from '../models/host.js';
import type { Member } from '../models/member.js';
import type { Message } from '../models/message.js';
import type { ChannelRecord } from '../models/records.js';
import type { Role } from '../models/role.js';
import type { User } from '../models/user.js';
import type { Snowflake } from '../types/type-tools.js';

/** What an interaction's `resolved` may hold, commands of all types together. */
export type ResolvedData = APIInteractionDataResolved & {
  readonly messages?: Readonly<Record<Snowflake, APIMessage>>;
};

/** Entities that Discord sent along with an interaction, as models; nothing is fetched. */
export class ResolvedEntities {
  readonly #host: ModelHost;
  readonly #data: ResolvedData | undefined;
  readonly #guildId: Snowflake | undefined;

  constructor(host: ModelHost, data: ResolvedData | undefined, guildId: Snowflake | undefined) {
    this.#host = host;
    this.#data = data;
    this.#guildId = guildId;
  }

  attachment(id: Snowflake): Attachment | undefined {
    const wire = this.#data?.attachments?.[id];
    return wire && new Attachment(this.#host, wire);
  }

  channel(id: Snowflake): Channel | undefined {
    const wire = this.#data?.channels?.[id];
    if (!wire) return undefined;
    const cached = this.#host.records.channel(id);
    const guild = this.#guildId === undefined ? {} : { guild_id: this.#guildId };
    return this.#host.models.channel(cached ?? ({ ...guild, ...wire } as ChannelRecord));
  }

  /** Member, put together from its own part and that of its user. */
  member(id: Snowflake): Member | undefined {
    const user = this.#data?.users?.[id];
    const member = this.#data?.members?.[id];
    if (!user || !member || this.#guildId === undefined) return undefined;
    return this.#host.models.member(this.#guildId, { deaf: false, mute: false, ...member, user });
  }

  message(id: Snowflake): Message | undefined {
    const wire = this.#data?.messages?.[id];
    return wire && this.#host.models.message(wire);
  }

  role(id: Snowflake): Role | undefined {
    const wire = this.#data?.roles?.[id];
    return wire && this.#guildId !== undefined ? this.#host.models.role(this.#guildId, wire) : undefined;
  }

  user(id: Snowflake): User | undefined {
    const wire = this.#data?.users?.[id];
    return wire && this.#host.models.user(wire);
  }
}
