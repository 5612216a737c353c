import type {
  APIEntitlement,
  APISubscription,
  GatewayApplicationCommandPermissionsUpdateDispatchData,
} from 'discord-api-types/v10';
import { Entitlement } from '../../models/entitlement.js';
import { Subscription } from '../../models/subscription.js';
import type { DispatchContext } from '../dispatch-context.js';

/** Guild changed who may use a command. */
export function onCommandPermissionsUpdate(
  context: DispatchContext,
  data: GatewayApplicationCommandPermissionsUpdateDispatchData,
): void {
  context.emitOwn('applicationCommandPermissionsUpdate', data);
}

/** User or guild got something that the application sells. */
export function onEntitlementCreate(context: DispatchContext, data: APIEntitlement): void {
  context.emitOwn('entitlementCreate', new Entitlement(context.host, data));
}

/** Entitlement changed, or its end is known. */
export function onEntitlementUpdate(context: DispatchContext, data: APIEntitlement): void {
  context.emitOwn('entitlementUpdate', new Entitlement(context.host, data));
}

/** Entitlement was taken back, as after a refund. */
export function onEntitlementDelete(context: DispatchContext, data: APIEntitlement): void {
  context.emitOwn('entitlementDelete', new Entitlement(context.host, data));
}

/** User began to pay. */
export function onSubscriptionCreate(context: DispatchContext, data: APISubscription): void {
  context.emitOwn('subscriptionCreate', new Subscription(context.host, data));
}

/** Subscription was renewed, cancelled, or ended. */
export function onSubscriptionUpdate(context: DispatchContext, data: APISubscription): void {
  context.emitOwn('subscriptionUpdate', new Subscription(context.host, data));
}

/** Subscription was deleted. */
export function onSubscriptionDelete(context: DispatchContext, data: APISubscription): void {
  context.emitOwn('subscriptionDelete', new Subscription(context.host, data));
}
