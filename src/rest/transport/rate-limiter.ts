import { RateLimitTooLongError } from '../../errors/rate-limit-too-long-error.js';
import type { Awaitable } from '../../types/type-tools.js';
import type { Clock } from '../../utils/clock.js';
import type { Logger } from '../../utils/logger.js';
import { snowflakeTimeMs } from '../../utils/snowflake.js';
import type { RateLimitStore } from '../rate-limit-store.js';
import { Bucket } from './bucket.js';
import type { GlobalGate } from './global-limit.js';
import { GlobalLimit } from './global-limit.js';
import type { ResponseHeaders } from './rate-limit-headers.js';
import type { Route } from './route.js';
import { SharedGlobalLimit } from './shared-global-limit.js';

/** What the limiter needs to know. */
export interface RateLimiterOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly globalRequestsPerSecond: number;
  readonly assumeUnsyncClock: boolean;
  readonly rateLimitStore?: RateLimitStore | undefined;
}

/** How long a request may wait. */
export interface AcquireOptions {
  readonly signal?: AbortSignal | undefined;
  readonly maxWaitMs: number;
  /** Whether it was sent before, so that it goes ahead of those who wait. */
  readonly isRetry?: boolean;
}

const OLD_MESSAGE_MS = 14 * 86_400_000;
const SWEEP_EVERY_MS = 60_000;

/** Callbacks to interactions answer without limit headers; serialising them would only cost time. */
const UNLIMITED_ROUTES = ['POST /interactions/{}/{}/callback'];

/**
 * Finds the bucket of a route and makes requests wait for it and for the global limit.
 *
 * A route's bucket is unknown until Discord names its hash; from then on every route of one hash, major id and token
 * shares one bucket.
 */
export class RateLimiter {
  readonly global: GlobalGate;
  readonly #clock: Clock;
  readonly #options: RateLimiterOptions;
  readonly #store: RateLimitStore | undefined;
  readonly #hashes = new Map<string, string>();
  readonly #buckets = new Map<string, Bucket>();
  readonly #unlimited = new Set<string>(UNLIMITED_ROUTES);
  #tokenKey: string;
  #bannedUntilMs = 0;
  #sweptAtMs = 0;

  constructor(options: RateLimiterOptions, tokenKey: string) {
    this.#options = options;
    this.#clock = options.clock;
    this.#tokenKey = tokenKey;
    const { clock, globalRequestsPerSecond: perSecond, rateLimitStore: store } = options;
    this.#store = store;
    this.global = store
      ? new SharedGlobalLimit({
          clock,
          perSecond,
          store,
          ownerOf: () => this.#tokenKey,
          onFailed: (error) => options.logger.warn('rest', 'the global limit could not be shared', { error }),
        })
      : new GlobalLimit(clock, perSecond);
  }

  /** Counts requests from now on for another token. */
  setTokenKey(tokenKey: string): void {
    this.#tokenKey = tokenKey;
  }

