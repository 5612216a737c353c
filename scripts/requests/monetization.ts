import type { Rest } from '../../src/rest/rest.js';
import { ID, OTHER_ID } from './sample-values.js';

/** Every method of `rest.monetization`, with every option. */
export function callMonetization({ monetization }: Rest): readonly Promise<unknown>[] {
  return [
    monetization.listEntitlements(ID, {
      user_id: ID,
      sku_ids: [ID, OTHER_ID],
      guild_id: ID,
      before: ID,
      after: ID,
      limit: 1,
      exclude_ended: true,
      exclude_deleted: true,
      only_active: true,
    }),
    monetization.getEntitlement(ID, ID),
    monetization.consumeEntitlement(ID, ID),
    monetization.createTestEntitlement(ID, { sku_id: ID, owner_id: ID, owner_type: 1 }),
    monetization.deleteTestEntitlement(ID, ID),
    monetization.listSkus(ID),
    monetization.listSubscriptions(ID, { before: ID, after: ID, limit: 1, user_id: ID }),
    monetization.getSubscription(ID, ID, { user_id: ID }),
  ];
}
