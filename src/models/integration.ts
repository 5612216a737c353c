import type { APIGuildIntegration } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import type { Guild } from './guild.js';
import { IdentifiedModel } from './model.js';

/** Service or bot that is connected to a guild. @see https://docs.discord.com/developers/resources/guild#integration-object */
export class Integration extends IdentifiedModel<
  Readonly<APIGuildIntegration> & { readonly guild_id: Snowflake }
> {
  /** Guild that it is in. */
  get guildId(): Snowflake {
    return this.raw.guild_id;
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
  /** Role that its subscribers get. */
  get roleId(): Snowflake | undefined {
    return this.raw.role_id;
  }
  /** Application that it belongs to, when there is one. */
  get applicationId(): Snowflake | undefined {
    return this.raw.application?.id;
  }
  /** Removes it from the guild. */
  async delete(reason?: string): Promise<void> {
    await this.host.rest.guilds.deleteIntegration(this.guildId, this.id, because(reason));
  }
  /** Guild that it is in. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
}
