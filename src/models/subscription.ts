import type { APISubscription } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { IdentifiedModel } from './model.js';

/** Payment that a user makes again and again. @see https://docs.discord.com/developers/resources/subscription */
export class Subscription extends IdentifiedModel<Readonly<APISubscription>> {
  get userId(): Snowflake {
    return this.raw.user_id;
  }
  get skuIds(): readonly Snowflake[] {
    return this.raw.sku_ids;
  }
  get entitlementIds(): readonly Snowflake[] {
    return this.raw.entitlement_ids;
  }
  /** 0 active, 1 inactive, 2 ending. */
  get status(): number {
    return this.raw.status;
  }
  get periodStartsAt(): Date {
    return new Date(this.raw.current_period_start);
  }
  get periodEndsAt(): Date {
    return new Date(this.raw.current_period_end);
  }
  get canceledAt(): Date | undefined {
    return this.raw.canceled_at ? new Date(this.raw.canceled_at) : undefined;
  }
}
