import { describe, expect, it } from '@jest/globals';
import { Activity } from '../../src/emulator/clock/activity.js';
import { VirtualClock } from '../../src/emulator/clock/virtual-clock.js';

describe('VirtualClock', () => {
  it('starts in 2026 and stands still', async () => {
    const clock = new VirtualClock();
    expect(new Date(clock.now()).toISOString()).toBe('2026-01-01T00:00:00.000Z');
    await clock.settle();
    expect(clock.monotonicNow()).toBe(0);
  });

  it('fires timers in the order of their moments, and of one moment in the order they were set', async () => {
    const clock = new VirtualClock();
    const fired: string[] = [];
    const note = (name: string) => () => fired.push(`${name}@${clock.monotonicNow()}`);
    clock.setTimeout(note('late'), 20);
    clock.setTimeout(note('first'), 10);
    clock.setTimeout(note('second'), 10);
    clock.clearTimeout(clock.setTimeout(note('never'), 5));
    expect(clock.pendingTimers).toBe(3);
    await clock.advance(30);
    expect(fired).toEqual(['first@10', 'second@10', 'late@20']);
    expect(clock.pendingTimers).toBe(0);
    expect(clock.monotonicNow()).toBe(30);
  });

  it('lets everything that a timer caused come to rest before the next one', async () => {
    const clock = new VirtualClock();
    const order: string[] = [];
    clock.setTimeout(() => {
      order.push('beat');
      setImmediate(() => setImmediate(() => order.push('ack')));
    }, 10);
    clock.setTimeout(() => order.push('next'), 11);
    await clock.advance('1s');
    expect(order).toEqual(['beat', 'ack', 'next']);
  });

  it('also fires timers that timers set on the way', async () => {
    const clock = new VirtualClock();
    let beats = 0;
    const beat = (): void => {
      beats++;
      clock.setTimeout(beat, 1000);
    };
    clock.setTimeout(beat, 1000);
    await clock.advance('1m');
    expect(beats).toBe(60);
  });

  it('waits for traffic, and loses patience with work that waits for time', async () => {
    const activity = new Activity();
    const clock = new VirtualClock({ activity });
    const done = activity.begin();
    let isDone = false;
    setTimeout(() => {
      isDone = true;
      done();
    }, 20);
    await clock.settle();
    expect(isDone).toBe(true);
    let isWorking = true;
    clock.addActivityProbe(() => isWorking, { name: 'handler' });
    clock.setTimeout(() => {
      isWorking = false;
    }, 5000);
    await clock.advance('5s');
    expect(isWorking).toBe(false);
  });

  it('refuses durations that are none', async () => {
    const clock = new VirtualClock();
    expect(() => clock.advance('soon')).toThrow(/no duration/);
    expect(() => clock.advance(-1)).toThrow(/no duration/);
  });

  it('keeps sorting thousands of timers', async () => {
    const clock = new VirtualClock();
    const seen: number[] = [];
    let state = 42;
    for (let i = 0; i < 2000; i++) {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      clock.setTimeout(() => seen.push(clock.monotonicNow()), state % 5000);
    }
    await clock.advance(5000);
    expect(seen).toHaveLength(2000);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});
