import type { APISubscription } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { IdentifiedModel } from './model.js';

/** Payment that a user makes again and again. @see https://docs.discord.com/developers/resources/subscription */
export class Subscription extends IdentifiedModel<Readonly<APISubscription>> {
  /** User who pays. */
  get userId(): Snowflake {
    return this.raw.user_id;
  }
  /** What is subscribed to. */
  get skuIds(): readonly Snowflake[] {
    return this.raw.sku_ids;
  }
  /** What the user has by it. */
  get entitlementIds(): readonly Snowflake[] {
    return this.raw.entitlement_ids;
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