  /** Waits until the request may go out; `undefined` is a request without bucket. */
  acquire(route: Route, options: AcquireOptions): Awaitable<Bucket | undefined> {
    if (this.#store && !this.peek(route)) return this.#recall(this.#store, route, options);
    return this.#acquire(route, options);
  }

  /** Gives the slot back with what the response said. */
  release(route: Route, bucket: Bucket | undefined, status: number, headers: ResponseHeaders): void {
    const { rateLimit } = headers;
    if (!rateLimit) {
      if (status < 300) this.#setUnlimited(route, bucket);
      if (status >= 500) bucket?.releaseLost();
      else bucket?.releaseUnused();
      return;
    }
    this.#unlimited.delete(this.#routeKey(route));
    const learnt = this.#learn(route, bucket, rateLimit.bucket);
    if (learnt !== bucket) {
      learnt.window.update(rateLimit, this.#clock.now(), this.#options);
      bucket?.moveWaitersTo(learnt);
    }
    bucket?.release(rateLimit, this.#options);
    if (this.#store) void this.#save(this.#store, route, rateLimit.bucket, learnt);
  }

  /** Lets nothing through a route's bucket before a moment, even if the route had none until now. */
  block(route: Route, bucket: Bucket | undefined, headers: ResponseHeaders, untilMs: number): void {
    const routeKey = this.#routeKey(route);
    this.#unlimited.delete(routeKey);
    const hash = headers.rateLimit?.bucket ?? this.#hashes.get(routeKey);
    const key = this.#keyOf(route, hash);
    const target = bucket ?? this.#open(key);
    target.block(untilMs);
    this.#buckets.get(key)?.block(untilMs);
  }

  /** Holds every request back, those outside the global limit too: an address ban. */
  ban(untilMs: number): void {
    this.#bannedUntilMs = Math.max(this.#bannedUntilMs, untilMs);
    this.global.block(untilMs);
  }

  /** Buckets that are known now. */
  buckets(): IterableIterator<Bucket> {
    return this.#buckets.values();
  }

  /** Bucket that a route would use, without making one. */
  peek(route: Route): Bucket | undefined {
    return this.#buckets.get(this.#keyOf(route, this.#hashes.get(this.#routeKey(route))));
  }

  close(reason: unknown): void {
    this.global.close(reason);
    for (const bucket of this.#buckets.values()) bucket.close(reason);
    this.#buckets.clear();
  }

  #acquire(route: Route, options: AcquireOptions): Awaitable<Bucket | undefined> {
    const bucket = this.#find(route);
    const nowMs = this.#clock.now();
    if (this.#bannedUntilMs > nowMs) return this.#acquireSlowly(route, bucket, options);
    if (bucket && !bucket.tryAcquire()) return this.#acquireSlowly(route, bucket, options);
    if (route.hasOwnToken || this.global.tryAcquire()) return bucket;
    return this.#acquireGlobal(route, bucket, options);
  }

  /** Takes over what others know of a bucket before it is used for the first time. */
  async #recall(store: RateLimitStore, route: Route, options: AcquireOptions): Promise<Bucket | undefined> {
    try {
      const stored = await store.load(this.#keyOf(route, undefined));
      if (stored) {
        this.#hashes.set(this.#routeKey(route), stored.hash);
        const { window } = this.#open(this.#keyOf(route, stored.hash));
        if (window.kind === 'unknown') window.restore(stored.window);
      }
    } catch (error) {
      this.#options.logger.warn('rest', 'the rate limit store could not be read', { error });
    }
    return this.#acquire(route, options);
  }

  async #save(store: RateLimitStore, route: Route, hash: string, bucket: Bucket): Promise<void> {
    try {
      await store.save(this.#keyOf(route, undefined), { hash, window: bucket.window.toState() });
    } catch (error) {
      this.#options.logger.warn('rest', 'the rate limit store could not be written', { error });
    }
  }

  async #acquireSlowly(
    route: Route,
    bucket: Bucket | undefined,
    options: AcquireOptions,
  ): Promise<Bucket | undefined> {
    const nowMs = this.#clock.now();
    const banMs = Math.max(0, this.#bannedUntilMs - nowMs);
    this.#refuseLongWait(route, Math.max(banMs, bucket?.estimateWaitMs(nowMs) ?? 0), banMs > 0, options);
    const taken = await bucket?.acquire(options.signal, options.isRetry);
    if (route.hasOwnToken && banMs === 0) return taken;
    return this.#acquireGlobal(route, taken, options);
  }

  async #acquireGlobal(
    route: Route,
    bucket: Bucket | undefined,
    options: AcquireOptions,
  ): Promise<Bucket | undefined> {
    try {
      this.#refuseLongWait(route, this.global.estimateWaitMs(this.#clock.now()), true, options);
      await this.global.acquire(options.signal);
      return bucket;
    } catch (error) {
      bucket?.releaseUnused();
      throw error;
    }
  }

  #refuseLongWait(route: Route, waitMs: number, isGlobal: boolean, options: AcquireOptions): void {
    if (waitMs <= options.maxWaitMs) return;
    const { method, path } = route;
    throw new RateLimitTooLongError({ method, path, retryAfterMs: waitMs, isGlobal }, options.maxWaitMs);
  }

  #find(route: Route): Bucket | undefined {
    const routeKey = this.#routeKey(route);
    if (this.#unlimited.has(routeKey)) return undefined;
    return this.#open(this.#keyOf(route, this.#hashes.get(routeKey)));
  }

  #open(key: string): Bucket {
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      this.#sweep();
      bucket = new Bucket(key, this.#clock);
      this.#buckets.set(key, bucket);
    }
    return bucket;
  }

  /** Remembers the hash of a route, and brings its bucket under the hash's key. */
  #learn(route: Route, bucket: Bucket | undefined, hash: string): Bucket {
    const routeKey = this.#routeKey(route);
    if (this.#hashes.get(routeKey) !== hash) this.#hashes.set(routeKey, hash);
    const key = this.#keyOf(route, hash);
    if (bucket?.key === key) return bucket;
    const known = this.#buckets.get(key);
    if (bucket?.window.kind !== 'unknown') return known ?? this.#open(key);
    this.#buckets.delete(bucket.key);
    if (known) return known;
    bucket.key = key;
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #setUnlimited(route: Route, bucket: Bucket | undefined): void {
    if (bucket?.window.kind !== 'unknown') return;
    this.#unlimited.add(this.#routeKey(route));
    bucket.setUnlimited();
  }

  #keyOf(route: Route, hash: string | undefined): string {
    return `${hash ?? this.#routeKey(route)}:${route.major}:${this.#tokenKey}`;
  }

  /** Deleting a message older than two weeks has a limit of its own, under the same path. */
  #routeKey(route: Route): string {
    const { key } = route.shape;
    if (key !== 'DELETE /channels/{}/messages/{}') return key;
    const messageId = route.parameter(1) ?? '';
    const isOld = /^\d+$/.test(messageId) && this.#clock.now() - snowflakeTimeMs(messageId) > OLD_MESSAGE_MS;
    return isOld ? `${key} (old)` : key;
  }

  /** Forgets idle buckets, now and then, when a new one comes. */
  #sweep(): void {
    const nowMs = this.#clock.now();
    if (nowMs - this.#sweptAtMs < SWEEP_EVERY_MS) return;
    this.#sweptAtMs = nowMs;
    for (const [key, bucket] of this.#buckets) if (bucket.isIdle(nowMs)) this.#buckets.delete(key);
  }
}
