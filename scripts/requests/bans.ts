import type { Rest } from '../../src/rest/rest.js';
import { ID, REASON } from './sample-values.js';

/** Every method of `rest.bans`, with every option. */
export function callBans({ bans }: Rest): readonly Promise<unknown>[] {
  return [
    bans.list(ID, { limit: 1, before: ID, after: ID }),
    bans.get(ID, ID),
    bans.create(ID, ID),
    bans.create(ID, ID, { delete_message_seconds: 1, delete_message_days: 1 }, REASON),
    bans.remove(ID, ID, REASON),
    bans.bulkCreate(ID, { user_ids: [ID], delete_message_seconds: 1 }, REASON),
  ];
}
