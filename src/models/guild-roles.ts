import type { RESTPostAPIGuildRoleJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import type { ModelHost } from './host.js';
import type { Role } from './role.js';

/** Roles of one guild. @see https://docs.discord.com/developers/topics/permissions#role-object */
export class GuildRoles {
  /** Guild whose roles these are. */
  readonly guildId: Snowflake;
  readonly #host: ModelHost;

  constructor(host: ModelHost, guildId: Snowflake) {
    this.#host = host;
    this.guildId = guildId;
  }

  /** How many are cached. */
  get size(): number {
    return this.#host.records.count('role', this.guildId);
  }

  /** Cached role, or `undefined`; never a request. */
  get(id: Snowflake): Role | undefined {
    const record = this.#host.records.get('role', this.guildId, id);
    return record && this.#host.models.role(this.guildId, record);
  }

  /** First cached role that fits. */
  find(fits: (role: Role) => boolean): Role | undefined {
    for (const role of this) if (fits(role)) return role;
    return undefined;
  }

  /** Asks Discord for all roles. */
  async fetchAll(): Promise<Role[]> {
    const records = await this.#host.rest.roles.list(this.guildId);
    return records.map((record) => this.#host.models.role(this.guildId, record));
  }

  /** Makes a role. */
  async create(body: RESTPostAPIGuildRoleJSONBody = {}, reason?: string): Promise<Role> {
    const record = await this.#host.rest.roles.create(this.guildId, body, because(reason));
    return this.#host.models.role(this.guildId, record);
  }

  /** How many members each role has, by its id. */
  memberCounts(): Promise<Readonly<Record<Snowflake, number>>> {
    return this.#host.rest.roles.getMemberCounts(this.guildId);
  }

  /** Roles that are in memory. */
  *[Symbol.iterator](): IterableIterator<Role> {
    for (const record of this.#host.records.list('role', this.guildId)) {
      yield this.#host.models.role(this.guildId, record);
    }
  }
}
