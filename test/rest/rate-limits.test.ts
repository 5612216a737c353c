import { describe, expect, it } from '@jest/globals';
import { InvalidRequestLimitError } from '../../src/errors/invalid-request-limit-error.js';
import { RateLimitTooLongError } from '../../src/errors/rate-limit-too-long-error.js';
import { GET } from '../../src/rest/transport/route.js';
import { settle } from './support/manual-clock.js';
import type { ScriptedAnswer } from './support/scripted-dispatcher.js';
import type { ScriptedRest } from './support/scripted-rest.js';
import { limitHeaders, outcomeOf, scriptedRest } from './support/scripted-rest.js';

/** A fixed window as a server keeps it: so many requests from the first one on, then a 429. */
function fixedWindow(getRest: () => ScriptedRest, limit: number, windowMs: number, bucket = 'fixed') {
  let resetAtMs = 0;
  let used = 0;
  return (): ScriptedAnswer => {
    const { clock } = getRest();
    if (clock.now() >= resetAtMs) {
      resetAtMs = clock.now() + windowMs;
      used = 0;
    }
    used++;
    const headers = limitHeaders(clock, { bucket, limit, remaining: Math.max(0, limit - used), resetAtMs });
    if (used <= limit) return { headers, body: {} };
    const retryAfter = (resetAtMs - clock.now()) / 1000;
    return {
      status: 429,
      headers: { ...headers, 'retry-after': String(retryAfter), 'x-ratelimit-scope': 'user' },
      body: { message: 'slow', retry_after: retryAfter, global: false },
    };
  };
}

/** A sliding window: each request gives its slot back after its own time. */
function slidingWindow(getRest: () => ScriptedRest, limit: number, slotMs: number) {
  let fullAtMs = 0;
  return (): ScriptedAnswer => {
    const { clock } = getRest();
    fullAtMs = Math.max(fullAtMs, clock.now()) + slotMs;
    const taken = Math.ceil((fullAtMs - clock.now()) / slotMs);
    if (taken > limit) throw new Error('sent beyond the sliding window');
    return {
      headers: limitHeaders(clock, { bucket: 'slide', limit, remaining: limit - taken, resetAtMs: fullAtMs }),
      body: {},
    };
  };
}

