import type { Bucket } from './transport/bucket.js';
import type { WindowKind } from './transport/bucket-window.js';
import type { RequestRunner } from './transport/request-runner.js';
import type { Route } from './transport/route.js';

/** State of one bucket. */
export interface BucketReport {
  /** Hash or route, major id and token's owner; never a token. */
  readonly key: string;
  /** How the bucket fills again. */
  readonly kind: WindowKind;
  /** Requests that a whole window lets through. */
  readonly limit: number;
  /** Requests that could go out now. */
  readonly free: number;
  /** Requests that are on their way. */
  readonly inFlight: number;
  /** Requests that wait for their turn. */
  readonly waiting: number;
  /** Milliseconds until the window is whole again. */
  readonly resetAfterMs: number;
}

/** State of all limits of a client. */
export interface RateLimitReport {
  /** Limit of all routes together. */
  readonly global: {
    /** Requests that a second lets through. */
    readonly perSecond: number;
    /** Requests that were sent in the last second. */
    readonly usedInLastSecond: number;
    /** Requests that wait for their turn. */
    readonly waiting: number;
    /** Milliseconds for which Discord wants nothing at all. */
    readonly blockedForMs: number;
  };
  /** Limits of the routes that were used. */
  readonly buckets: readonly BucketReport[];
  /** Requests refused with 401, 403 or 429 in the last ten minutes. */
  readonly invalidRequests: number;
}

/** Takes a picture of the limits; it does not change afterwards. */
export function inspectLimits({ limiter, guard, clock }: RequestRunner): RateLimitReport {
  const nowMs = clock.now();
  const { global } = limiter;
  return {
    global: {
      perSecond: global.perSecond,
      usedInLastSecond: global.used(nowMs),
      waiting: global.waiting,
      blockedForMs: Math.max(0, global.blockedUntilMs - nowMs),
    },
    buckets: Array.from(limiter.buckets(), (bucket) => reportOf(bucket, nowMs)),
    invalidRequests: guard.count,
  };
}

/** Takes a picture of one route's bucket. */
export function inspectBucket({ limiter, clock }: RequestRunner, route: Route): BucketReport | undefined {
  const bucket = limiter.peek(route);
  return bucket && reportOf(bucket, clock.now());
}

function reportOf(bucket: Bucket, nowMs: number): BucketReport {
  const { key, window, inFlight, waiting } = bucket;
  const resetAfterMs = Math.max(0, window.resetAtMs - nowMs);
  return {
    key,
    kind: window.kind,
    limit: window.limit,
    free: bucket.free(nowMs),
    inFlight,
    waiting,
    resetAfterMs,
  };
}
