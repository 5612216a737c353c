import type { APISubscription } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { IdentifiedModel } from './model.js';
import type { User } from './user.js';

/** Payment that a user makes again and again. @see https://docs.discord.com/developers/resources/subscription */
export class Subscription extends IdentifiedModel<Readonly<APISubscription>> {
  /** User who pays. */
  get userId(): Snowflake {
    return this.raw.user_id;
  }
  /** Who pays, when cached. */
  get user(): User | undefined {
    const record = this.host.records.user(this.userId);
    return record && this.host.models.user(record);
  }
  /** What is subscribed to. */
  get skuIds(): readonly Snowflake[] {
    return this.raw.sku_ids;
  }
  /** What the user has by it. */
  get entitlementIds(): readonly Snowflake[] {
    return this.raw.entitlement_ids;
  }
  /** What it will be for after this period, where that changes. */
  get renewalSkuIds(): readonly Snowflake[] {
    return this.raw.renewal_sku_ids ?? [];
  }
  /** 0 active, 1 inactive, 2 ending. */
  get status(): number {
    return this.raw.status;
  }
  /** When the current period began. */
  get periodStartsAt(): Date {
    return new Date(this.raw.current_period_start);
  }
  /** When the current period ends. */
  get periodEndsAt(): Date {
    return new Date(this.raw.current_period_end);
  }
  /** When it was cancelled. */
  get canceledAt(): Date | undefined {
    return this.raw.canceled_at ? new Date(this.raw.canceled_at) : undefined;
  }
}
