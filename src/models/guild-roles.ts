import type { RESTPostAPIGuildRoleJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import { EntityList } from './entity-list.js';
import type { ModelHost } from './host.js';
import type { RoleRecord } from './records.js';
import type { NewPosition } from './reorder.js';
import type { Role } from './role.js';

/** Roles of one guild. @see https://docs.discord.com/developers/topics/permissions#role-object */
export class GuildRoles extends EntityList<'role', Role> {
  constructor(host: ModelHost, guildId: Snowflake) {
    super(host, 'role', guildId);
  }

  /** Role that everybody has. */
  get everyone(): Role | undefined {
    return this.get(this.guildId);
  }
  /** Role that Discord gives to those who boost the guild. */
  get boosters(): Role | undefined {
    return this.find(({ tags }) => tags.isForBoosters);
  }
  /** Role that came with the bot. */
  get own(): Role | undefined {
    return this.find(({ tags }) => tags.botId === this.host.selfId);
  }

  /** Asks Discord for one role. */
  async fetch(id: Snowflake): Promise<Role> {
    return this.#answered(await this.host.rest.roles.get(this.guildId, id));
  }

  /** Asks Discord for all roles. */
  async fetchAll(): Promise<Role[]> {
    const records = await this.host.rest.roles.list(this.guildId);
    return records.map((record) => this.#answered(record));
  }

  /** Makes a role. */
  async create(body: RESTPostAPIGuildRoleJSONBody = {}, reason?: string): Promise<Role> {
    return this.#answered(await this.host.rest.roles.create(this.guildId, body, because(reason)));
  }

  /** Puts several roles in their places at once; gives all roles. */
  async setPositions(positions: readonly NewPosition[], reason?: string): Promise<Role[]> {
    const body = positions.map(({ id, position }) => ({ id, position }));
    const records = await this.host.rest.roles.editPositions(this.guildId, body, because(reason));
    return records.map((record) => this.#answered(record));
  }

  /** How many members each role has, by its id. */
  memberCounts(): Promise<Readonly<Record<Snowflake, number>>> {
    return this.host.rest.roles.getMemberCounts(this.guildId);
  }

  protected make(record: RoleRecord): Role {
    return this.host.models.role(this.guildId, record);
  }

  #answered(record: RoleRecord): Role {
    return this.host.answers.role(this.guildId, record);
  }
}
