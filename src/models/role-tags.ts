import type { Snowflake } from '../types/type-tools.js';
import type { RoleRecord } from './records.js';

/** Whose role it is, when it is not one that people made. @see https://docs.discord.com/developers/topics/permissions#role-object-role-tags-structure */
export interface RoleTags {
  /** Bot that came with the role. */
  readonly botId: Snowflake | undefined;
  /** Integration that manages it. */
  readonly integrationId: Snowflake | undefined;
  /** Subscription that it is sold with. */
  readonly subscriptionListingId: Snowflake | undefined;
  /** Whether it is the role of those who boost the guild. */
  readonly isForBoosters: boolean;
  /** Whether members can buy the role. */
  readonly isForSale: boolean;
  /** Whether members get it for linking accounts. */
  readonly isLinkedRole: boolean;
}

/** Tags by what they mean: Discord writes `null` for a tag that is set and has no value. */
export function roleTagsOf(record: RoleRecord): RoleTags {
  const tags: Readonly<Record<string, unknown>> = { ...record.tags };
  const isSet = (name: string): boolean => name in tags && tags[name] !== false;
  return {
    botId: record.tags?.bot_id,
    integrationId: record.tags?.integration_id,
    subscriptionListingId: record.tags?.subscription_listing_id,
    isForBoosters: isSet('premium_subscriber'),
    isForSale: isSet('available_for_purchase'),
    isLinkedRole: isSet('guild_connections'),
  };
}