describe('rate limits of a bucket', () => {
  it('lets one request learn the bucket, then runs as many in parallel as remain, and waits for the reset', async () => {
    const scripted: ScriptedRest = scriptedRest(fixedWindow(() => scripted, 5, 2000));
    const { rest, clock, wire } = scripted;
    const startMs = clock.now();
    const all = Promise.all(Array.from({ length: 12 }, () => rest.channels.get('1')));
    await settle();
    expect(wire.sent).toHaveLength(5);
    await clock.advance(1999);
    expect(wire.sent).toHaveLength(5);
    await clock.advance(1);
    expect(wire.sent).toHaveLength(10);
    await clock.advance(2000);
    await all;
    expect(wire.sent.map(({ atMs }) => atMs - startMs)).toEqual([
      0, 0, 0, 0, 0, 2000, 2000, 2000, 2000, 2000, 4000, 4000,
    ]);
    expect(clock.pending).toBe(0);
  });

  it('tells a sliding window from a fixed one and sends each request when its slot returns', async () => {
    const scripted: ScriptedRest = scriptedRest(slidingWindow(() => scripted, 4, 500));
    const { rest, clock, wire } = scripted;
    const startMs = clock.now();
    for (let i = 0; i < 4; i++) await rest.channels.get('1');
    const more = Promise.all(Array.from({ length: 3 }, () => rest.channels.get('1')));
    await clock.advance(2000);
    await more;
    expect(wire.sent.map(({ atMs }) => atMs - startMs)).toEqual([0, 0, 0, 0, 500, 1000, 1500]);
    expect(rest.limitOf(GET`/channels/${'1'}`)).toMatchObject({
      kind: 'sliding',
      limit: 4,
      inFlight: 0,
      waiting: 0,
    });
    expect(rest.limitOf(GET`/guilds/${'1'}`)).toBeUndefined();
  });

  it('splits buckets by channel and joins routes that share a hash', async () => {
    const scripted: ScriptedRest = scriptedRest((request) => ({
      headers: limitHeaders(scripted.clock, {
        bucket: 'shared',
        limit: 1,
        remaining: 0,
        resetAtMs: scripted.clock.now() + 1000,
      }),
      body: { path: request.path },
    }));
    const { rest, clock, wire } = scripted;
    await rest.channels.get('1');
    await rest.channels.get('2');
    expect(wire.sent).toHaveLength(2);
    await clock.advance(1000);
    await rest.channels.triggerTyping('1');
    const held = rest.channels.get('1');
    await settle();
    expect(wire.sent).toHaveLength(3);
    expect(rest.limits().buckets.map(({ key }) => key.split(':').slice(0, 2).join(':'))).toEqual([
      'shared:1',
      'shared:2',
    ]);
    await clock.advance(1000);
    await held;
  });

  it('counts for another bot after setToken names one, and for the same bot when only its token changed', async () => {
    const scripted: ScriptedRest = scriptedRest(fixedWindow(() => scripted, 1, 5000));
    const { rest, wire, clock } = scripted;
    await rest.channels.get('1');
    rest.setToken(`${Buffer.from('10000000000000001').toString('base64url')}.new.token`);
    const held = rest.channels.get('1');
    await settle();
    expect(wire.sent).toHaveLength(1);
    rest.setToken(`${Buffer.from('20000000000000002').toString('base64url')}.other.token`);
    void outcomeOf(rest.channels.get('1'));
    await settle();
    expect(wire.sent).toHaveLength(2);
    await clock.advance(10_000);
    await held;
  });

  it('gives messages older than two weeks a bucket of their own when they are deleted', async () => {
    const { rest, wire } = scriptedRest((_, index) => (index === 0 ? new Promise(() => {}) : {}));
    void rest.channels.deleteMessage('1', '175928847299117063');
    const recent = String((BigInt(Date.UTC(2026, 0, 1) - 1_420_070_400_000 - 1000) << 22n) + 5n);
    void rest.channels.deleteMessage('1', recent);
    await settle();
    expect(wire.sent).toHaveLength(2);
  });

  it('goes by Reset when the clock is trusted and by Reset-After when it is not', async () => {
    const waitOf = async (assumeUnsyncClock: boolean): Promise<number> => {
      const scripted: ScriptedRest = scriptedRest(
        () => ({
          headers: {
            ...limitHeaders(scripted.clock, {
              limit: 1,
              remaining: 0,
              resetAtMs: scripted.clock.now() + 3000,
            }),
            'x-ratelimit-reset-after': '7',
          },
          body: {},
        }),
        { assumeUnsyncClock },
      );
      await scripted.rest.channels.get('1');
      return scripted.rest.limits().buckets[0]?.resetAfterMs ?? 0;
    };
    expect(await waitOf(true)).toBe(7000);
    expect(await waitOf(false)).toBe(3000);
  });

  it('is not held up when the machine sets its clock back', async () => {
    const scripted: ScriptedRest = scriptedRest((_, index) => ({
      headers: limitHeaders(scripted.clock, {
        limit: 1,
        remaining: 0,
        resetAtMs: scripted.clock.now() + 1000,
      }),
      body: { index },
    }));
    const { rest, clock, wire } = scripted;
    await rest.channels.get('1');
    clock.jump(-3_600_000);
    const next = rest.channels.get('1');
    await clock.advance(1000);
    await next;
    expect(wire.sent).toHaveLength(2);
  });

  it('treats routes without limit headers as unlimited from the second request on', async () => {
    const pending: ((answer: ScriptedAnswer) => void)[] = [];
    const { rest, wire } = scriptedRest((_, index) =>
      index === 0 ? {} : new Promise((resolve) => pending.push(resolve)),
    );
    await rest.channels.get('1');
    const all = Promise.all([rest.channels.get('1'), rest.channels.get('1'), rest.channels.get('1')]);
    await settle();
    expect(wire.sent).toHaveLength(4);
    for (const answer of pending) answer({});
    await all;
  });

  it('takes an aborted request out of the queue, and the next one gets its turn', async () => {
    const scripted: ScriptedRest = scriptedRest(fixedWindow(() => scripted, 1, 1000));
    const { rest, clock, wire } = scripted;
    await rest.channels.get('1');
    const controller = new AbortController();
    const aborted = outcomeOf(rest.channels.get('1', { signal: controller.signal }));
    const next = rest.channels.get('1');
    const reason = new Error('changed my mind');
    controller.abort(reason);
    expect(await aborted).toBe(reason);
    await clock.advance(1000);
    await next;
    expect(wire.sent).toHaveLength(2);
  });

  it('refuses to wait longer than maxWaitMs, without sending', async () => {
    const scripted: ScriptedRest = scriptedRest(fixedWindow(() => scripted, 1, 60_000));
    const { rest, wire } = scripted;
    await rest.channels.get('1');
    const error = (await outcomeOf(rest.channels.get('1', { maxWaitMs: 1000 }))) as RateLimitTooLongError;
    expect(error).toBeInstanceOf(RateLimitTooLongError);
    expect(error).toMatchObject({
      retryAfterMs: 60_000,
      isGlobal: false,
      method: 'GET',
      path: '/channels/1',
    });
    expect(wire.sent).toHaveLength(1);
  });

  it('forgets buckets that have been idle', async () => {
    const scripted: ScriptedRest = scriptedRest(() => ({
      headers: limitHeaders(scripted.clock, {
        limit: 5,
        remaining: 4,
        resetAtMs: scripted.clock.now() + 100,
      }),
      body: {},
    }));
    const { rest, clock } = scripted;
    for (const id of ['1', '2', '3']) await rest.channels.get(id);
    await clock.advance(120_000);
    await rest.channels.get('4');
    expect(rest.limits().buckets).toHaveLength(1);
  });
});

