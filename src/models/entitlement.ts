import type { APIEntitlement } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { IdentifiedModel } from './model.js';

/** Right of a user or guild to something that the application sells. @see https://docs.discord.com/developers/resources/entitlement */
export class Entitlement extends IdentifiedModel<Readonly<APIEntitlement>> {
  get skuId(): Snowflake {
    return this.raw.sku_id;
  }
  get userId(): Snowflake | undefined {
    return this.raw.user_id;
  }
  get guildId(): Snowflake | undefined {
    return this.raw.guild_id;
  }
  get type(): APIEntitlement['type'] {
    return this.raw.type;
  }
  get deleted(): boolean {
    return this.raw.deleted;
  }
  get consumed(): boolean {
    return this.raw.consumed ?? false;
  }
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
