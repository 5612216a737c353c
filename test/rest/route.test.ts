import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { InvalidOptionError } from '../../src/errors/invalid-option-error.js';
import { toQueryString } from '../../src/rest/transport/query.js';
import { readHeaders } from '../../src/rest/transport/rate-limit-headers.js';
import { DELETE, GET, PATCH, POST } from '../../src/rest/transport/route.js';

const messageOf = (channelId: string, messageId: string) => GET`/channels/${channelId}/messages/${messageId}`;

describe('a route', () => {
  it('fills its template with encoded parameters', () => {
    expect(messageOf('1', '2').toPath()).toBe('/channels/1/messages/2');
    expect(PATCH`/invites/${'a b/ü'}`.toPath()).toBe('/invites/a%20b%2F%C3%BC');
    expect(String(DELETE`/guilds/${'7'}/bans/${9}`)).toBe('DELETE /guilds/7/bans/9');
  });

  it('has one key for all its minor parameters and another major for each channel, guild or webhook', () => {
    expect(messageOf('1', '2').shape.key).toBe(messageOf('3', '4').shape.key);
    expect(messageOf('1', '2').major).toBe(messageOf('1', '4').major);
    expect(messageOf('1', '2').major).not.toBe(messageOf('3', '2').major);
    expect(GET`/users/${'5'}`.major).toBe('');
    const followUp = (token: string) => POST`/webhooks/${'1'}/${token}`;
    expect(followUp('aaa').major).not.toBe(followUp('bbb').major);
  });

  it('hides the tokens of webhooks and interactions everywhere but on the wire', () => {
    const long = 'aW50ZXJhY3Rpb246'.repeat(10);
    const routes = [
      POST`/interactions/${'1'}/${long}/callback`,
      PATCH`/webhooks/${'1'}/${long}/messages/@original`,
    ];
    for (const route of routes) {
      expect(route.toPath()).toContain(long);
      const shown = [
        route.path,
        route.major,
        String(route),
        inspect(route, { showHidden: true }),
        JSON.stringify({ route }),
      ];
      expect(shown.join()).not.toContain(long.slice(0, 16));
      expect(route.hasOwnToken).toBe(true);
    }
    expect(GET`/webhooks/${'1'}`.hasOwnToken).toBe(false);
  });

  it('refuses parameters that would lead elsewhere', () => {
    for (const bad of ['', '.', '..', undefined as unknown as string, {} as unknown as string]) {
      expect(() => GET`/users/${bad}`.toPath()).toThrow(InvalidOptionError);
    }
  });
});

describe('a query string', () => {
  it('repeats keys for lists and leaves out what is not given', () => {
    expect(toQueryString({ a: 1, b: undefined, c: null, d: [1, 'x y'], e: false, f: 2n ** 60n })).toBe(
      '?a=1&d=1&d=x%20y&e=false&f=1152921504606846976',
    );
    expect(toQueryString({})).toBe('');
    expect(toQueryString(undefined)).toBe('');
  });
});

describe('response headers', () => {
  const read = (headers: Record<string, string>) =>
    readHeaders(
      Object.entries(headers)
        .flat()
        .map((text) => Buffer.from(text)),
    );

  it('are read whatever their case', () => {
    const { rateLimit, scope, isGlobal, retryAfter } = read({
      'X-RateLimit-Bucket': 'abc',
      'X-RATELIMIT-LIMIT': '5',
      'x-ratelimit-remaining': '0',
      'X-RateLimit-Reset-After': '0.25',
      'X-RateLimit-Scope': 'shared',
      'X-RateLimit-Global': 'true',
      'Retry-After': '3',
    });
    expect(rateLimit).toEqual({ bucket: 'abc', limit: 5, remaining: 0, reset: Number.NaN, resetAfter: 0.25 });
    expect([scope, isGlobal, retryAfter]).toEqual(['shared', true, 3]);
  });

  it('give no limit when they are incomplete or nonsense', () => {
    expect(read({ 'x-ratelimit-bucket': 'abc', 'x-ratelimit-limit': '5' }).rateLimit).toBeUndefined();
    const nonsense = {
      'x-ratelimit-bucket': 'abc',
      'x-ratelimit-limit': 'many',
      'x-ratelimit-remaining': '1',
      'x-ratelimit-reset': 'soon',
    };
    expect(read(nonsense).rateLimit).toBeUndefined();
  });
});
