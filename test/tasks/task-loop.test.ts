import { describe, expect, test } from '@jest/globals';
import { Cog } from '../../src/cogs/cog.js';
import { CogLoader } from '../../src/cogs/cog-loader.js';
import { Task } from '../../src/cogs/task.js';
import { TaskSurface } from '../../src/cogs/task-surface.js';
import { InvalidDefinitionError } from '../../src/errors/invalid-definition-error.js';
import { InvalidScheduleError } from '../../src/errors/invalid-schedule-error.js';
import { TaskRunningError } from '../../src/errors/task-running-error.js';
import { OnError } from '../../src/pipeline/hooks.js';
import { createSchedule } from '../../src/tasks/schedule.js';
import type { TaskOptions } from '../../src/tasks/task-loop.js';
import { TaskLoop } from '../../src/tasks/task-loop.js';
import { CommandBench } from '../commands/support/command-bench.js';
import { ManualClock } from '../gateway/support/manual-clock.js';

function setUp(options: TaskOptions, work: (clock: ManualClock, run: number) => unknown = () => undefined) {
  const clock = new ManualClock();
  const startMs = clock.now();
  const ranAt: number[] = [];
  const errors: unknown[] = [];
  const body = (): unknown => {
    ranAt.push(clock.now() - startMs);
    return work(clock, ranAt.length);
  };
  const task = new TaskLoop(options, { body, clock, onError: (error) => errors.push(error) });
  return { clock, errors, ranAt, task };
}

const takes = (ms: number) => (clock: ManualClock) =>
  new Promise<void>((resolve) => clock.setTimeout(() => resolve(), ms));

describe('TaskLoop', () => {
  test('runs at once and then at its interval', async () => {
    const { clock, ranAt, task } = setUp({ every: '10s' });
    task.start();
    expect(task.isRunning).toBe(true);
    await clock.advance(30_000);
    expect(ranAt).toEqual([0, 10_000, 20_000, 30_000]);
    expect(task.nextRunAt?.getTime()).toBe(clock.now() + 10_000);
  });

  test('waits for its first moment when told', async () => {
    const { clock, ranAt, task } = setUp({ every: 10_000, runAtStart: false });
    task.start();
    await clock.advance(10_000);
    expect(ranAt).toEqual([10_000]);
  });

  test('does not drift, and does not make up for moments missed', async () => {
    const { clock, ranAt, task } = setUp({ every: 1000 }, (each, run) =>
      run === 2 ? takes(3500)(each) : undefined,
    );
    task.start();
    await clock.advance(7000);
    expect(ranAt).toEqual([0, 1000, 4500, 5500, 6500]);
  });

  test.each([
    ['skip', [0, 2000, 4000]],
    ['allow', [0, 1000, 2000, 3000, 4000]],
    ['wait', [0, 1500, 3000]],
  ] as const)('lets a long run %s', async (overlap, expected) => {
    const { clock, ranAt, task } = setUp({ every: 1000, overlap }, takes(1500));
    task.start();
    await clock.advance(4000);
    expect(ranAt).toEqual(expected);
  });

  test('stops by itself after its count', async () => {
    const { clock, ranAt, task } = setUp({ every: 1000, count: 2 });
    task.start();
    await clock.advance(10_000);
    expect(ranAt).toEqual([0, 1000]);
    expect(task.isRunning).toBe(false);
    expect(clock.pendingTimers).toBe(0);
  });

  test('goes on after a failure, and says it', async () => {
    const { clock, errors, ranAt, task } = setUp({ every: 1000 }, (_clock, run) => {
      if (run === 2) throw new Error('once');
    });
    task.start();
    await clock.advance(2000);
    expect(ranAt).toHaveLength(3);
    expect(errors).toMatchObject([{ message: 'once' }]);
    expect(task.failures).toBe(1);
  });

  test('tries again, later each time, before it says that it failed', async () => {
    const { clock, errors, ranAt, task } = setUp({ every: '1h', retries: 3 }, () =>
      Promise.reject(new Error('down')),
    );
    task.start();
    await clock.advance(60_000);
    expect(ranAt).toEqual([0, 1000, 3000, 7000]);
    expect(errors).toHaveLength(1);
  });

  test('stops at a failure when told', async () => {
    const { clock, ranAt, task } = setUp({ every: 1000, stopOnError: true }, () =>
      Promise.reject(new Error('down')),
    );
    task.start();
    await clock.advance(5000);
    expect(ranAt).toEqual([0]);
    expect(task.isRunning).toBe(false);
  });

  test('stops, cancels tries, restarts, and cannot be started twice', async () => {
    const { clock, errors, ranAt, task } = setUp({ every: 1000, retries: 5 }, () =>
      Promise.reject(new Error('down')),
    );
    task.start();
    expect(() => task.start()).toThrow(TaskRunningError);
    await clock.advance(1500);
    task.cancel();
    await clock.advance(60_000);
    expect(ranAt).toEqual([0, 1000]);
    expect(errors).toEqual([]);
    expect(clock.pendingTimers).toBe(0);
    task.restart();
    await clock.settle();
    await clock.advance(0);
    expect(ranAt).toHaveLength(3);
    task.cancel();
  });

  test('changes its interval while it waits', async () => {
    const { clock, ranAt, task } = setUp({ every: '1h' });
    task.start();
    await clock.advance(1000);
    task.changeSchedule({ every: 5000 });
    await clock.advance(9000);
    expect(ranAt).toEqual([0, 5000, 10_000]);
  });
});

