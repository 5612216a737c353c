import type { RecordSource } from '../models/host.js';
import type {
  ChannelRecord,
  GuildRecord,
  MemberRecord,
  MessageRecord,
  RecordKind,
  RecordKinds,
  RoleRecord,
  UserRecord,
} from '../models/records.js';
import type { Snowflake } from '../types/type-tools.js';
import { globalScope } from './global-scope.js';
import type { SharedCache } from './shared-cache.js';

/** What one bot sees of a cache: the guilds it is in, and what belongs to them. */
export class BotRecords implements RecordSource {
  readonly cache: SharedCache;
  readonly #guildIds = new Set<Snowflake>();

  constructor(cache: SharedCache) {
    this.cache = cache;
  }

  /** Ids of the guilds that the bot is in, also of those that are not cached yet. */
  get guildIds(): ReadonlySet<Snowflake> {
    return this.#guildIds;
  }

  /** The bot is in this guild. */
  joinGuild(guildId: Snowflake): void {
    this.#guildIds.add(guildId);
  }

  /** The bot is in this guild no more; `false` when it was not. */
  leaveGuild(guildId: Snowflake): boolean {
    return this.#guildIds.delete(guildId);
  }

  get messageChanges(): number {
    return this.cache.messages.changes;
  }

  user(id: Snowflake): UserRecord | undefined {
    return this.cache.users.find(id);
  }

  guild(id: Snowflake): GuildRecord | undefined {
    return this.#guildIds.has(id) ? this.cache.guilds.get(globalScope, id) : undefined;
  }

  channel(id: Snowflake): ChannelRecord | undefined {
    const record = this.cache.channels.find(id);
    if (!record) return undefined;
    return record.guild_id === undefined || this.#guildIds.has(record.guild_id) ? record : undefined;
  }

  member(guildId: Snowflake, userId: Snowflake): MemberRecord | undefined {
    return this.get('member', guildId, userId);
  }

  role(guildId: Snowflake, id: Snowflake): RoleRecord | undefined {
    return this.get('role', guildId, id);
  }

  message(channelId: Snowflake, id: Snowflake): MessageRecord | undefined {
    return this.cache.messages.get(channelId, id);
  }

  get<K extends RecordKind>(kind: K, scope: Snowflake, id: Snowflake): RecordKinds[K] | undefined {
    return this.#sees(kind, scope) ? this.cache.store(kind).get(scope, id) : undefined;
  }

  list<K extends RecordKind>(kind: K, scope: Snowflake): Iterable<RecordKinds[K]> {
    if (kind === 'guild') return this.#guilds() as Iterable<RecordKinds[K]>;
    return this.#sees(kind, scope) ? this.cache.store(kind).values(scope) : [];
  }

  count(kind: RecordKind, scope: Snowflake): number {
    if (kind === 'guild') return this.#countGuilds();
    return this.#sees(kind, scope) ? this.cache.store(kind).count(scope) : 0;
  }

  *guildsOfUser(userId: Snowflake): Iterable<GuildRecord> {
    for (const guildId of this.cache.members.guildsOf(userId)) {
      const guild = this.guild(guildId);
      if (guild) yield guild;
    }
  }

  #sees(kind: RecordKind, scope: Snowflake): boolean {
    return kind === 'message' || scope === globalScope || this.#guildIds.has(scope);
  }

  *#guilds(): Iterable<GuildRecord> {
    for (const id of this.#guildIds) {
      const guild = this.cache.guilds.get(globalScope, id);
      if (guild) yield guild;
    }
  }

  #countGuilds(): number {
    let count = 0;
    for (const id of this.#guildIds) if (this.cache.guilds.has(globalScope, id)) count += 1;
    return count;
  }
}
