import type { InviteQuery } from '../rest/api/invites-api.js';
import { because } from './because.js';
import { resolveInviteCode } from './formatting.js';
import type { ModelHost } from './host.js';
import { Invite } from './invite.js';

/** Invitations of any guild, by their codes or addresses: `bot.invites`. */
export class Invites {
  readonly #host: ModelHost;

  constructor(host: ModelHost) {
    this.#host = host;
  }

  /** Asks Discord for an invitation, with about how many members the guild has. */
  async fetch(codeOrUrl: string, query: InviteQuery = {}): Promise<Invite> {
    const code = resolveInviteCode(codeOrUrl);
    return new Invite(this.#host, await this.#host.rest.invites.get(code, { with_counts: true, ...query }));
  }

  /** Makes an invitation invalid. */
  async delete(codeOrUrl: string, reason?: string): Promise<void> {
    await this.#host.rest.invites.delete(resolveInviteCode(codeOrUrl), because(reason));
  }
}
