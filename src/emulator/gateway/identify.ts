/** Reads and judges op 2. @see https://docs.discord.com/developers/events/gateway-events#identify */
import type { BotRecord } from '../world/bot-record.js';
import type { World } from '../world/world.js';
import { ALL_INTENTS, PRIVILEGED_INTENTS } from './event-intents.js';
import type { SessionRequest } from './gateway-session.js';

/** Guilds per shard from which on Discord wants more shards. */
const GUILDS_PER_SHARD = 2500;
const CONCURRENCY_WINDOW_MS = 5000;

/** Which of Discord's identify limits hold. */
export interface IdentifyLimits {
  /** One identify per 5 s and concurrency key. */
  readonly concurrency: boolean;
  /** Daily number of session starts. */
  readonly sessionStarts: boolean;
}

/** What becomes of an identify. */
export type IdentifyOutcome =
  | { readonly request: SessionRequest; readonly compress: boolean }
  | { readonly closeCode: number }
  | { readonly invalidSession: true };

/** Judges an identify: a session to open, a code to close with, or op 9. */
export function readIdentify(world: World, data: unknown, limits: IdentifyLimits): IdentifyOutcome {
  if (typeof data !== 'object' || data === null) return { closeCode: 4002 };
  const { token, intents, shard, large_threshold, compress, properties } = data as Record<string, unknown>;
  if (typeof token !== 'string' || typeof properties !== 'object' || properties === null)
    return { closeCode: 4002 };
  const bot = botOfGatewayToken(world, token);
  if (!bot) return { closeCode: 4004 };
  if (typeof intents !== 'number' || !Number.isInteger(intents) || intents < 0) return { closeCode: 4013 };
  if ((intents & ~ALL_INTENTS) !== 0) return { closeCode: 4013 };
  if ((intents & PRIVILEGED_INTENTS & ~bot.privilegedIntents) !== 0) return { closeCode: 4014 };
  const [shardId, shardCount] = shard === undefined ? [0, 1] : (shard as [number, number]);
  if (!Number.isInteger(shardId) || !Number.isInteger(shardCount) || shardId < 0 || shardId >= shardCount) {
    return { closeCode: 4010 };
  }
  const guilds = [...world.guilds.values()].filter((guild) => guild.members.has(bot.id)).length;
  if (guilds / shardCount >= GUILDS_PER_SHARD) return { closeCode: 4011 };
  if (!takeStart(world, bot, shardId, limits)) return { invalidSession: true };
  const largeThreshold = typeof large_threshold === 'number' ? large_threshold : 50;
  return { request: { bot, intents, shardId, shardCount, largeThreshold }, compress: compress === true };
}

/** Counts a session start; false when a limit that holds is exceeded. */
function takeStart(world: World, bot: BotRecord, shardId: number, limits: IdentifyLimits): boolean {
  const nowMs = world.clock.now();
  const starts = bot.sessionStarts;
  if (nowMs >= starts.resetAtMs) {
    starts.remaining = starts.total;
    starts.resetAtMs = nowMs + 86_400_000;
  }
  if (limits.sessionStarts && starts.remaining <= 0) return false;
  starts.remaining = Math.max(0, starts.remaining - 1);
  const key = shardId % bot.maxConcurrency;
  const isTooSoon = nowMs - (bot.lastIdentifyMs.get(key) ?? Number.NEGATIVE_INFINITY) < CONCURRENCY_WINDOW_MS;
  if (limits.concurrency && isTooSoon) return false;
  bot.lastIdentifyMs.set(key, nowMs);
  return true;
}

/** Bot that a gateway client names by its token; `Bot ` before the token is let pass, as Discord does. */
export function botOfGatewayToken(world: World, token: string): BotRecord | undefined {
  return world.botByToken(token.replace(/^Bot /, ''));
}
