import type { APISKU } from 'discord-api-types/v10';
import type { LazyList } from '../rest/lazy-list.js';
import type { Snowflake } from '../types/type-tools.js';
import { FlagSet } from './flags/flag-set.js';
import type { SkuFlagName } from './flags/flag-tables.js';
import { skuFlags } from './flags/flag-tables.js';
import { IdentifiedModel } from './model.js';
import { Subscription } from './subscription.js';

/** Something that an application sells. @see https://docs.discord.com/developers/resources/sku */
export class Sku extends IdentifiedModel<Readonly<APISKU>> {
  /** Application that sells it. */
  get applicationId(): Snowflake {
    return this.raw.application_id;
  }
  /** Name that buyers see. */
  get name(): string {
    return this.raw.name;
  }
  /** Name in addresses. */
  get slug(): string {
    return this.raw.slug;
  }
  /** 2 durable, 3 consumable, 5 subscription, 6 group of subscriptions. */
  get type(): number {
    return this.raw.type;
  }
  /** Who can buy it, as in `sku.flags.has('GuildSubscription')`. */
  get flags(): FlagSet<SkuFlagName> {
    return new FlagSet<SkuFlagName>(skuFlags, this.raw.flags);
  }
  /** Whether it can be bought. */
  get isAvailable(): boolean {
    return this.flags.has('Available');
  }
  /** Whether a whole guild has what one of it buys. */
  get isForGuilds(): boolean {
    return this.flags.has('GuildSubscription');
  }
  /** Whether a user has what one of it buys, in every guild. */
  get isForUsers(): boolean {
    return this.flags.has('UserSubscription');
  }
  /** Page of the store. */
  get url(): string {
    return `https://discord.com/application-directory/${this.applicationId}/store/${this.id}`;
  }

  /** Subscriptions of a user that contain it, newest first; fetched as they are read. */
  subscriptions(userId: Snowflake, query: { readonly before?: Snowflake } = {}): LazyList<Subscription> {
    return this.host.rest.monetization
      .iterateSubscriptions(this.id, { ...query, user_id: userId })
      .map((record) => new Subscription(this.host, record));
  }

  /** Asks Discord for one subscription that contains it. */
  async fetchSubscription(id: Snowflake): Promise<Subscription> {
    return new Subscription(this.host, await this.host.rest.monetization.getSubscription(this.id, id));
  }
}
