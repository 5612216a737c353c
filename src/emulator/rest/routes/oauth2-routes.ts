/** OAuth2: codes for tokens, and what a token stands for. @see https://docs.discord.com/developers/topics/oauth2 */
import type { AccessTokenRecord } from '../../world/access-token.js';
import {
  issueToken,
  redeemCode,
  refreshToken,
  revokeToken,
  TOKEN_LIFETIME_SECONDS,
} from '../../world/access-token.js';
import type { BotRecord } from '../../world/bot-record.js';
import type { RestCall, Route } from '../rest-call.js';
import { accessOf, peopleRoute, publicRoute, RestReply } from '../rest-call.js';
import { toWireApplication } from './application-routes.js';

type Body = Readonly<Record<string, unknown>>;

export const oauth2Routes: readonly Route[] = [
  publicRoute('POST', '/oauth2/token', createToken),
  publicRoute('POST', '/oauth2/token/revoke', (call) => {
    const bot = clientOf(call);
    if (!bot) return refusal(401, 'invalid_client');
    revokeToken(call.world, bot.application.id, String((call.body as Body)['token']));
    return {};
  }),
  publicRoute('GET', '/oauth2/keys', () => ({ keys: [PUBLIC_KEY] })),
  peopleRoute('GET', '/oauth2/@me', '', getAuthorization),
  peopleRoute('GET', '/oauth2/userinfo', 'openid', getUserInfo),
];

const PUBLIC_KEY = {
  kty: 'RSA',
  use: 'sig',
  kid: 'emulated',
  n: Buffer.alloc(256, 0xa5).toString('base64url'),
  e: 'AQAB',
  alg: 'RS256',
};

function createToken(call: RestCall): unknown {
  const bot = clientOf(call);
  if (!bot) return refusal(401, 'invalid_client');
  const body = call.body as Body;
  const { id } = bot.application;
  switch (body['grant_type']) {
    case 'authorization_code':
      return answer(redeemCode(call.world, id, String(body['code'])), 'code');
    case 'refresh_token':
      return answer(refreshToken(call.world, id, String(body['refresh_token'])), 'refresh_token');
    case 'client_credentials': {
      const scopes = String(body['scope'] ?? 'identify').split(' ');
      const userId = bot.application.ownerId;
      return toWireToken(issueToken(call.world, { applicationId: id, userId, scopes }));
    }
    default:
      return refusal(400, 'unsupported_grant_type');
  }
}

/** Application that proves itself with its secret, in the header or in the body. */
function clientOf({ world, request, body }: RestCall): BotRecord | undefined {
  const basic = /^Basic (.+)$/.exec(request.headers['authorization'] ?? '')?.[1];
  const { client_id, client_secret } = (body ?? {}) as Body;
  const [id, secret] = basic
    ? Buffer.from(basic, 'base64').toString('utf8').split(':')
    : [String(client_id), client_secret];
  const bot = world.bots.get(id ?? '');
  return bot?.application.clientSecret === secret ? bot : undefined;
}

function answer(token: AccessTokenRecord | undefined, field: string): unknown {
  return token ? toWireToken(token) : refusal(400, 'invalid_grant', `Invalid "${field}" in request.`);
}

/** Errors of OAuth2 have a form of their own. */
function refusal(status: number, error: string, description?: string): RestReply {
  return new RestReply(status, {
    error,
    ...(description === undefined ? {} : { error_description: description }),
  });
}

/** Token as the token route gives it. */
export function toWireToken({
  token,
  refreshToken: refresh,
  scopes,
}: AccessTokenRecord): Record<string, unknown> {
  return {
    token_type: 'Bearer',
    access_token: token,
    expires_in: TOKEN_LIFETIME_SECONDS,
    refresh_token: refresh,
    scope: scopes.join(' '),
  };
}

function getAuthorization(call: RestCall): unknown {
  const access = accessOf(call);
  const bot = call.world.bots.get(access.applicationId)!;
  const {
    id,
    name,
    icon,
    description,
    type,
    bot_public,
    bot_require_code_grant,
    verify_key,
    flags,
    flags_new,
  } = toWireApplication(call.world, bot);
  return {
    application: {
      ...{
        id,
        name,
        icon,
        description,
        type,
        bot_public,
        bot_require_code_grant,
        verify_key,
        flags,
        flags_new,
      },
      bot: bot.user,
    },
    expires: new Date(access.expiresAtMs).toISOString().replace('Z', '000+00:00'),
    scopes: access.scopes,
    ...(access.scopes.includes('identify') ? { user: call.world.users.get(access.userId) } : {}),
  };
}

function getUserInfo(call: RestCall): unknown {
  const user = call.world.users.get(accessOf(call).userId)!;
  return { sub: user.id, preferred_username: user.username, nickname: user.global_name, locale: 'en-US' };
}
