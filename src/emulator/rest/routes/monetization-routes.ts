/** SKUs, entitlements and subscriptions. @see https://docs.discord.com/developers/monetization/overview */
import type { SkuRecord } from '../../world/subscription.js';
import { subscriptionsTo } from '../../world/subscription.js';
import { ApiFailure, invalidForm, unknown } from '../api-failure.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, queryFlag, queryInteger, route } from '../rest-call.js';
import { ownApplication } from './command-routes.js';

type Thing = Record<string, unknown>;

const ENTITLEMENTS = '/applications/:application/entitlements';
const TEST_PURCHASE = 8;

export const monetizationRoutes: readonly Route[] = [
  route('GET', '/applications/:application/skus', (call) =>
    [...call.world.thingsOf('skus').values()].filter(
      (sku) => sku['application_id'] === ownApplication(call).application.id,
    ),
  ),
  route('GET', ENTITLEMENTS, listEntitlements),
  route('POST', ENTITLEMENTS, createEntitlement),
  route('GET', `${ENTITLEMENTS}/:entitlement`, findEntitlement),
  route('DELETE', `${ENTITLEMENTS}/:entitlement`, deleteEntitlement),
  route('POST', `${ENTITLEMENTS}/:entitlement/consume`, (call) => {
    findEntitlement(call)['consumed'] = true;
  }),
  route('GET', '/skus/:sku/subscriptions', listSubscriptions),
  route('GET', '/skus/:sku/subscriptions/:subscription', (call) => {
    const id = param(call, 'subscription');
    const found = subscriptionsTo(call.world, ownSku(call).id).find((subscription) => subscription.id === id);
    if (!found) throw new ApiFailure(404, 10092, 'Unknown Subscription');
    return found;
  }),
];

function ownSku(call: RestCall): SkuRecord {
  const sku = call.world.thingsOf<SkuRecord>('skus').get(param(call, 'sku'));
  if (sku?.application_id !== callerOf(call).application.id) throw unknown('SKU');
  return sku;
}

/** Bots must say whose subscriptions they mean. */
function listSubscriptions(call: RestCall): unknown {
  const sku = ownSku(call);
  const limit = queryInteger(call, 'limit', 50, 1, 100);
  const [userId, before, after] = ['user_id', 'before', 'after'].map((name) => call.query.get(name));
  if (!userId) throw invalidForm(['user_id'], 'BASE_TYPE_REQUIRED', 'This field is required');
  return subscriptionsTo(call.world, sku.id)
    .filter(
      (subscription) =>
        subscription.user_id === userId &&
        (!before || BigInt(subscription.id) < BigInt(before)) &&
        (!after || BigInt(subscription.id) > BigInt(after)),
    )
    .slice(0, limit);
}

function ownEntitlements(call: RestCall): Thing[] {
  const { id } = ownApplication(call).application;
  return [...call.world.thingsOf('entitlements').values()].filter(
    (entitlement) => entitlement['application_id'] === id,
  );
}

function findEntitlement(call: RestCall): Thing {
  const found = ownEntitlements(call).find((entitlement) => entitlement['id'] === param(call, 'entitlement'));
  if (!found) throw unknown('Entitlement');
  return found;
}

function listEntitlements(call: RestCall): unknown {
  const limit = queryInteger(call, 'limit', 100, 1, 100);
  const [userId, guildId, skus] = ['user_id', 'guild_id', 'sku_ids'].map((name) => call.query.get(name));
  const now = call.world.clock.now();
  return ownEntitlements(call)
    .filter(
      (entitlement) =>
        (!userId || entitlement['user_id'] === userId) &&
        (!guildId || entitlement['guild_id'] === guildId) &&
        (!skus || skus.split(',').includes(String(entitlement['sku_id']))) &&
        !(
          queryFlag(call, 'exclude_ended') &&
          typeof entitlement['ends_at'] === 'string' &&
          Date.parse(entitlement['ends_at']) < now
        ),
    )
    .slice(0, limit);
}

function createEntitlement(call: RestCall): unknown {
  const bot = ownApplication(call);
  const form = bodyForm(call);
  const skuId = form.snowflake('sku_id', { required: true });
  const ownerId = form.snowflake('owner_id', { required: true });
  const ownerType = form.integer('owner_type', { required: true, oneOf: [1, 2] });
  form.check();
  const id = call.world.ids.next();
  const entitlement = {
    id,
    sku_id: skuId,
    application_id: bot.application.id,
    ...(ownerType === 1 ? { guild_id: ownerId, user_id: callerOf(call).id } : { user_id: ownerId }),
    deleted: false,
    consumed: false,
    type: TEST_PURCHASE,
    starts_at: null,
    ends_at: null,
  };
  call.world.thingsOf('entitlements').set(id, entitlement);
  call.world.publish({ name: 'ENTITLEMENT_CREATE', data: entitlement, botId: bot.id, intents: 0 });
  return entitlement;
}

function deleteEntitlement(call: RestCall): undefined {
  const entitlement = findEntitlement(call);
  call.world.thingsOf('entitlements').delete(String(entitlement['id']));
  entitlement['deleted'] = true;
  call.world.publish({ name: 'ENTITLEMENT_DELETE', data: entitlement, botId: callerOf(call).id, intents: 0 });
}
