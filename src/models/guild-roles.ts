import type { Snowflake } from '../types/type-tools.js';
import type { ModelHost } from './host.js';
import type { Role } from './role.js';

/** Roles of one guild. */
export class GuildRoles {
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

  *[Symbol.iterator](): IterableIterator<Role> {
    for (const record of this.#host.records.list('role', this.guildId)) {
      yield this.#host.models.role(this.guildId, record);
    }
  }
}
