import type {
  RESTGetAPIAutoModerationRuleResult,
  RESTGetAPIAutoModerationRulesResult,
  RESTPatchAPIAutoModerationRuleJSONBody,
  RESTPatchAPIAutoModerationRuleResult,
  RESTPostAPIAutoModerationRuleJSONBody,
  RESTPostAPIAutoModerationRuleResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions, ReasonOptions } from '../request-options.js';
import { DELETE, GET, PATCH, POST } from '../transport/route.js';
import { Resource } from './resource.js';

/** Rules by which Discord moderates messages. @see https://docs.discord.com/developers/resources/auto-moderation */
export class AutoModerationApi extends Resource {
  /**
   * Rules of a guild.
   *
   * @see https://docs.discord.com/developers/resources/auto-moderation#list-auto-moderation-rules-for-guild
   */
  list(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIAutoModerationRulesResult> {
    return this.requester.request(GET`/guilds/${guildId}/auto-moderation/rules`, options);
  }

  /**
   * One rule.
   *
   * @see https://docs.discord.com/developers/resources/auto-moderation#get-auto-moderation-rule
   */
  get(
    guildId: Snowflake,
    ruleId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTGetAPIAutoModerationRuleResult> {
    return this.requester.request(GET`/guilds/${guildId}/auto-moderation/rules/${ruleId}`, options);
  }

  /**
   * Creates a rule.
   *
   * @see https://docs.discord.com/developers/resources/auto-moderation#create-auto-moderation-rule
   */
  create(
    guildId: Snowflake,
    body: RESTPostAPIAutoModerationRuleJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPostAPIAutoModerationRuleResult> {
    return this.requester.request(POST`/guilds/${guildId}/auto-moderation/rules`, { ...options, body });
  }

  /**
   * Changes a rule; only what is given.
   *
   * @see https://docs.discord.com/developers/resources/auto-moderation#modify-auto-moderation-rule
   */
  edit(
    guildId: Snowflake,
    ruleId: Snowflake,
    body: RESTPatchAPIAutoModerationRuleJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPatchAPIAutoModerationRuleResult> {
    return this.requester.request(PATCH`/guilds/${guildId}/auto-moderation/rules/${ruleId}`, {
      ...options,
      body,
    });
  }

  /**
   * Deletes a rule.
   *
   * @see https://docs.discord.com/developers/resources/auto-moderation#delete-auto-moderation-rule
   */
  delete(guildId: Snowflake, ruleId: Snowflake, options?: ReasonOptions): Promise<void> {
    return this.requester.request(DELETE`/guilds/${guildId}/auto-moderation/rules/${ruleId}`, options);
  }
}
