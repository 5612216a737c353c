import type { APIGuildMember, GatewayPresenceUpdate } from 'discord-api-types/v10';
import { InvalidOptionError } from '../../errors/invalid-option-error.js';
import { MissingIntentError } from '../../errors/missing-intent-error.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { Identifiable } from './id-of.js';
import { idOf } from './id-of.js';

const GUILD_MEMBERS = 1 << 1;
const GUILD_PRESENCES = 1 << 8;
const MAX_USERS = 100;
const MAX_LIMIT = 100;
const MAX_NONCE_BYTES = 32;

/** Which members to ask for; without `users` and `query`, all of them. */
export interface MemberRequestOptions {
  /** Most members to get, 0 to 100; 0 with an empty query means all. @defaultValue 0 */
  readonly limit?: number;
  /** Name of the answer, up to 32 bytes. @defaultValue a random one */
  readonly nonce?: string;
  /** Whether presences come along; needs the intent GuildPresences. @defaultValue false */
  readonly presences?: boolean;
  /** Beginning of a user name or nick. @defaultValue the empty text */
  readonly query?: string;
  /** Milliseconds without an answer, or without the next part of it, after which to give up. @defaultValue 30,000 */
  readonly timeoutMs?: number;
  /** Up to 100 users, as models or ids; excludes `query` and `limit`. */
  readonly users?: readonly Identifiable[];
}

/** Whole answer to a member request. */
export interface MemberReply {
  /** Members that were found. */
  readonly members: readonly APIGuildMember[];
  /** Nonce by which request and reply belong together. */
  readonly nonce: string;
  /** Asked-for ids that are no members. */
  readonly notFound: readonly Snowflake[];
  /** Presences of the members, when they were asked for. */
  readonly presences: readonly GatewayPresenceUpdate[];
}

/** Body of op 8. */
export interface MemberRequestData {
  readonly guild_id: Snowflake;
  readonly limit?: number;
  readonly nonce: string;
  readonly presences?: boolean;
  readonly query?: string;
  readonly user_ids?: readonly Snowflake[];
}

/**
 * Checks a request against Discord's rules and gives its body.
 *
 * @throws {InvalidOptionError} on options that exclude each other or are out of range; {MissingIntentError} when the
 *   request needs an intent that is not among `intents`.
 * @see https://docs.discord.com/developers/events/gateway-events#request-guild-members
 */
export function memberRequestData(
  guildId: Snowflake,
  options: MemberRequestOptions,
  nonce: string,
  intents: number,
): MemberRequestData {
  const { limit, presences = false, query, users } = options;
  if (users !== undefined && (query !== undefined || limit !== undefined)) {
    throw invalid('users', '`users` excludes `query` and `limit`; give one or the other');
  }
  if (users !== undefined && users.length > MAX_USERS) {
    throw invalid(
      'users',
      `${users.length} users were given, at most ${MAX_USERS} are allowed; ask in several requests`,
    );
  }
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0 && limit <= MAX_LIMIT)) {
    throw invalid('limit', `\`limit\` is ${limit}; it must be a whole number from 0 to ${MAX_LIMIT}`);
  }
  if (Buffer.byteLength(nonce) > MAX_NONCE_BYTES) {
    throw invalid(
      'nonce',
      `\`nonce\` is ${Buffer.byteLength(nonce)} bytes; at most ${MAX_NONCE_BYTES} come back`,
    );
  }
  const isFullList = users === undefined && !query && !limit;
  requireIntent(isFullList, intents & GUILD_MEMBERS, 'GuildMembers', 'Requesting all members of a guild');
  requireIntent(
    presences,
    intents & GUILD_PRESENCES,
    'GuildPresences',
    'Requesting members with their presences',
  );
  const selection = users ? { user_ids: users.map(idOf) } : { query: query ?? '', limit: limit ?? 0 };
  return { guild_id: guildId, nonce, ...selection, ...(presences && { presences }) };
}

function requireIntent(isNeeded: boolean, isThere: number, intent: string, neededBy: string): void {
  if (isNeeded && isThere === 0) throw new MissingIntentError(intent, neededBy);
}

function invalid(option: keyof MemberRequestOptions, message: string): InvalidOptionError {
  return new InvalidOptionError(`requestGuildMembers: ${message}.`, option);
}
