/** What people buy: SKUs, entitlements, subscriptions. @see https://docs.discord.com/developers/monetization/implementing-app-subscriptions */
import type { Snowflake } from '../../types/type-tools.js';
import type { World } from './world.js';

const MONTH_MS = 30 * 86_400_000;
const [PURCHASE, APPLICATION_SUBSCRIPTION] = [1, 8];
const [ACTIVE, INACTIVE, ENDING] = [0, 1, 2];
/** Type of SKUs that recur. */
const SUBSCRIPTION_SKU = 5;
const [AVAILABLE, GUILD_SUBSCRIPTION, USER_SUBSCRIPTION] = [1 << 2, 1 << 7, 1 << 8];

/** Thing that an application sells. */
export interface SkuRecord {
  readonly id: Snowflake;
  /** 2 durable, 3 consumable, 5 subscription. */
  readonly type: number;
  readonly application_id: Snowflake;
  readonly name: string;
  readonly slug: string;
  readonly flags: number;
}

/** Right to something that was bought or given. */
export interface EntitlementRecord extends Record<string, unknown> {
  readonly id: Snowflake;
  readonly sku_id: Snowflake;
  readonly application_id: Snowflake;
  readonly user_id: Snowflake;
  readonly type: number;
  ends_at: string | null;
}

/** Subscription as Discord sends it. */
export interface SubscriptionRecord {
  readonly id: Snowflake;
  readonly user_id: Snowflake;
  readonly sku_ids: readonly Snowflake[];
  renewal_sku_ids: readonly Snowflake[] | null;
  readonly entitlement_ids: readonly Snowflake[];
  readonly current_period_start: string;
  readonly current_period_end: string;
  status: number;
  canceled_at: string | null;
}

/** Offers something for sale. */
export function makeSku(
  world: World,
  applicationId: Snowflake,
  {
    name,
    type,
    isForGuilds,
  }: { readonly name: string; readonly type: number; readonly isForGuilds: boolean },
): SkuRecord {
  const kind = isForGuilds ? GUILD_SUBSCRIPTION! : USER_SUBSCRIPTION!;
  const sku: SkuRecord = {
    id: world.ids.next(),
    type,
    application_id: applicationId,
    name,
    slug: name.toLowerCase().replace(/\W+/g, '-'),
    flags: AVAILABLE! | (type === SUBSCRIPTION_SKU ? kind : 0),
  };
  world.thingsOf<SkuRecord>('skus').set(sku.id, sku);
  return sku;
}

/** Buys a SKU: once, or as a subscription. */
export function buy(
  world: World,
  sku: SkuRecord,
  userId: Snowflake,
  guildId: Snowflake | undefined,
): EntitlementRecord {
  const recurs = sku.type === SUBSCRIPTION_SKU;
  const entitlement: EntitlementRecord = {
    id: world.ids.next(),
    sku_id: sku.id,
    application_id: sku.application_id,
    user_id: userId,
    ...(guildId === undefined ? {} : { guild_id: guildId }),
    type: recurs ? APPLICATION_SUBSCRIPTION! : PURCHASE!,
    deleted: false,
    consumed: false,
    starts_at: world.timestamp(),
    ends_at: null,
  };
  const subscription = recurs ? newSubscription(world, entitlement) : undefined;
  if (subscription) tell(world, sku, 'SUBSCRIPTION_CREATE', subscription);
  world.thingsOf<EntitlementRecord>('entitlements').set(entitlement.id, entitlement);
  tell(world, sku, 'ENTITLEMENT_CREATE', entitlement);
  return entitlement;
}

/** Subscriptions to a SKU. */
export function subscriptionsTo(world: World, skuId: Snowflake): SubscriptionRecord[] {
  return [...world.thingsOf<SubscriptionRecord>('subscriptions').values()].filter(({ sku_ids: ids }) =>
    ids.includes(skuId),
  );
}

/** Ends a subscription with its period: until then it is good. */
export function cancelSubscription(world: World, sku: SkuRecord, subscription: SubscriptionRecord): void {
  subscription.status = ENDING!;
  subscription.canceled_at = world.timestamp();
  subscription.renewal_sku_ids = null;
  tell(world, sku, 'SUBSCRIPTION_UPDATE', subscription);
  world.agenda.at(`subscription:${subscription.id}`, Date.parse(subscription.current_period_end), () => {
    const entitlements = world.thingsOf<EntitlementRecord>('entitlements');
    for (const id of subscription.entitlement_ids) {
      const entitlement = entitlements.get(id);
      if (!entitlement) continue;
      entitlement.ends_at = world.timestamp();
      tell(world, sku, 'ENTITLEMENT_UPDATE', entitlement);
    }
    subscription.status = INACTIVE!;
    tell(world, sku, 'SUBSCRIPTION_UPDATE', subscription);
  });
}

function newSubscription(world: World, entitlement: EntitlementRecord): SubscriptionRecord {
  const endMs = world.clock.now() + MONTH_MS;
  const subscription: SubscriptionRecord = {
    id: world.ids.next(),
    user_id: entitlement.user_id,
    sku_ids: [entitlement.sku_id],
    renewal_sku_ids: null,
    entitlement_ids: [entitlement.id],
    current_period_start: world.timestamp(),
    current_period_end: new Date(endMs).toISOString().replace('Z', '000+00:00'),
    status: ACTIVE!,
    canceled_at: null,
  };
  world.thingsOf<SubscriptionRecord>('subscriptions').set(subscription.id, subscription);
  return subscription;
}

function tell(world: World, sku: SkuRecord, name: string, data: object): void {
  world.publish({ name, data: { ...data }, botId: sku.application_id, intents: 0 });
}
