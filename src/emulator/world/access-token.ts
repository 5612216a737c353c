/** OAuth2: what people allow applications to do in their name. @see https://docs.discord.com/developers/topics/oauth2 */
import { randomBytes } from 'node:crypto';
import type { Snowflake } from '../../types/type-tools.js';
import type { World } from './world.js';

/** How long an access token is good, in seconds. */
export const TOKEN_LIFETIME_SECONDS = 604_800;
const CODE_LIFETIME_MS = 600_000;

/** Token with which an application acts for a person. */
export interface AccessTokenRecord {
  readonly token: string;
  readonly refreshToken: string;
  readonly applicationId: Snowflake;
  readonly userId: Snowflake;
  readonly scopes: readonly string[];
  readonly expiresAtMs: number;
}

/** Code that stands for a person's consent until it is exchanged for a token. */
export interface AuthorizationCodeRecord {
  readonly code: string;
  readonly applicationId: Snowflake;
  readonly userId: Snowflake;
  readonly scopes: readonly string[];
  readonly expiresAtMs: number;
}

/** Who allows whom what. */
export type Grant = Pick<AccessTokenRecord, 'applicationId' | 'userId' | 'scopes'>;

/** Notes a person's consent; gives the code to exchange. */
export function makeAuthorizationCode(world: World, grant: Grant): AuthorizationCodeRecord {
  const code = randomBytes(15).toString('base64url');
  const record = { ...grant, code, expiresAtMs: world.clock.now() + CODE_LIFETIME_MS };
  world.thingsOf<AuthorizationCodeRecord>('authorization-codes').set(code, record);
  return record;
}

/** Exchanges a code; each is good once. */
export function redeemCode(
  world: World,
  applicationId: Snowflake,
  code: string,
): AccessTokenRecord | undefined {
  const codes = world.thingsOf<AuthorizationCodeRecord>('authorization-codes');
  const found = codes.get(code);
  if (found?.applicationId !== applicationId || found.expiresAtMs < world.clock.now()) return undefined;
  codes.delete(code);
  return issueToken(world, found);
}

/** Makes a token. */
export function issueToken(world: World, { applicationId, userId, scopes }: Grant): AccessTokenRecord {
  const token: AccessTokenRecord = {
    token: randomBytes(22).toString('base64url'),
    refreshToken: randomBytes(22).toString('base64url'),
    applicationId,
    userId,
    scopes: [...scopes],
    expiresAtMs: world.clock.now() + TOKEN_LIFETIME_SECONDS * 1000,
  };
  tokensOf(world).set(token.token, token);
  return token;
}

/** Token that is still good. */
export function findToken(world: World, token: string): AccessTokenRecord | undefined {
  const found = tokensOf(world).get(token);
  return found && found.expiresAtMs > world.clock.now() ? found : undefined;
}

/** Exchanges a refresh token for a new pair; the old one ends. */
export function refreshToken(
  world: World,
  applicationId: Snowflake,
  refresh: string,
): AccessTokenRecord | undefined {
  const old = [...tokensOf(world).values()].find((token) => token.refreshToken === refresh);
  if (old?.applicationId !== applicationId) return undefined;
  tokensOf(world).delete(old.token);
  return issueToken(world, old);
}

/** Ends an access token, or the one that belongs to a refresh token. */
export function revokeToken(world: World, applicationId: Snowflake, text: string): void {
  for (const { token, refreshToken: refresh, applicationId: owner } of tokensOf(world).values()) {
    if (owner === applicationId && (token === text || refresh === text)) tokensOf(world).delete(token);
  }
}

function tokensOf(world: World): Map<string, AccessTokenRecord> {
  return world.thingsOf<AccessTokenRecord>('access-tokens');
}