describe('answers of 429', () => {
  const tooMany = (scope: string, seconds: number, more: Record<string, string> = {}): ScriptedAnswer => ({
    status: 429,
    headers: { 'x-ratelimit-scope': scope, 'retry-after': String(Math.ceil(seconds)), ...more },
    body: { message: 'You are being rate limited.', retry_after: seconds, global: scope === 'global' },
  });

  it('waits and sends again, ahead of those who came later', async () => {
    const scripted: ScriptedRest = scriptedRest((_, index) =>
      index === 0 ? tooMany('user', 1.5) : { body: { index } },
    );
    const { rest, clock, wire } = scripted;
    const first = rest.channels.createMessage('1', { content: 'first' });
    const second = rest.channels.createMessage('1', { content: 'second' });
    await clock.advance(1499);
    expect(wire.sent).toHaveLength(1);
    await clock.advance(1);
    await Promise.all([first, second]);
    expect(wire.sent.map(({ body }) => JSON.parse(body).content)).toEqual(['first', 'first', 'second']);
  });

  it('makes a route that seemed unlimited wait as a whole', async () => {
    const { rest, clock, wire } = scriptedRest((_, index) =>
      index === 1 ? tooMany('user', 2) : { body: {} },
    );
    await rest.channels.get('1');
    const first = rest.channels.get('1');
    await settle();
    const second = rest.channels.get('1');
    await clock.advance(1999);
    expect(wire.sent).toHaveLength(2);
    await clock.advance(1);
    await Promise.all([first, second]);
    expect(wire.sent).toHaveLength(4);
  });

  it('stops everything but interaction and webhook routes when it is global', async () => {
    const { rest, clock, wire } = scriptedRest((_, index) =>
      index === 0 ? tooMany('global', 3, { 'x-ratelimit-global': 'true' }) : { body: {} },
    );
    const first = rest.channels.get('1');
    await settle();
    const second = rest.guilds.get('2');
    await rest.interactions.createResponse('3', 'token', { type: 5 });
    await rest.webhooks.execute('4', 'token', { content: 'x' });
    expect(wire.paths.slice(1)).toEqual([
      'POST /api/v10/interactions/3/token/callback',
      'POST /api/v10/webhooks/4/token',
    ]);
    expect(rest.limits().global.blockedForMs).toBe(3000);
    await clock.advance(3000);
    await Promise.all([first, second]);
    expect(wire.sent).toHaveLength(5);
  });

  it('delays only the one request when a limit hides below the bucket', async () => {
    const scripted: ScriptedRest = scriptedRest((request) => {
      const headers = limitHeaders(scripted.clock, {
        limit: 5,
        remaining: 4,
        resetAtMs: scripted.clock.now() + 1000,
      });
      const isFirstName =
        request.body.includes('name') &&
        scripted.wire.sent.filter(({ body }) => body.includes('name')).length === 1;
      return isFirstName ? tooMany('user', 20, headers) : { headers, body: {} };
    });
    const { rest, clock, wire } = scripted;
    const rename = rest.channels.edit('1', { name: 'x' });
    await settle();
    await rest.channels.edit('1', { nsfw: true });
    expect(wire.sent).toHaveLength(2);
    await clock.advance(20_000);
    await rename;
    expect(wire.sent).toHaveLength(3);
  });

  it('does not count the shared scope as an invalid request', async () => {
    const { rest, clock } = scriptedRest((_, index) => (index === 0 ? tooMany('shared', 1) : {}));
    const done = rest.channels.get('1');
    await clock.advance(1000);
    await done;
    expect(rest.limits().invalidRequests).toBe(0);
  });

  it('holds every request back when Cloudflare bans the address', async () => {
    const { rest, clock, wire } = scriptedRest((_, index) =>
      index === 0
        ? {
            status: 429,
            headers: { 'retry-after': '30', 'content-type': 'text/html' },
            body: '<html>error 1015</html>',
          }
        : { body: {} },
    );
    const first = rest.channels.get('1');
    await settle();
    const second = rest.interactions.createResponse('3', 'token', { type: 5 });
    await clock.advance(29_999);
    expect(wire.sent).toHaveLength(1);
    await clock.advance(1);
    await Promise.all([first, second]);
  });

  it('fails when Discord wants more patience than maxWaitMs', async () => {
    const { rest } = scriptedRest(() => tooMany('user', 172_800));
    expect(await outcomeOf(rest.roles.create('1', {}))).toBeInstanceOf(RateLimitTooLongError);
  });
});

