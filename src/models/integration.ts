import type { APIGuildIntegration } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { attachedUser } from './attached-user.js';
import { because } from './because.js';
import type { Guild } from './guild.js';
import { IdentifiedModel } from './model.js';
import type { Role } from './role.js';
import type { User } from './user.js';

/** Service or bot that is connected to a guild. @see https://docs.discord.com/developers/resources/guild#integration-object */
export class Integration extends IdentifiedModel<
  Readonly<APIGuildIntegration> & { readonly guild_id: Snowflake }
> {
  /** Guild that it is in. */
  get guildId(): Snowflake {
    return this.raw.guild_id;
  }
  /** Guild that it is in. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
  /** Name of the integration. */
  get name(): string {
    return this.raw.name;
  }
  /** Kind of service: `twitch`, `youtube`, `discord` or `guild_subscription`. */
  get type(): string {
    return this.raw.type;
  }
  /** Whether it is switched on. */
  get enabled(): boolean {
    return this.raw.enabled ?? true;
  }
  /** Account at the service. */
  get account(): APIGuildIntegration['account'] {
    return this.raw.account;
  }
  /** Who added it; events do not tell. */
  get user(): User | undefined {
    return attachedUser(this.host, this.raw.user);
  }
  /** Role that its subscribers get. */
  get roleId(): Snowflake | undefined {
    return this.raw.role_id;
  }
  /** Role that subscribers get, when cached. */
  get role(): Role | undefined {
    return this.roleId === undefined ? undefined : this.guild.roles.get(this.roleId);
  }
  /** Application with its bot, for a bot. */
  get application(): APIGuildIntegration['application'] {
    return this.raw.application;
  }
  /** Application that it belongs to, when there is one. */
  get applicationId(): Snowflake | undefined {
    return this.raw.application?.id;
  }
  /** What the application may do by OAuth2. */
  get scopes(): readonly string[] {
    return this.raw.scopes ?? [];
  }
  /** How many subscribe at the service. */
  get subscriberCount(): number | undefined {
    return this.raw.subscriber_count;
  }
  /** When its subscribers were last brought up to date. */
  get syncedAt(): Date | undefined {
    return this.raw.synced_at ? new Date(this.raw.synced_at) : undefined;
  }
  /** What becomes of whose subscription ends: 0 loses the role, 1 is kicked. */
  get expireBehavior(): APIGuildIntegration['expire_behavior'] {
    return this.raw.expire_behavior;
  }
  /** Days before that. */
  get expireGracePeriodDays(): number | undefined {
    return this.raw.expire_grace_period;
  }

  /** Removes it from the guild, with its bot. */
  async delete(reason?: string): Promise<void> {
    await this.host.rest.guilds.deleteIntegration(this.guildId, this.id, because(reason));
  }
}
