import { describe, expect, it } from '@jest/globals';
import { MemoryRateLimitStore } from '../../src/rest/memory-rate-limit-store.js';
import { Rest } from '../../src/rest/rest.js';
import type { LogLine } from '../../src/utils/line-logger.js';
import { LineLogger } from '../../src/utils/line-logger.js';
import { ManualClock, settle } from './support/manual-clock.js';
import { ScriptedDispatcher } from './support/scripted-dispatcher.js';
import { limitHeaders, outcomeOf, scriptedRest, TOKEN } from './support/scripted-rest.js';

function twoClients(perSecond: number) {
  const clock = new ManualClock();
  const rateLimitStore = new MemoryRateLimitStore();
  const wire = new ScriptedDispatcher(
    () => ({
      headers: limitHeaders(clock, { limit: 3, remaining: 2, resetAtMs: clock.now() + 5000 }),
      body: {},
    }),
    () => clock.now(),
  );
  const options = {
    clock,
    dispatcher: wire,
    rateLimitStore,
    globalRequestsPerSecond: perSecond,
    baseUrl: 'http://x.test',
  };
  return { clock, wire, one: new Rest(TOKEN, options), two: new Rest(TOKEN, options) };
}

describe('a shared rate limit store', () => {
  it('makes two clients of one bot obey one global limit', async () => {
    const { clock, wire, one, two } = twoClients(4);
    const all = Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? one : two).channels.get(String(i + 1))),
    );
    await settle();
    expect(wire.sent).toHaveLength(4);
    await clock.advance(1000);
    expect(wire.sent).toHaveLength(8);
    await clock.advance(1000);
    await all;
    expect(wire.sent).toHaveLength(10);
  });

  it('lets a later client begin with what an earlier one learnt', async () => {
    const { wire, one, two } = twoClients(50);
    await one.channels.get('1');
    const burst = Promise.all([two.channels.get('1'), two.channels.get('1')]);
    await settle();
    expect(wire.sent).toHaveLength(3);
    await burst;
  });

  it('fails those who wait when the client is closed', async () => {
    const { one } = twoClients(1);
    await one.channels.get('1');
    const waiting = outcomeOf(one.channels.get('2'));
    await settle();
    await one.close();
    expect(await waiting).toMatchObject({ code: 'REST_CLOSED' });
  });

  it('is worked around when it cannot be read or written', async () => {
    const broken = () => Promise.reject(new Error('store is down'));
    const { rest } = scriptedRest(() => ({ body: { id: '1' } }), {
      rateLimitStore: { takeGlobal: () => 0, blockGlobal() {}, load: broken, save: broken },
    });
    expect((await rest.channels.get('1')).id).toBe('1');
  });

  it('that fails leaves the global limit to each client alone, and is told of', async () => {
    const lines: string[] = [];
    class Lines extends LineLogger {
      protected write({ message }: LogLine): void {
        lines.push(message);
      }
    }
    const broken = () => Promise.reject(new Error('store is down'));
    const nothing = { load: async () => undefined, save: async () => {} };
    const { clock, rest, wire } = scriptedRest(
      (_request, count) =>
        count === 1
          ? { status: 429, body: { retry_after: 2, global: true, message: 'slow down' } }
          : { body: { id: '1' } },
      {
        globalRequestsPerSecond: 3,
        logger: new Lines(),
        rateLimitStore: { takeGlobal: broken, blockGlobal: broken, ...nothing },
      },
    );
    const all = Promise.all(Array.from({ length: 4 }, (_, i) => rest.channels.get(String(i + 1))));
    await settle();
    expect(wire.sent).toHaveLength(3);
    await clock.advance(1_999);
    expect(wire.sent).toHaveLength(3);
    await clock.advance(1_001);
    await all;
    expect(wire.sent).toHaveLength(5);
    expect(lines.filter((line) => line === 'the global limit could not be shared').length).toBeGreaterThan(4);
  });
});
