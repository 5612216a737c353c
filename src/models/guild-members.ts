import type { APIGuildMember } from 'discord-api-types/v10';
import { NotReadyError } from '../errors/not-ready-error.js';
import type { Snowflake } from '../types/type-tools.js';
import type { MemberQuery, MemberSource, ModelHost } from './host.js';
import type { Member } from './member.js';

/**
 * Members of one guild, as far as they are cached. @see
 * https://docs.discord.com/developers/resources/guild#guild-member-object
 */
export class GuildMembers {
  /** Guild whose members these are. */
  readonly guildId: Snowflake;
  readonly #host: ModelHost;

  constructor(host: ModelHost, guildId: Snowflake) {
    this.#host = host;
    this.guildId = guildId;
  }

  /** How many are cached. */
  get size(): number {
    return this.#host.records.count('member', this.guildId);
  }

  /** Cached member, or `undefined`; never a request. */
  get(id: Snowflake): Member | undefined {
    const record = this.#host.records.get('member', this.guildId, id);
    return record && this.#host.models.member(this.guildId, record);
  }

  /** First cached member that fits. */
  find(fits: (member: Member) => boolean): Member | undefined {
    for (const member of this) if (fits(member)) return member;
    return undefined;
  }

  /** Asks Discord for one member. */
  async fetch(id: Snowflake): Promise<Member> {
    return this.#member(await this.#host.rest.members.get(this.guildId, id));
  }

  /** All members, page by page; needs the intent for members. */
  async *fetchAll(): AsyncGenerator<Member> {
    for await (const record of this.#host.rest.members.iterate(this.guildId)) yield this.#member(record);
  }

  /** Members whose name or nick begins with a text. */
  async search(query: string, limit = 100): Promise<Member[]> {
    const records = await this.#host.rest.members.search(this.guildId, { query, limit });
    return records.map((record) => this.#member(record));
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
    return records.map((record) => this.#member(record));
  }

  #source(): MemberSource {
    const source = this.#host.memberSource;
    if (source) return source;
    throw new NotReadyError(
      'The gateway brings members only to a bot that is connected. Use fetchAll() instead.',
    );
  }

  #member(record: APIGuildMember): Member {
    return this.#host.models.member(this.guildId, record);
  }

  /** Members that are in memory. */
  *[Symbol.iterator](): IterableIterator<Member> {
    for (const record of this.#host.records.list('member', this.guildId)) {
      yield this.#host.models.member(this.guildId, record);
    }
  }
}
