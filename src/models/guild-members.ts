import type { APIGuildMember } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import type { ModelHost } from './host.js';
import type { Member } from './member.js';

/** Members of one guild, as far as they are cached. */
export class GuildMembers {
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

  #member(record: APIGuildMember): Member {
    return this.#host.models.member(this.guildId, record);
  }

  *[Symbol.iterator](): IterableIterator<Member> {
    for (const record of this.#host.records.list('member', this.guildId)) {
      yield this.#host.models.member(this.guildId, record);
    }
  }
}
