import type { APISKU } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { IdentifiedModel } from './model.js';
import { Subscription } from './subscription.js';

/** Flag: it can be bought. */
const AVAILABLE = 1 << 2;
const GUILD_SUBSCRIPTION = 1 << 7;
const USER_SUBSCRIPTION = 1 << 8;

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
  /** Whether it can be bought. */
  get isAvailable(): boolean {
    return (this.raw.flags & AVAILABLE) !== 0;
  }
  /** Whether a whole guild has what one of it buys. */
  get isForGuilds(): boolean {
    return (this.raw.flags & GUILD_SUBSCRIPTION) !== 0;
  }
  /** Whether a user has what one of it buys, in every guild. */
  get isForUsers(): boolean {
    return (this.raw.flags & USER_SUBSCRIPTION) !== 0;
  }
  /** Page of the store. */
  get url(): string {
    return `https://discord.com/application-directory/${this.applicationId}/store/${this.id}`;
  }

  /** Subscriptions of a user that contain it, newest first; asks page by page. */
  async *subscriptions(userId: Snowflake): AsyncGenerator<Subscription> {
    const records = this.host.rest.monetization.iterateSubscriptions(this.id, { user_id: userId });
    for await (const record of records) yield new Subscription(this.host, record);
  }
}
