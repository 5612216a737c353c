import type { APIEntitlement } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import type { Guild } from './guild.js';
import { IdentifiedModel } from './model.js';
import type { User } from './user.js';

/** Right of a user or guild to something that the application sells. @see https://docs.discord.com/developers/resources/entitlement */
export class Entitlement extends IdentifiedModel<Readonly<APIEntitlement>> {
  /** What was bought. */
  get skuId(): Snowflake {
    return this.raw.sku_id;
  }
  /** Application whose offer it gives access to. */
  get applicationId(): Snowflake {
    return this.raw.application_id;
  }
  /** User who has it; `undefined` when a guild has it. */
  get userId(): Snowflake | undefined {
    return this.raw.user_id;
  }
  /** Who has it, when cached. */
  get user(): User | undefined {
    const record = this.userId === undefined ? undefined : this.host.records.user(this.userId);
    return record && this.host.models.user(record);
  }
  /** Guild that has it; `undefined` when a user has it. */
  get guildId(): Snowflake | undefined {
    return this.raw.guild_id;
  }
  /** Guild that has it. */
  get guild(): Guild | undefined {
    return this.guildId === undefined ? undefined : this.host.models.guildRef(this.guildId);
  }
  /**
   * How it came about: 1 bought, 2 with Nitro, 3 given by the developer, 4 for a test, 5 free, 6 given by a user, 7 for
   * those with Nitro, 8 subscription.
   */
  get type(): APIEntitlement['type'] {
    return this.raw.type;
  }
  /** Whether it was taken back. */
  get deleted(): boolean {
    return this.raw.deleted;
  }
  /** Whether something consumable was used up. */
  get consumed(): boolean {
    return this.raw.consumed ?? false;
  }
  /** When it begins; `undefined` for tests. */
  get startsAt(): Date | undefined {
    return this.raw.starts_at ? new Date(this.raw.starts_at) : undefined;
  }
  /** When it ends; `undefined` while it goes on. */
  get endsAt(): Date | undefined {
    return this.raw.ends_at ? new Date(this.raw.ends_at) : undefined;
  }
  /** Whether it is good now. */
  get isActive(): boolean {
    const end = this.endsAt?.getTime() ?? Number.POSITIVE_INFINITY;
    return !this.deleted && end > this.host.clock.now();
  }
  /** Marks something that can be used once as used. */
  async consume(): Promise<void> {
    await this.host.rest.monetization.consumeEntitlement(this.raw.application_id, this.id);
  }

  /** Deletes it; only those made for tests can be. */
  async delete(): Promise<void> {
    await this.host.rest.monetization.deleteTestEntitlement(this.raw.application_id, this.id);
  }
}
