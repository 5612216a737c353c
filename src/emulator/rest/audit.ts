import type { AuditDraft } from '../world/audit-log.js';
import { writeAudit } from '../world/audit-log.js';
import type { GuildRecord } from '../world/guild-record.js';
import type { RestCall } from './rest-call.js';
import { callerOf } from './rest-call.js';

/** Writes into the audit log what the caller did, with the reason it gave. */
export function audit(
  call: RestCall,
  guild: GuildRecord,
  draft: Omit<AuditDraft, 'userId' | 'reason'>,
): void {
  writeAudit(call.world, guild, { ...draft, userId: callerOf(call).id, reason: call.reason });
}
