import type { APIUser } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import type { Guild } from './guild.js';
import { Model } from './model.js';
import type { User } from './user.js';

/** Ban as it comes from the gateway or from a request. */
export interface BanRecord {
  /** Guild that the user is banned from. */
  readonly guild_id: Snowflake;
  /** User who is banned. */
  readonly user: APIUser;
  /** Reason that was given. */
  readonly reason?: string | null;
}

/** User who is banned from a guild. @see https://docs.discord.com/developers/resources/guild#ban-object */
export class Ban extends Model<BanRecord> {
  /** Guild that the user is banned from. */
  get guildId(): Snowflake {
    return this.raw.guild_id;
  }
  /** User who is banned. */
  get user(): User {
    return this.host.models.user(this.raw.user);
  }
  /** Id of the user. */
  get userId(): Snowflake {
    return this.raw.user.id;
  }
  /** Why; events do not tell. */
  get reason(): string | undefined {
    return this.raw.reason ?? undefined;
  }
  /** Lifts the ban. */
  async remove(reason?: string): Promise<void> {
    await this.host.rest.bans.remove(this.guildId, this.userId, because(reason));
  }
  /** Guild that the user is banned from. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
}
