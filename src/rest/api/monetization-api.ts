import type {
  APIEntitlement,
  APISubscription,
  RESTGetAPIEntitlementResult,
  RESTGetAPIEntitlementsQuery,
  RESTGetAPIEntitlementsResult,
  RESTGetAPISKUSubscriptionResult,
  RESTGetAPISKUSubscriptionsQuery,
  RESTGetAPISKUSubscriptionsResult,
  RESTGetAPISKUsResult,
  RESTPostAPIEntitlementJSONBody,
  RESTPostAPIEntitlementResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { LazyList } from '../lazy-list.js';
import { listPages } from '../lazy-list.js';
import type { CallOptions } from '../request-options.js';
import { DELETE, GET, POST } from '../transport/route.js';
import { Resource } from './resource.js';

/** Which entitlements are asked for; SKUs may be given as a list. */
export interface EntitlementsQuery extends Omit<RESTGetAPIEntitlementsQuery, 'sku_ids'> {
  /** Only those for one of these. */
  readonly sku_ids?: string | readonly Snowflake[] | undefined;
  /** Only those that hold now. @defaultValue false */
  readonly only_active?: boolean;
}

/** Entitlements, SKUs and subscriptions. @see https://docs.discord.com/developers/monetization/overview */
export class MonetizationApi extends Resource {
  /**
   * Page of the entitlements of an application.
   *
   * @see https://docs.discord.com/developers/resources/entitlement#list-entitlements
   */
  listEntitlements(
    applicationId: Snowflake,
    query?: EntitlementsQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIEntitlementsResult> {
    const skus = query?.sku_ids;
    const asked = { ...query, sku_ids: typeof skus === 'string' ? skus : skus?.join(',') };
    return this.requester.request(GET`/applications/${applicationId}/entitlements`, {
      ...options,
      query: asked,
    });
  }

  /** All entitlements that match, by ascending id, fetched as they are read. */
  iterateEntitlements(
    applicationId: Snowflake,
    query?: Omit<EntitlementsQuery, 'limit'>,
    options?: CallOptions,
  ): LazyList<APIEntitlement> {
    const isDownwards = query?.before !== undefined;
    const start = isDownwards ? {} : { after: '0' };
    return listPages<APIEntitlement, 'after' | 'before'>({
      by: isDownwards ? 'before' : 'after',
      pageSize: 100,
      fetch: (page) => this.listEntitlements(applicationId, { ...start, ...query, ...page }, options),
      cursorOf: (entitlement) => entitlement.id,
    });
  }

  /**
   * One entitlement.
   *
   * @see https://docs.discord.com/developers/resources/entitlement#get-entitlement
   */
  getEntitlement(
    applicationId: Snowflake,
    entitlementId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTGetAPIEntitlementResult> {
    return this.requester.request(GET`/applications/${applicationId}/entitlements/${entitlementId}`, options);
  }

  /**
   * Marks a one-time purchase as used up.
   *
   * @see https://docs.discord.com/developers/resources/entitlement#consume-an-entitlement
   */
  consumeEntitlement(
    applicationId: Snowflake,
    entitlementId: Snowflake,
    options?: CallOptions,
  ): Promise<void> {
    return this.requester.request(
      POST`/applications/${applicationId}/entitlements/${entitlementId}/consume`,
      { ...options, isRepeatable: true },
    );
  }

  /**
   * Grants a user or guild an entitlement, for tests.
   *
   * @see https://docs.discord.com/developers/resources/entitlement#create-test-entitlement
   */
  createTestEntitlement(
    applicationId: Snowflake,
    body: RESTPostAPIEntitlementJSONBody,
    options?: CallOptions,
  ): Promise<RESTPostAPIEntitlementResult> {
    return this.requester.request(POST`/applications/${applicationId}/entitlements`, { ...options, body });
  }

  /**
   * Takes back an entitlement that was granted for tests.
   *
   * @see https://docs.discord.com/developers/resources/entitlement#delete-test-entitlement
   */
  deleteTestEntitlement(
    applicationId: Snowflake,
    entitlementId: Snowflake,
    options?: CallOptions,
  ): Promise<void> {
    return this.requester.request(
      DELETE`/applications/${applicationId}/entitlements/${entitlementId}`,
      options,
    );
  }

  /**
   * What an application sells.
   *
   * @see https://docs.discord.com/developers/resources/sku#list-skus
   */
  listSkus(applicationId: Snowflake, options?: CallOptions): Promise<RESTGetAPISKUsResult> {
    return this.requester.request(GET`/applications/${applicationId}/skus`, options);
  }

  /**
   * Page of the subscriptions to a SKU; `user_id` is required of bots.
   *
   * @see https://docs.discord.com/developers/resources/subscription#list-sku-subscriptions
   */
  listSubscriptions(
    skuId: Snowflake,
    query?: RESTGetAPISKUSubscriptionsQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPISKUSubscriptionsResult> {
    return this.requester.request(GET`/skus/${skuId}/subscriptions`, { ...options, query });
  }

  /**
   * One subscription to a SKU.
   *
   * @see https://docs.discord.com/developers/resources/subscription#get-sku-subscription
   */
  getSubscription(
    skuId: Snowflake,
    subscriptionId: Snowflake,
    query?: Pick<RESTGetAPISKUSubscriptionsQuery, 'before' | 'user_id'>,
    options?: CallOptions,
  ): Promise<RESTGetAPISKUSubscriptionResult> {
    return this.requester.request(GET`/skus/${skuId}/subscriptions/${subscriptionId}`, { ...options, query });
  }

  /** All subscriptions of a user to a SKU, by descending id, fetched as they are read. */
  iterateSubscriptions(
    skuId: Snowflake,
    query?: Pick<RESTGetAPISKUSubscriptionsQuery, 'before' | 'user_id'>,
    options?: CallOptions,
  ): LazyList<APISubscription> {
    return listPages<APISubscription, 'before'>({
      by: 'before',
      pageSize: 100,
      fetch: (page) => this.listSubscriptions(skuId, { ...query, ...page }, options),
      cursorOf: (subscription) => subscription.id,
    });
  }
}
