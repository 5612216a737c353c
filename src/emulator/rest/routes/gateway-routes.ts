/** Where the gateway is. @see https://docs.discord.com/developers/events/gateway#get-gateway */

import type { Route } from '../rest-call.js';
import { callerOf, publicRoute, route } from '../rest-call.js';

export const gatewayRoutes: readonly Route[] = [
  publicRoute('GET', '/gateway', (call) => ({ url: call.request.gatewayUrl })),
  route('GET', '/gateway/bot', (call) => {
    const bot = callerOf(call);
    const { total, remaining, resetAtMs } = bot.sessionStarts;
    return {
      url: call.request.gatewayUrl,
      session_start_limit: {
        total,
        remaining,
        reset_after: Math.max(0, resetAtMs - call.world.clock.now()),
        max_concurrency: bot.maxConcurrency,
      },
      shards: bot.shards,
    };
  }),
];
