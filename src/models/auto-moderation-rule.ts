import type { APIAutoModerationRule, RESTPatchAPIAutoModerationRuleJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import type { Channel } from './channel.js';
import type { Guild } from './guild.js';
import type { Member } from './member.js';
import { IdentifiedModel } from './model.js';
import type { Role } from './role.js';

/** Rule of a guild by which Discord moderates by itself. @see https://docs.discord.com/developers/resources/auto-moderation */
export class AutoModerationRule extends IdentifiedModel<Readonly<APIAutoModerationRule>> {
  /** Guild that the rule holds in. */
  get guildId(): Snowflake {
    return this.raw.guild_id;
  }
  /** Guild that the rule holds in. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
  /** Name of the rule. */
  get name(): string {
    return this.raw.name;
  }
  /** Whether it is switched on. */
  get enabled(): boolean {
    return this.raw.enabled;
  }
  /** User who made it. */
  get creatorId(): Snowflake {
    return this.raw.creator_id;
  }
  /** Who made it, when cached. */
  get creator(): Member | undefined {
    return this.guild.members.get(this.creatorId);
  }
  /** 1 when a message is sent, 2 when a member changes. */
  get eventType(): APIAutoModerationRule['event_type'] {
    return this.raw.event_type;
  }
  /** 1 keyword, 3 spam, 4 preset of keywords, 5 many mentions, 6 profile of a member. */
  get triggerType(): APIAutoModerationRule['trigger_type'] {
    return this.raw.trigger_type;
  }
  /** Words, presets or numbers that it looks for. */
  get triggerMetadata(): APIAutoModerationRule['trigger_metadata'] {
    return this.raw.trigger_metadata;
  }
  /** What happens when it strikes. */
  get actions(): APIAutoModerationRule['actions'] {
    return this.raw.actions;
  }
  /** Roles that it leaves alone. */
  get exemptRoleIds(): readonly Snowflake[] {
    return this.raw.exempt_roles;
  }
  /** Cached ones of the roles that it does not apply to. */
  get exemptRoles(): Role[] {
    return this.exemptRoleIds.flatMap((id) => this.guild.roles.get(id) ?? []);
  }
  /** Channels that it leaves alone. */
  get exemptChannelIds(): readonly Snowflake[] {
    return this.raw.exempt_channels;
  }
  /** Cached ones of the channels that it does not apply to. */
  get exemptChannels(): Channel[] {
    return this.exemptChannelIds.flatMap((id) => this.guild.channels.get(id) ?? []);
  }

  /** Whether a member is spared for one of its roles. */
  isExempt(member: Member): boolean {
    return this.exemptRoleIds.some((id) => member.hasRole(id));
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
}
