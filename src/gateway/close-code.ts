/**
 * What a close code means for the session, in one table.
 *
 * @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
import { ConnectionClosedError } from '../errors/connection-closed-error.js';
import { DisallowedIntentsError } from '../errors/disallowed-intents-error.js';
import { InvalidApiVersionError } from '../errors/invalid-api-version-error.js';
import { InvalidIntentsError } from '../errors/invalid-intents-error.js';
import { InvalidShardError } from '../errors/invalid-shard-error.js';
import { InvalidTokenError } from '../errors/invalid-token-error.js';
import { ShardingRequiredError } from '../errors/sharding-required-error.js';
import type { GatewayContext } from './gateway-context.js';
import { privilegedIntentNames } from './privileged-intents.js';

/** `resume` keeps the session, `identify` starts a new one, `fatal` gives up. */
export type CloseAction = 'resume' | 'identify' | 'fatal';

interface FatalClose {
  readonly context: GatewayContext;
  readonly count: number;
  readonly id: number;
}

type CloseRule = 'resume' | 'identify' | ((close: FatalClose) => Error);

const closeRules: Readonly<Record<number, CloseRule>> = {
  // Closed in good order by the server: the session is gone, the bot is not unwelcome.
  1000: 'identify',
  1001: 'identify',
  4000: 'resume',
  4001: 'resume',
  4002: 'resume',
  4003: 'identify',
  4004: ({ id }) =>
    new InvalidTokenError(
      `Discord refused the token of shard ${id}. Copy the current one from the developer portal under Bot → Token.`,
    ),
  4005: 'identify',
  4007: 'identify',
  4008: 'resume',
  4009: 'identify',
  4010: ({ id, count }) => new InvalidShardError(id, count),
  4011: ({ id, count }) => new ShardingRequiredError(id, count),
  4012: ({ id, context }) => new InvalidApiVersionError(context.apiVersion, id),
  4013: ({ id, context }) => new InvalidIntentsError(context.intents, id),
  4014: ({ id, context }) => new DisallowedIntentsError(explainPrivilegedIntents(context), id),
};

/** What to do after the server closed with `code`; a code that is in no table keeps the session. */
export function closeAction(code: number): CloseAction {
  const rule = closeRules[code];
  return rule === undefined ? 'resume' : typeof rule === 'string' ? rule : 'fatal';
}

/** Error that tells a fatal close. */
export function fatalCloseError(
  code: number,
  reason: string,
  shard: { readonly id: number; readonly count: number },
  context: GatewayContext,
): Error {
  const rule = closeRules[code];
  return typeof rule === 'function'
    ? rule({ ...shard, context })
    : new ConnectionClosedError(code, reason, shard.id);
}

/** Privileged intents that were asked for, each with who asked. */
function explainPrivilegedIntents(context: GatewayContext): string[] {
  return privilegedIntentNames(context.intents).map((name) => {
    const askers = context.explainIntent(name);
    return askers.length > 0 ? `${name} (asked for by ${askers.join(', ')})` : name;
  });
}
