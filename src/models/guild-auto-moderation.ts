import type { RESTPostAPIAutoModerationRuleJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { AutoModerationRule } from './auto-moderation-rule.js';
import { because } from './because.js';
import type { ModelHost } from './host.js';

/** Rules by which Discord moderates one guild by itself; Discord is asked each time. */
export class GuildAutoModeration {
  /** Guild whose rules they are. */
  readonly guildId: Snowflake;
  readonly #host: ModelHost;

  constructor(host: ModelHost, guildId: Snowflake) {
    this.#host = host;
    this.guildId = guildId;
  }

  /** Asks Discord for one rule. */
  async fetch(id: Snowflake): Promise<AutoModerationRule> {
    return new AutoModerationRule(this.#host, await this.#host.rest.autoModeration.get(this.guildId, id));
  }

  /** Asks Discord for all rules. */
  async fetchAll(): Promise<AutoModerationRule[]> {
    const rules = await this.#host.rest.autoModeration.list(this.guildId);
    return rules.map((rule) => new AutoModerationRule(this.#host, rule));
  }

  /** Makes a rule. */
  async create(body: RESTPostAPIAutoModerationRuleJSONBody, reason?: string): Promise<AutoModerationRule> {
    const rule = await this.#host.rest.autoModeration.create(this.guildId, body, because(reason));
    return new AutoModerationRule(this.#host, rule);
  }
}
