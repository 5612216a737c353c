/**
 * Ports through which models reach what they need: records from below, REST beside, one bot above.
 *
 * A model holds a host, never the client, so it can be made for a bot with a gateway, for one that only answers HTTP,
 * and for a test.
 */
import type { APIGuildMember } from 'discord-api-types/v10';
import type { Rest } from '../rest/rest.js';
import { portToken } from '../types/token.js';
import type { Snowflake } from '../types/type-tools.js';
import type { Clock } from '../utils/clock.js';
import type { AllowedMentions } from './allowed-mentions.js';
import type { ModelFactory } from './model-factory.js';
import type {
  ChannelRecord,
  GuildRecord,
  MemberRecord,
  MessageRecord,
  RecordKind,
  RecordKinds,
  RoleRecord,
  UserRecord,
} from './records.js';

/** What one bot sees of the cache; `undefined` means not cached, never a request. */
export interface RecordSource {
  /** Channel or thread of a guild, or a direct message channel. */
  channel(id: Snowflake): ChannelRecord | undefined;
  /** Guild of that id. */
  guild(id: Snowflake): GuildRecord | undefined;
  /** Member of a guild. */
  member(guildId: Snowflake, userId: Snowflake): MemberRecord | undefined;
  /** Message of a channel. */
  message(channelId: Snowflake, id: Snowflake): MessageRecord | undefined;
  /** Number that grows whenever a cached message changes. */
  readonly messageChanges: number;
  /** Role of a guild. */
  role(guildId: Snowflake, id: Snowflake): RoleRecord | undefined;
  /** User of that id. */
  user(id: Snowflake): UserRecord | undefined;
  /** Entity of any kind; `scope` is its guild, for a message its channel. */
  get<K extends RecordKind>(kind: K, scope: Snowflake, id: Snowflake): RecordKinds[K] | undefined;
  /** All entities of a kind in a scope; of guilds and users, all that the bot sees. */
  list<K extends RecordKind>(kind: K, scope: Snowflake): Iterable<RecordKinds[K]>;
  /** How many `list` would give. */
  count(kind: RecordKind, scope: Snowflake): number;
  /** Guilds in which the user is a cached member and which the bot sees. */
  guildsOfUser(userId: Snowflake): Iterable<GuildRecord>;
}

/** Token by which the records are injected. */
export const RecordSource = portToken<RecordSource>('RecordSource');

/** Which members to ask the gateway for: by the beginning of a name, or by id. */
export interface MemberQuery {
  /** Most members to get, 1 to 100. */
  readonly limit?: number;
  /** Beginning of a user name or nick. */
  readonly query?: string;
  /** Up to 100 users; excludes `query` and `limit`. */
  readonly users?: readonly Snowflake[];
}

/** Members that the gateway brings; they are cached as far as the cache keeps members. */
export interface MemberSource {
  /** Asks for all members of a guild, once per guild in 30 seconds; settles when the last has come. */
  chunk(guildId: Snowflake): Promise<void>;
  /** Asks for some members, by a part of their name or by ids. */
  request(guildId: Snowflake, query: MemberQuery): Promise<readonly APIGuildMember[]>;
}

/** Bot to which a model belongs, as far as models need to know it. */
export interface ModelHost {
  /** Id of the bot's application. */
  readonly applicationId: Snowflake;
  /** Source of time. */
  readonly clock: Clock;
  /** Mentions that may notify when a payload does not say. */
  readonly defaultAllowedMentions?: AllowedMentions;
  /** Makes models of what Discord has just answered: they say that until the cache hears of a later change. */
  readonly answers: ModelFactory;
  /** Makes models of records; models make each other through it, so that no file of a model loads another's. */
  readonly models: ModelFactory;
  /** Makes models that keep saying what their record says, whatever is cached: how something was before. */
  readonly past: ModelFactory;
  /** Members by the gateway; `undefined` for a bot without one. */
  readonly memberSource?: MemberSource | undefined;
  /** Records that the bot sees. */
  readonly records: RecordSource;
  /** REST client of the bot. */
  readonly rest: Rest;
  /** Id of the bot's user. */
  readonly selfId: Snowflake;
}

/** Token by which the bot's models are injected. */
export const ModelHost = portToken<ModelHost>('ModelHost');
