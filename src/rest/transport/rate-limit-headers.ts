/** Headers of a response that matter to the transport; the rest is never turned into strings. */
export interface ResponseHeaders {
  readonly contentType: string | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  readonly rateLimit: RateLimitHeaders | undefined;
  readonly scope: string | undefined;
  readonly isGlobal: boolean;
}

/** State of a bucket as a response reports it. @see https://docs.discord.com/developers/topics/rate-limits */
export interface RateLimitHeaders {
  readonly bucket: string;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds since the Unix epoch, by Discord's clock. */
  readonly reset: number;
  /** Seconds from the moment of the answer. */
  readonly resetAfter: number;
}

/** Reads undici's raw headers: names and values by turns. */
export function readHeaders(
  raw: readonly (Buffer | string | readonly (Buffer | string)[])[],
): ResponseHeaders {
  const found: Record<string, string> = {};
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i]!;
    if (mayMatter(name)) found[name.toString().toLowerCase()] = raw[i + 1]!.toString();
  }
  return {
    contentType: found['content-type'],
    retryAfter: numberOf(found['retry-after']),
    rateLimit: rateLimitOf(found),
    scope: found['x-ratelimit-scope'],
    isGlobal: found['x-ratelimit-global'] === 'true',
  };
}

/** Cheap test on the first letter (`c`, `r`, `x`) before a name is made a string. */
function mayMatter(name: Buffer | string | readonly (Buffer | string)[]): boolean {
  const first = typeof name === 'string' ? name.charCodeAt(0) : (name as Buffer)[0]!;
  const letter = first | 0x20;
  return letter === 0x78 || letter === 0x63 || letter === 0x72;
}

function rateLimitOf(found: Readonly<Record<string, string>>): RateLimitHeaders | undefined {
  const bucket = found['x-ratelimit-bucket'];
  const limit = numberOf(found['x-ratelimit-limit']);
  const remaining = numberOf(found['x-ratelimit-remaining']);
  const resetAfter = numberOf(found['x-ratelimit-reset-after']);
  const reset = numberOf(found['x-ratelimit-reset']);
  if (bucket === undefined || limit === undefined || remaining === undefined) return undefined;
  if (resetAfter === undefined && reset === undefined) return undefined;
  return { bucket, limit, remaining, reset: reset ?? Number.NaN, resetAfter: resetAfter ?? Number.NaN };
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
