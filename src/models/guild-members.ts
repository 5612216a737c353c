import type { APIGuildMember, RESTPutAPIGuildMemberJSONBody } from 'discord-api-types/v10';
import { NotReadyError } from '../errors/not-ready-error.js';
import type { LazyList } from '../rest/lazy-list.js';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import { EntityList } from './entity-list.js';
import type { MemberQuery, MemberSource, ModelHost } from './host.js';
import type { Member } from './member.js';
import type { MemberRecord } from './records.js';

/** Whom pruning takes. */
export interface PruneOptions {
  /** How many days they have not been there, 1 to 30. */
  readonly days: number;
  /** Roles whose members go as well; without any, only who has no role goes. */
  readonly roleIds?: readonly Snowflake[];
}

/**
 * Members of one guild, as far as they are cached. @see
 * https://docs.discord.com/developers/resources/guild#guild-member-object
 */
export class GuildMembers extends EntityList<'member', Member> {
  constructor(host: ModelHost, guildId: Snowflake) {
    super(host, 'member', guildId);
  }

  /** Member by its id alone: its verbs work at once, whether it is cached or not. */
  ref(id: Snowflake): Member {
    return this.get(id) ?? this.make({ user: { id }, roles: [], joined_at: null } as unknown as MemberRecord);
  }

  /** Cached member of that name: its nick, the name it chose, or the user name, with the discriminator if given. */
  named(name: string): Member | undefined {
    const wanted = name.startsWith('@') ? name.slice(1) : name;
    return (
      this.find(({ nick }) => nick === wanted) ??
      this.find(({ user }) => user.globalName === wanted) ??
      this.find(({ user }) => user.username === wanted || user.tag === wanted)
    );
  }

  /** Asks Discord for one member. */
  async fetch(id: Snowflake): Promise<Member> {
    return this.#answered(await this.host.rest.members.get(this.guildId, id));
  }

  /** All members, fetched as they are read; needs the intent for members. */
  fetchAll(): LazyList<Member> {
    return this.host.rest.members.iterate(this.guildId).map((record) => this.#answered(record));
  }

  /** Members whose name or nick begins with a text. */
  async search(query: string, limit = 100): Promise<Member[]> {
    const records = await this.host.rest.members.search(this.guildId, { query, limit });
    return records.map((record) => this.#answered(record));
  }

  /**
   * Has the gateway bring all members into the cache; resolves when the last has come.
   *
   * Discord answers this once per guild in 30 seconds: a later call waits, one meanwhile shares the answer. Needs the
   * intent for members, and a cache that keeps them.
   *
   * @throws {NotReadyError} when the bot is not connected; GatewayTimeoutError when no answer comes.
   * @see https://docs.discord.com/developers/events/gateway-events#request-guild-members
   */
  async chunk(): Promise<void> {
    await this.#source().chunk(this.guildId);
  }

  /**
   * Asks the gateway for members by the beginning of their name, or by id; up to 100.
   *
   * @throws {NotReadyError} when the bot is not connected.
   */
  async query(query: MemberQuery): Promise<Member[]> {
    const records = await this.#source().request(this.guildId, query);
    return records.map((record) => this.#answered(record));
  }

  /** Lets a user in who has given the bot a token for that; `undefined` when it was a member already. */
  async add(userId: Snowflake, body: RESTPutAPIGuildMemberJSONBody): Promise<Member | undefined> {
    const record = await this.host.rest.members.add(this.guildId, userId, body);
    return record && this.#answered(record);
  }

  /** Removes a user from the guild. */
  kick(userId: Snowflake, reason?: string): Promise<void> {
    return this.host.rest.members.remove(this.guildId, userId, because(reason));
  }

  /** How many members `prune` would remove. */
  async estimatePrune(options: PruneOptions): Promise<number> {
    const { days, roleIds = [] } = options;
    const query = { days, ...(roleIds.length > 0 ? { include_roles: roleIds.join(',') } : {}) };
    const { pruned } = await this.host.rest.guilds.getPruneCount(this.guildId, query);
    return pruned ?? 0;
  }

  /**
   * Removes members who have not been there for days; gives how many.
   *
   * In a large guild Discord wants `count: false`, and gives no number then.
   */
  async prune(
    options: PruneOptions & { readonly count?: boolean },
    reason?: string,
  ): Promise<number | undefined> {
    const { days, roleIds = [], count = true } = options;
    const body = { days, compute_prune_count: count, include_roles: [...roleIds] };
    const { pruned } = await this.host.rest.guilds.prune(this.guildId, body, because(reason));
    return pruned ?? undefined;
  }

  protected make(record: MemberRecord): Member {
    return this.host.models.member(this.guildId, record);
  }

  #source(): MemberSource {
    const source = this.host.memberSource;
    if (source) return source;
    throw new NotReadyError(
      'The gateway brings members only to a bot that is connected. Use fetchAll() instead.',
    );
  }

  #answered(record: APIGuildMember): Member {
    return this.host.answers.member(this.guildId, record);
  }
}
