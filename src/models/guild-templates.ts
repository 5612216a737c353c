import type { RESTPostAPIGuildTemplatesJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import type { ModelHost } from './host.js';
import { Template } from './template.js';

/** Templates of one guild. @see https://docs.discord.com/developers/resources/guild-template */
export class GuildTemplates {
  /** Guild whose templates these are. */
  readonly guildId: Snowflake;
  readonly #host: ModelHost;

  constructor(host: ModelHost, guildId: Snowflake) {
    this.#host = host;
    this.guildId = guildId;
  }

  /** Asks Discord for all. */
  async fetchAll(): Promise<Template[]> {
    const records = await this.#host.rest.templates.list(this.guildId);
    return records.map((record) => new Template(this.#host, record));
  }

  /** Makes one of the guild as it is now. */
  async create(body: RESTPostAPIGuildTemplatesJSONBody): Promise<Template> {
    return new Template(this.#host, await this.#host.rest.templates.create(this.guildId, body));
  }
}
