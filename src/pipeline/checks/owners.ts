import type { ModelHost } from '../../models/host.js';
import { TeamMemberRole } from '../../types/team-member-role.js';
import { portToken } from '../../types/token.js';
import type { Awaitable, Snowflake } from '../../types/type-tools.js';

/** Tells who owns the bot. */
export interface Owners {
  /** Whether a user owns the bot. */
  isOwner(userId: Snowflake): Awaitable<boolean>;
}

/** Token by which the owners are injected. */
export const Owners = portToken<Owners>('Owners');

/** Roles in a team whose members count as owners; those who may only read do not. */
const OWNING_ROLES: ReadonlySet<string> = new Set([TeamMemberRole.Admin, TeamMemberRole.Developer, '']);

/** Has accepted to be in the team. */
const ACCEPTED = 2;

/** Owners by given ids, or else as Discord knows the application: its owner, or its team by their roles. */
export class ApplicationOwners implements Owners {
  readonly #host: ModelHost;
  #ids: Promise<ReadonlySet<Snowflake>> | undefined;

  constructor(host: ModelHost, ownerIds: readonly Snowflake[] = []) {
    this.#host = host;
    if (ownerIds.length > 0) this.#ids = Promise.resolve(new Set(ownerIds));
  }

  /** Whether a user is among the given ids, or owns the application. */
  async isOwner(userId: Snowflake): Promise<boolean> {
    this.#ids ??= this.#fetch();
    return (await this.#ids).has(userId);
  }

  async #fetch(): Promise<ReadonlySet<Snowflake>> {
    try {
      const { owner, team } = await this.#host.rest.applications.getCurrent();
      if (!team) return new Set(owner ? [owner.id] : []);
      const owning = team.members.filter(
        ({ membership_state: state, role }) => state === ACCEPTED && OWNING_ROLES.has(role),
      );
      return new Set([
        ...(team.owner_user_id ? [team.owner_user_id] : []),
        ...owning.map(({ user }) => user.id),
      ]);
    } catch (error) {
      this.#ids = undefined; // asked again next time
      throw error;
    }
  }
}
