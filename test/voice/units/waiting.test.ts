import { describe, expect, it } from '@jest/globals';
import { VirtualClock } from '../../../src/emulator/index.js';
import { Roster } from '../../../src/voice/connection/roster.js';
import { RetryQueue } from '../../../src/voice/dave/retry-queue.js';
import { Transitions } from '../../../src/voice/dave/transitions.js';

describe('Frames without a key', () => {
  it('are tried when the keys change, hurried before they are given up, and given up after half a second', async () => {
    const clock = new VirtualClock();
    const keys = new Set<number>();
    const log: string[] = [];
    const queue = new RetryQueue<number>({
      clock,
      retry: (frame) => keys.has(frame),
      onHurry: () => log.push(`hurry at ${clock.monotonicNow()}`),
      onGivenUp: (frame) => log.push(`gave up ${frame} at ${clock.monotonicNow()}`),
    });
    queue.push(1);
    await clock.advance(100);
    queue.push(2);
    keys.add(1);
    queue.flush();
    expect(queue.length).toBe(1);
    await clock.advance(1_000);
    expect(queue.length).toBe(0);
    expect(log.at(-1)).toBe('gave up 2 at 600');
    expect(log[0]).toBe('hurry at 350');
    expect(clock.pendingTimers).toBe(0);
  });

  it('are never more than it can hold', () => {
    let givenUp = 0;
    const queue = new RetryQueue<number>({
      clock: new VirtualClock(),
      retry: () => false,
      onHurry: () => {},
      onGivenUp: () => givenUp++,
    });
    for (let frame = 0; frame < 700; frame++) queue.push(frame);
    expect([queue.length, givenUp]).toEqual([500, 200]);
  });
});

describe('Transitions', () => {
  it('tell that the bot is ready, except for transition 0, and are executed at last', async () => {
    const clock = new VirtualClock();
    const ready: number[] = [];
    const done: string[] = [];
    const transitions = new Transitions({ clock, onReady: (id) => ready.push(id) });
    transitions.announce(0, 'commit', () => done.push('zero'));
    transitions.announce(4, 'commit', () => done.push('four'));
    transitions.announce(5, 'version', () => done.push('five'));
    expect([ready, done]).toEqual([[4, 5], ['zero']]);
    transitions.flush();
    expect(done).toEqual(['zero', 'four']);
    expect(transitions.execute(99)).toBe(false);
    await clock.advance(3_000);
    expect(done).toEqual(['zero', 'four', 'five']);
    expect(transitions.execute(5)).toBe(true);
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('The roster', () => {
  it('lets a source pass to somebody else, and a user come back with another', async () => {
    const clock = new VirtualClock();
    const gone: string[] = [];
    const roster = new Roster(clock, (userId) => gone.push(userId));
    roster.identify(1, 'alice');
    roster.identify(1, 'bob');
    expect(roster.userOf(1)).toBe('bob');
    roster.remove('bob');
    expect([roster.userOf(1), gone]).toEqual(['bob', []]);
    roster.identify(2, 'bob');
    expect([roster.userOf(1), roster.userOf(2), gone]).toEqual([undefined, 'bob', ['bob']]);
    await clock.advance(5_000);
    expect(roster.userOf(2)).toBe('bob');
    roster.clear();
    expect(gone).toEqual(['bob', 'alice', 'bob']);
    expect(clock.pendingTimers).toBe(0);
  });
});
