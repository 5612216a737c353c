import type { Rest } from '../../src/rest/rest.js';
import { ID } from './sample-values.js';

/** Every method of `rest.auditLogs`, with every option. */
export function callAuditLogs({ auditLogs }: Rest): readonly Promise<unknown>[] {
  return [
    auditLogs.list(ID, { user_id: ID, target_id: ID, action_type: 1, before: ID, after: ID, limit: 1 }),
  ];
}
