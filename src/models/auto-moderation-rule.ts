import type { APIAutoModerationRule, RESTPatchAPIAutoModerationRuleJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import type { Guild } from './guild.js';
import { IdentifiedModel } from './model.js';

/** Rule of a guild by which Discord moderates by itself. @see https://docs.discord.com/developers/resources/auto-moderation */
export class AutoModerationRule extends IdentifiedModel<Readonly<APIAutoModerationRule>> {
  get guildId(): Snowflake {
    return this.raw.guild_id;
  }
  get name(): string {
    return this.raw.name;
  }
  get enabled(): boolean {
    return this.raw.enabled;
  }
  get creatorId(): Snowflake {
    return this.raw.creator_id;
  }
  get triggerType(): APIAutoModerationRule['trigger_type'] {
    return this.raw.trigger_type;
  }
  get triggerMetadata(): APIAutoModerationRule['trigger_metadata'] {
    return this.raw.trigger_metadata;
  }
  get actions(): APIAutoModerationRule['actions'] {
    return this.raw.actions;
  }
  get exemptRoleIds(): readonly Snowflake[] {
    return this.raw.exempt_roles;
  }
  get exemptChannelIds(): readonly Snowflake[] {
    return this.raw.exempt_channels;
  }
  /** Changes the rule; only what is given. */
  async edit(body: RESTPatchAPIAutoModerationRuleJSONBody, reason?: string): Promise<AutoModerationRule> {
    const { autoModeration } = this.host.rest;
    return new AutoModerationRule(
      this.host,
      await autoModeration.edit(this.guildId, this.id, body, because(reason)),
    );
  }

  /** Deletes the rule. */
  async delete(reason?: string): Promise<void> {
    await this.host.rest.autoModeration.delete(this.guildId, this.id, because(reason));
  }
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
}
