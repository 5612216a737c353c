import type { APIAttachment, APIInteractionDataResolved, APIUser } from 'discord-api-types/v10';
import type { Channel } from '../../models/channel.js';
import type { ModelHost } from '../../models/host.js';
import type { Member } from '../../models/member.js';
import type { ChannelRecord } from '../../models/records.js';
import type { Role } from '../../models/role.js';
import type { User } from '../../models/user.js';
import type { Snowflake } from '../../types/type-tools.js';

/** Entities that Discord sent along with an interaction, by their ids, as models. */
export class Resolved {
  readonly #host: ModelHost;
  readonly #data: APIInteractionDataResolved;
  readonly #guildId: Snowflake | undefined;

  constructor(host: ModelHost, data: APIInteractionDataResolved | undefined, guildId: Snowflake | undefined) {
    this.#host = host;
    this.#data = data ?? {};
    this.#guildId = guildId;
  }

  user(id: Snowflake): User | undefined {
    const user: APIUser | undefined = this.#data.users?.[id];
    return user && this.#host.models.user(user);
  }

  member(id: Snowflake): Member | undefined {
    const member = this.#data.members?.[id];
    const user = this.#data.users?.[id];
    if (!member || !user || this.#guildId === undefined) return undefined;
    return this.#host.models.member(this.#guildId, { ...member, user } as never);
  }

  role(id: Snowflake): Role | undefined {
    const role = this.#data.roles?.[id];
    return role && this.#guildId !== undefined ? this.#host.models.role(this.#guildId, role) : undefined;
  }

  channel(id: Snowflake): Channel | undefined {
    const channel = this.#data.channels?.[id];
    return channel && this.#host.models.channel(channel as unknown as ChannelRecord);
  }

  attachment(id: Snowflake): APIAttachment | undefined {
    return this.#data.attachments?.[id];
  }
}