describe('the global limit', () => {
  it('sends no more than its number in any second', async () => {
    const { rest, clock, wire } = scriptedRest(() => ({ body: {} }), { globalRequestsPerSecond: 10 });
    await rest.request(GET`/gateway`);
    await clock.advance(600);
    const all = Promise.all(Array.from({ length: 25 }, (_, i) => rest.channels.get(String(i + 1))));
    await clock.advance(5000);
    await all;
    const times = wire.sent.map(({ atMs }) => atMs);
    for (const startMs of times) {
      expect(times.filter((atMs) => atMs >= startMs && atMs < startMs + 1000).length).toBeLessThanOrEqual(10);
    }
    expect(times).toHaveLength(26);
  });

  it('leaves limits to a proxy that owns them, and still obeys its 429', async () => {
    const scripted: ScriptedRest = scriptedRest(
      (_, index) => (index === 0 ? { status: 429, body: { retry_after: 2, message: 'wait' } } : { body: {} }),
      { limits: 'remote', globalRequestsPerSecond: 1 },
    );
    const { rest, clock, wire } = scripted;
    const all = Promise.all(Array.from({ length: 5 }, () => rest.channels.get('1')));
    await settle();
    expect(wire.sent).toHaveLength(5);
    await clock.advance(2000);
    await all;
    expect(wire.sent).toHaveLength(6);
  });
});

describe('refused requests', () => {
  it('warn at every so many and stop before the ban, until ten minutes have passed', async () => {
    const warnings: string[] = [];
    const log = {
      debug() {},
      info() {},
      error() {},
      warn: (_: string, message: string) => void warnings.push(message),
    };
    const { rest, clock, wire } = scriptedRest(
      () => ({ status: 403, body: { code: 50013, message: 'Missing Permissions' } }),
      {
        invalidRequestWarnEvery: 4,
        invalidRequestStopAt: 10,
        logger: log,
      },
    );
    for (let i = 0; i < 10; i++) await outcomeOf(rest.channels.get('1'));
    const error = (await outcomeOf(rest.channels.get('1'))) as InvalidRequestLimitError;
    expect(error).toBeInstanceOf(InvalidRequestLimitError);
    expect(error.count).toBe(10);
    expect(wire.sent).toHaveLength(10);
    expect(warnings).toHaveLength(3);
    await clock.advance(error.retryAfterMs);
    await outcomeOf(rest.channels.get('1'));
    expect(wire.sent).toHaveLength(11);
  });
});
