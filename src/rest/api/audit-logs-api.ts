import type {
  APIAuditLogEntry,
  RESTGetAPIAuditLogQuery,
  RESTGetAPIAuditLogResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { LazyList } from '../lazy-list.js';
import { listPages } from '../lazy-list.js';
import type { CallOptions } from '../request-options.js';
import { GET } from '../transport/route.js';
import { Resource } from './resource.js';

/** Which entries of an audit log are asked for. */
export interface AuditLogQuery extends RESTGetAPIAuditLogQuery {
  /** What was acted upon. */
  readonly target_id?: Snowflake;
}

/** Entry, and the page of the log on which it stands. */
export interface LoggedEntry {
  /** Single entry. */
  readonly entry: APIAuditLogEntry;
  /** Page with its users, webhooks, threads and whatever else entries speak of. */
  readonly log: RESTGetAPIAuditLogResult;
}

/** Audit logs of guilds. @see https://docs.discord.com/developers/resources/audit-log */
export class AuditLogsApi extends Resource {
  /**
   * Page of the audit log, with what its entries speak of.
   *
   * @see https://docs.discord.com/developers/resources/audit-log#get-guild-audit-log
   */
  list(guildId: Snowflake, query?: AuditLogQuery, options?: CallOptions): Promise<RESTGetAPIAuditLogResult> {
    return this.requester.request(GET`/guilds/${guildId}/audit-logs`, { ...options, query });
  }

  /** All entries that match, the latest first, or after a given one the oldest first; fetched as they are read. */
  iterate(
    guildId: Snowflake,
    query?: Omit<AuditLogQuery, 'limit'>,
    options?: CallOptions,
  ): LazyList<APIAuditLogEntry> {
    return this.iterateWithLog(guildId, query, options).map(({ entry }) => entry);
  }

  /** Same, each entry with the page that it stands on, which has the users and the like that it speaks of. */
  iterateWithLog(
    guildId: Snowflake,
    query?: Omit<AuditLogQuery, 'limit'>,
    options?: CallOptions,
  ): LazyList<LoggedEntry> {
    return listPages<LoggedEntry, 'after' | 'before'>({
      by: query?.after === undefined ? 'before' : 'after',
      pageSize: 100,
      fetch: async (page) => {
        const log = await this.list(guildId, { ...query, ...page }, options);
        return log.audit_log_entries.map((entry) => ({ entry, log }));
      },
      cursorOf: ({ entry }) => entry.id,
    });
  }
}
