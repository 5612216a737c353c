import { describe, expect, it, jest } from '@jest/globals';
import { WaitTimeoutError } from '../../src/errors/wait-timeout-error.js';
import { EventBus } from '../../src/events/event-bus.js';
import type { EventMap } from '../../src/events/event-map.js';
import { ManualClock } from '../dispatch/dispatch-scene.js';

declare module '../../src/events/event-map.js' {
  interface EventMap {
    levelUp: [name: string, level: number];
  }
}

function makeBus() {
  const clock = new ManualClock();
  const onListenerError = jest.fn();
  return { clock, onListenerError, bus: new EventBus({ clock, onListenerError }) };
}

describe('EventBus', () => {
  it('calls listeners in the order of registration, with events of users typed', () => {
    const { bus } = makeBus();
    const heard: unknown[] = [];
    bus.on('levelUp', (name, level) => heard.push(['first', name.toUpperCase(), level + 1]));
    bus.on('levelUp', (...args: EventMap['levelUp']) => heard.push(['second', ...args]));
    bus.emit('levelUp', 'alice', 3);
    expect(heard).toEqual([
      ['first', 'ALICE', 4],
      ['second', 'alice', 3],
    ]);
  });

  it('reports who threw, also later, and goes on with the others', async () => {
    const { bus, onListenerError } = makeBus();
    const origin = { cog: 'Maths', method: 'hello' };
    const reached = jest.fn();
    bus.on('guildsReady', () => {
      throw new Error('at once');
    });
    bus.on('guildsReady', () => Promise.reject(new Error('later')), origin);
    bus.on('guildsReady', reached);
    bus.emit('guildsReady', 0);
    await Promise.resolve();
    await Promise.resolve();
    expect(reached).toHaveBeenCalledWith(0);
    expect(onListenerError.mock.calls).toEqual([
      [new Error('at once'), 'guildsReady', undefined],
      [new Error('later'), 'guildsReady', origin],
    ]);
  });

  it('lets a listener remove itself, and hears once only once', () => {
    const { bus } = makeBus();
    const heard: string[] = [];
    const stop = bus.on('clientReady', () => {
      heard.push('self-removing');
      stop();
    });
    bus.once('clientReady', () => heard.push('once'));
    const always = (): unknown => heard.push('always');
    bus.on('clientReady', always);
    bus.emit('clientReady');
    bus.emit('clientReady');
    bus.off('clientReady', always);
    bus.emit('clientReady');
    expect(heard).toEqual(['self-removing', 'once', 'always', 'always']);
    expect(bus.has('clientReady')).toBe(false);
  });

  it('announces the first and the last listener of an event, and knows the origins', () => {
    const { bus } = makeBus();
    const observer = jest.fn();
    const stopObserving = bus.onInterestChange(observer);
    const stops = [bus.on('clientReady', () => {}, { cog: 'A' }), bus.on('clientReady', () => {})];
    expect(observer).toHaveBeenCalledTimes(1);
    expect(bus.listenerOrigins('clientReady')).toEqual([{ cog: 'A' }]);
    expect([...bus.heard()]).toEqual(['clientReady']);
    for (const stop of stops) stop();
    expect(observer).toHaveBeenCalledTimes(2);
    stopObserving();
    bus.on('clientReady', () => {});
    expect(observer).toHaveBeenCalledTimes(2);
  });
});

describe('waitFor', () => {
  it('gives the argument of the first event that passes the check', async () => {
    const { bus } = makeBus();
    const waiting = bus.waitFor('guildsReady', (shardId) => shardId > 1);
    bus.emit('guildsReady', 1);
    bus.emit('guildsReady', 2);
    await expect(waiting).resolves.toBe(2);
    expect(bus.has('guildsReady')).toBe(false);
  });

  it('gives two arguments as a list', async () => {
    const { bus } = makeBus();
    const waiting = bus.waitFor('levelUp');
    bus.emit('levelUp', 'alice', 3);
    const [name, level] = await waiting;
    expect([name, level]).toEqual(['alice', 3]);
  });

  it('rejects after its time, on abort, and when the check throws, leaving nothing behind', async () => {
    const { bus, clock } = makeBus();
    const late = bus.waitFor('clientReady', undefined, { timeoutMs: 30_000 });
    clock.advance(30_000);
    await expect(late).rejects.toThrow(WaitTimeoutError);
    const controller = new AbortController();
    const aborted = bus.waitFor('clientReady', undefined, { signal: controller.signal, timeoutMs: 5 });
    controller.abort(new Error('enough'));
    await expect(aborted).rejects.toThrow('enough');
    await expect(bus.waitFor('clientReady', undefined, { signal: controller.signal })).rejects.toThrow(
      'enough',
    );
    const broken = bus.waitFor('guildsReady', () => {
      throw new Error('bad check');
    });
    bus.emit('guildsReady', 1);
    await expect(broken).rejects.toThrow('bad check');
    expect([bus.has('clientReady'), bus.has('guildsReady'), clock.pendingTimers]).toEqual([false, false, 0]);
  });
});

describe('stream', () => {
  it('gives events in their order, those that came meanwhile included, and stops hearing when left', async () => {
    const { bus } = makeBus();
    const heard: number[] = [];
    const stream = bus.stream('guildsReady');
    bus.emit('guildsReady', 1);
    bus.emit('guildsReady', 2);
    for await (const [shardId] of stream) {
      heard.push(shardId);
      if (shardId === 2) bus.emit('guildsReady', 3);
      if (shardId === 3) break;
    }
    expect(heard).toEqual([1, 2, 3]);
    expect(bus.has('guildsReady')).toBe(false);
  });

  it('ends when its signal is aborted', async () => {
    const { bus } = makeBus();
    const controller = new AbortController();
    const next = bus.stream('clientReady', { signal: controller.signal }).next();
    controller.abort();
    await expect(next).resolves.toEqual({ done: true, value: undefined });
    expect(bus.has('clientReady')).toBe(false);
  });
});
