import { beforeEach, describe, expect, test } from '@jest/globals';
import { Bot, Cog, OnError, Task } from 'cogwork';
import { testBot } from 'cogwork/testing';

const log: string[] = [];

@Cog()
class Jobs {
  @Task({ every: '1m', before: 'prepare', after: 'cleanUp', error: 'failed' })
  async work(): Promise<void> {
    log.push('run');
    if (log.filter((line) => line === 'run').length === 2) throw new RangeError('second');
    if (log.filter((line) => line === 'run').length === 3) throw new TypeError('third');
  }

  async prepare(): Promise<void> {
    log.push('prepared');
  }

  cleanUp(): void {
    log.push('cleaned up');
  }

  failed(error: Error): boolean {
    log.push(`failed: ${error.message}`);
    return error instanceof RangeError;
  }

  @OnError(TypeError)
  type(_ctx: unknown, error: Error): void {
    log.push(`passed on: ${error.message}`);
  }
}

beforeEach(() => {
  log.length = 0;
});

describe('hooks of a task', () => {
  test('run once around all its runs, and its errors come to its own handler first', async () => {
    await using world = await testBot({ cogs: [Jobs] });
    await world.clock.advance('3m');
    expect(log).toEqual([
      'prepared',
      'run',
      'run',
      'failed: second',
      'run',
      'failed: third',
      'passed on: third',
      'run',
    ]);
    await world.bot.removeCog(Jobs);
    expect(log.at(-1)).toBe('cleaned up');
    expect(log.filter((line) => line === 'cleaned up')).toHaveLength(1);
  });

  test('run again at a restart', async () => {
    await using world = await testBot({ cogs: [Jobs] });
    await world.clock.advance('1s');
    world.bot.tasks.get('Jobs.work')!.restart();
    await world.clock.advance('1s');
    expect(log.slice(0, 5)).toEqual(['prepared', 'run', 'cleaned up', 'prepared', 'run']);
  });

  test('keep the task from beginning when the first fails', async () => {
    await using world = await testBot();
    const runs: string[] = [];
    const before = (): never => {
      throw new Error('no database');
    };
    world.bot.task({ every: '1m', before }, () => runs.push('run'));
    await world.clock.advance('3m');
    expect(runs).toEqual([]);
    expect(world.logs.of('error')).toMatchObject([{ message: expect.stringContaining('no database') }]);
  });

  test('have to exist', () => {
    @Cog()
    class Wrong {
      @Task({ every: '1m', before: 'nothing' })
      work(): void {}
    }
    expect(() => new Bot({ cogs: [Wrong] })).toThrow(/^Wrong\.work: the class has no method "nothing"/);
  });
});
