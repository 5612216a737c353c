/**
 * Rate limits as Discord announces them: a bucket per route and major parameter, told in headers.
 *
 * Buckets are generous unless a test sets narrower ones; the global limit is off unless a test turns it on.
 */
import { createHash } from 'node:crypto';
import type { Clock } from '../../utils/clock.js';
import type { HttpRequest, HttpResponse } from '../transport/http-exchange.js';
import type { BotRecord } from '../world/bot-record.js';
import type { Route } from './rest-call.js';

/** Size of a bucket, and how long it takes to fill again. */
export interface BucketRule {
  /** How many requests a window lets through. */
  readonly limit: number;
  /** Length of a window, in milliseconds. */
  readonly windowMs: number;
}

/** Bucket for chosen routes. */
export interface RouteLimit extends BucketRule {
  /** HTTP method. Default: all. */
  readonly method?: string;
  /** Template as in `/channels/:channel/messages`, or a pattern for it. */
  readonly path: string | RegExp;
}

/** Request that asks to be let through. */
export interface RateLimitQuery {
  readonly request: HttpRequest;
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
  readonly bot: BotRecord | undefined;
}

/** Whether a request may pass, and the headers to send with its answer. */
export interface RateLimitOutcome {
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal?: HttpResponse;
}

interface Bucket {
  remaining: number;
  resetAtMs: number;
}

const GENEROUS: BucketRule = { limit: 1000, windowMs: 1000 };
const MAJOR = ['channel', 'guild', 'webhook'];

/** Counter of requests. */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #rules: RouteLimit[] = [];
  readonly #buckets = new Map<string, Bucket>();
  #globalRule: BucketRule | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Narrows the bucket of a route; the latest rule that fits wins. */
  limit(rule: RouteLimit): void {
    this.#rules.unshift(rule);
    this.#buckets.clear();
  }

  /** Sets the limit over all routes of a bot. */
  limitGlobally(rule: BucketRule | undefined): void {
    this.#globalRule = rule;
  }

  clear(): void {
    this.#rules.length = 0;
    this.#globalRule = undefined;
    this.#buckets.clear();
  }

  take(query: RateLimitQuery): RateLimitOutcome {
    const isExempt = query.route.path.startsWith('/interactions/');
    if (isExempt) return { headers: {} };
    const global = this.#globalRule && query.bot ? this.#takeGlobal(query.bot, this.#globalRule) : undefined;
    if (global !== undefined) return { headers: {}, refusal: this.#refuse(global, 'global', {}) };
    const rule = this.#ruleOf(query);
    const hash = bucketHash(query.route);
    const major = MAJOR.map((name) => query.params[name]).find((value) => value !== undefined) ?? '';
    const bucket = this.#bucket(`${query.bot?.id ?? ''}:${hash}:${major}`, rule);
    const headers = (): Record<string, string> => this.#headers(rule, bucket, hash);
    if (bucket.remaining <= 0) {
      return { headers: {}, refusal: this.#refuse(bucket.resetAtMs - this.#clock.now(), 'user', headers()) };
    }
    bucket.remaining--;
    return { headers: headers() };
  }

  #takeGlobal(bot: BotRecord, rule: BucketRule): number | undefined {
    const bucket = this.#bucket(`global:${bot.id}`, rule);
    if (bucket.remaining <= 0) return bucket.resetAtMs - this.#clock.now();
    bucket.remaining--;
    return undefined;
  }

  #bucket(key: string, rule: BucketRule): Bucket {
    const now = this.#clock.now();
    let bucket = this.#buckets.get(key);
    if (!bucket || now >= bucket.resetAtMs) {
      bucket = { remaining: rule.limit, resetAtMs: now + rule.windowMs };
      this.#buckets.set(key, bucket);
    }
    return bucket;
  }

  #ruleOf({ route }: RateLimitQuery): BucketRule {
    const fits = (rule: RouteLimit): boolean =>
      (rule.method === undefined || rule.method === route.method) &&
      (typeof rule.path === 'string' ? rule.path === route.path : rule.path.test(route.path));
    return this.#rules.find(fits) ?? GENEROUS;
  }

  #headers(rule: BucketRule, bucket: Bucket, hash: string): Record<string, string> {
    return {
      'x-ratelimit-limit': String(rule.limit),
      'x-ratelimit-remaining': String(bucket.remaining),
      'x-ratelimit-reset': (bucket.resetAtMs / 1000).toFixed(3),
      'x-ratelimit-reset-after': ((bucket.resetAtMs - this.#clock.now()) / 1000).toFixed(3),
      'x-ratelimit-bucket': hash,
    };
  }

  #refuse(waitMs: number, scope: 'user' | 'global', headers: Record<string, string>): HttpResponse {
    return rateLimited(waitMs, scope, headers);
  }
}

/** A 429. @see https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
export function rateLimited(
  waitMs: number,
  scope: 'user' | 'global' | 'shared',
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  const retryAfter = Math.max(0, waitMs) / 1000;
  return {
    status: 429,
    headers: {
      'content-type': 'application/json',
      ...headers,
      'retry-after': String(Math.ceil(retryAfter)),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    },
    body: JSON.stringify({
      message: 'You are being rate limited.',
      retry_after: retryAfter,
      global: scope === 'global',
    }),
  };
}

function bucketHash(route: Route): string {
  const isReaction = route.path.includes('/reactions') && route.method !== 'GET';
  const key = isReaction ? 'reactions' : `${route.method} ${route.path}`;
  return createHash('md5').update(key).digest('hex');
}