describe('schedules', () => {
  const at = (text: string): number => Date.parse(text);

  test('by cron follow the time zone over its change of clocks', () => {
    const schedule = createSchedule({ cron: '0 9 * * *', timezone: 'Europe/Paris' });
    const before = schedule.next(at('2026-03-28T07:00:00Z'), undefined)!;
    expect(new Date(before).toISOString()).toBe('2026-03-28T08:00:00.000Z');
    expect(new Date(schedule.next(before, before)!).toISOString()).toBe('2026-03-29T07:00:00.000Z');
  });

  test('at times of day take the next of several', () => {
    const schedule = createSchedule({ at: ['09:30', '18:00:05'] });
    const first = schedule.next(at('2026-01-01T09:30:00Z'), undefined)!;
    expect(new Date(first).toISOString()).toBe('2026-01-01T18:00:05.000Z');
    expect(new Date(schedule.next(first, first)!).toISOString()).toBe('2026-01-02T09:30:00.000Z');
  });

  test.each<TaskOptions>([
    { every: 'soon' },
    { every: 0 },
    { every: -5 },
    { cron: 'not a pattern' },
    { cron: '0 9 * * *', timezone: 'Mars/Olympus' },
    { at: '25:00' },
    { at: 'noon' },
  ])('%j cannot be read', (settings) => {
    expect(() => createSchedule(settings)).toThrow(InvalidScheduleError);
  });
});

describe('@Task', () => {
  @Cog()
  class Sweeper {
    ran = 0;
    readonly errors: string[] = [];

    @Task({ every: '1m' })
    sweep(): void {
      this.ran += 1;
      if (this.ran === 2) throw new Error('dust');
    }

    @OnError(Error)
    onError(_ctx: undefined, error: Error): void {
      this.errors.push(error.message);
    }
  }

  function withTasks() {
    const bench = new CommandBench();
    const tasks = new TaskSurface(bench.events, bench.tools);
    const cogs = new CogLoader({ container: bench.container, surfaces: [tasks] });
    return { bench, cogs, tasks };
  }

  test('runs from when the bot is ready until its cog is unloaded', async () => {
    const { bench, cogs, tasks } = withTasks();
    const cog = cogs.add(Sweeper).instance as Sweeper;
    await bench.clock.advance(120_000);
    expect(cog.ran).toBe(0);
    bench.events.emit('clientReady');
    await bench.clock.advance(120_000);
    expect(cog.ran).toBe(3);
    expect(cog.errors).toEqual(['dust']);
    expect(tasks.get('Sweeper', 'sweep')?.runs).toBe(3);
    await cogs.unload(Sweeper);
    await bench.clock.advance(120_000);
    expect(cog.ran).toBe(3);
    expect(bench.clock.pendingTimers).toBe(0);
    await cogs.load(Sweeper);
    await bench.clock.advance(0);
    expect(cogs.get(Sweeper)?.ran).toBe(1);
    await cogs.unload(Sweeper);
  });

  test('is refused at registration when its schedule cannot be read', () => {
    @Cog()
    class Wrong {
      @Task({ cron: 'whenever' })
      run(): void {}
    }
    const { cogs } = withTasks();
    expect(() => cogs.add(Wrong)).toThrow(InvalidDefinitionError);
    expect(() => cogs.add(Wrong)).toThrow(/^Wrong\.run: "whenever"/);
  });
});
