import type { ModelHost } from '../models/host.js';
import type { CheckContext } from './check-context.js';

/** Host of the bot that a context belongs to. */
export function hostOf(ctx: CheckContext): ModelHost {
  const host = ctx.host ?? ctx.interaction?.host;
  if (host) return host;
  throw new TypeError(`The context of invocation ${ctx.invocationId} belongs to no bot.`);
}
