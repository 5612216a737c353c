import type { GatewayAutoModerationActionExecutionDispatchData } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { AutoModerationRule } from './auto-moderation-rule.js';
import type { Channel } from './channel.js';
import type { Guild } from './guild.js';
import type { Member } from './member.js';
import type { Message } from './message.js';
import { Model } from './model.js';
import type { User } from './user.js';

/** What Discord did because of a rule. @see https://docs.discord.com/developers/events/gateway-events#auto-moderation-action-execution */
export class AutoModerationExecution extends Model<
  Readonly<GatewayAutoModerationActionExecutionDispatchData>
> {
  /** Guild in which the rule acted. */
  get guildId(): Snowflake {
    return this.raw.guild_id;
  }
  /** Same guild as an object. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
  /** Rule that acted. */
  get ruleId(): Snowflake {
    return this.raw.rule_id;
  }
  /** Kind of trigger of that rule, as in `AutoModerationRuleTriggerType`. */
  get ruleTriggerType(): GatewayAutoModerationActionExecutionDispatchData['rule_trigger_type'] {
    return this.raw.rule_trigger_type;
  }
  /** Action with its settings: 1 blocked the message, 2 told moderators, 3 timed the member out, 4 blocked interaction. */
  get action(): GatewayAutoModerationActionExecutionDispatchData['action'] {
    return this.raw.action;
  }
  /** User whose content set the rule off. */
  get userId(): Snowflake {
    return this.raw.user_id;
  }
  /** Who triggered the rule, when cached. */
  get user(): User | undefined {
    const record = this.host.records.user(this.userId);
    return record && this.host.models.user(record);
  }
  /** Who triggered the rule as a member, when cached. */
  get member(): Member | undefined {
    return this.guild.members.get(this.userId);
  }
  /** Channel that the content was meant for. */
  get channelId(): Snowflake | undefined {
    return this.raw.channel_id;
  }
  /** Channel of the content, when cached. */
  get channel(): Channel | undefined {
    return this.channelId === undefined ? undefined : this.guild.channels.get(this.channelId);
  }
  /** Id of the message, unless it was blocked. */
  get messageId(): Snowflake | undefined {
    return this.raw.message_id;
  }
  /** Message, when cached. */
  get message(): Message | undefined {
    return this.#message(this.channelId, this.messageId);
  }
  /** Id of the message by which moderators were told. */
  get alertMessageId(): Snowflake | undefined {
    return this.raw.alert_system_message_id;
  }
  /** Text that triggered the rule; empty without the intent `MessageContent`. */
  get content(): string {
    return this.raw.content ?? '';
  }
  /** Word or pattern of the rule that was found. */
  get matchedKeyword(): string | undefined {
    return this.raw.matched_keyword ?? undefined;
  }
  /** What was found in the text; only with the intent `MessageContent`. */
  get matchedContent(): string | undefined {
    return this.raw.matched_content ?? undefined;
  }

  /** Asks Discord for the rule. */
  async fetchRule(): Promise<AutoModerationRule> {
    return new AutoModerationRule(
      this.host,
      await this.host.rest.autoModeration.get(this.guildId, this.ruleId),
    );
  }

  #message(channelId: Snowflake | undefined, id: Snowflake | undefined): Message | undefined {
    const record =
      channelId === undefined || id === undefined ? undefined : this.host.records.message(channelId, id);
    return record && this.host.models.message(record);
  }
}
