import type { HttpRequest } from '../transport/http-exchange.js';
import type { AccessTokenRecord } from '../world/access-token.js';
import { findToken } from '../world/access-token.js';
import type { BotRecord } from '../world/bot-record.js';
import type { World } from '../world/world.js';
import { ApiFailure } from './api-failure.js';
import type { Route } from './rest-call.js';

/** Who asks: a bot, an application in a person's name, or nobody. */
export interface Asking {
  readonly bot: BotRecord | undefined;
  readonly access: AccessTokenRecord | undefined;
}

/** Reads the `Authorization` header; refuses who may not use the route. */
export function authenticate(world: World, request: HttpRequest, route: Route): Asking {
  const [, kind, token = ''] = /^(Bot|Bearer) (.+)$/.exec(request.headers['authorization'] ?? '') ?? [];
  const bot = kind === 'Bot' ? world.botByToken(token) : undefined;
  const access = kind === 'Bearer' ? findToken(world, token) : undefined;
  if (route.isPublic) return { bot, access };
  if (access && route.scope !== undefined) {
    if (route.scope !== '' && !access.scopes.includes(route.scope))
      throw new ApiFailure(403, 50026, 'Missing required OAuth2 scope');
    return { bot, access };
  }
  if (!bot || route.isForPeople) throw new ApiFailure(401, 0, '401: Unauthorized');
  return { bot, access: undefined };
}
