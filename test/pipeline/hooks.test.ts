import { describe, expect, test } from '@jest/globals';
import { Cog } from '../../src/cogs/cog.js';
import { Listen } from '../../src/cogs/listen.js';
import { SlashCommand } from '../../src/commands/application/slash-command.js';
import { CheckError } from '../../src/errors/check-error.js';
import { CheckFailedError } from '../../src/errors/check-failed-error.js';
import { UserFacingError } from '../../src/errors/user-facing-error.js';
import { Check } from '../../src/pipeline/checks/check.js';
import type { CommandResult } from '../../src/pipeline/hooks.js';
import { After, Before, OnError } from '../../src/pipeline/hooks.js';
import { CommandBench } from '../commands/support/command-bench.js';

const log: string[] = [];

class DiskError extends Error {}

@Cog()
class Hooked {
  @Before()
  before(): void {
    log.push('before');
  }

  @Before({ for: 'fails' })
  beforeFails(): void {
    log.push('before fails');
  }

  @After()
  after(_ctx: unknown, result: CommandResult): void {
    log.push(`after ${result.ok ? result.value : (result.error as Error).message}`);
  }

  @SlashCommand('x')
  works(): string {
    log.push('works');
    return 'fine';
  }

  @SlashCommand('x')
  fails(): string {
    throw new DiskError('disk full');
  }

  @SlashCommand('x')
  @Check(() => false)
  refused(): string {
    return 'never';
  }

  @SlashCommand('x')
  special(): string {
    throw new DiskError('special disk');
  }

  @SlashCommand('x')
  passedOn(): string {
    throw new TypeError('not mine');
  }

  @OnError(DiskError, { for: 'special' })
  onSpecial(_ctx: unknown, error: DiskError): string {
    return `method: ${error.message}`;
  }

  @OnError(Error)
  onAny(_ctx: unknown, error: Error): string | false {
    return error instanceof TypeError ? false : `any: ${error.message}`;
  }

  @OnError(CheckError)
  onCheck(): string {
    return 'check';
  }

  @OnError(UserFacingError)
  onUser(): string {
    return 'user facing';
  }

  @Listen('clientReady')
  ready(): void {
    throw new DiskError('in a listener');
  }
}

describe('hooks', () => {
  test('run around the handler, with its result', async () => {
    log.length = 0;
    await new CommandBench().add(Hooked).slash('works');
    expect(log).toEqual(['before', 'works', 'after fine']);
  });

  test('for one handler run for it alone; after hooks run although it failed', async () => {
    log.length = 0;
    await new CommandBench().add(Hooked).slash('fails');
    expect(log).toEqual(['before', 'before fails', 'after disk full']);
  });

  test('do not run when a check refused', async () => {
    log.length = 0;
    await new CommandBench().add(Hooked).slash('refused');
    expect(log).toEqual([]);
  });

  test('of the bot stand outside those of the cog', async () => {
    log.length = 0;
    const bench = new CommandBench().add(Hooked);
    bench.tools.botSteps!.addHook({
      before: (_ctx, { name }) => log.push(`bot before ${name}`),
      after: (_ctx, { ok }) => log.push(`bot after ${ok}`),
    });
    await bench.slash('works');
    expect(log).toEqual(['bot before works', 'before', 'works', 'after fine', 'bot after true']);
  });

  test('that fail before keep the handler from running; that fail after do not take its answer back', async () => {
    @Cog()
    class Failing {
      @Before({ for: 'first' })
      before(): void {
        throw new Error('before failed');
      }

      @After()
      after(): void {
        throw new Error('after failed');
      }

      @SlashCommand('x')
      first(): string {
        return 'ran';
      }

      @SlashCommand('x')
      second(): string {
        return 'ran';
      }
    }
    const bench = new CommandBench().add(Failing);
    expect((await bench.slash('first'))[0]?.content).toMatch(/went wrong/);
    expect(await bench.slash('second')).toMatchObject([{ content: 'ran' }]);
    expect(bench.log.map(({ message }) => message)).toEqual([
      'slash command "first" (Failing.first) failed: before failed',
      'slash command "second" (Failing.second) failed: after failed',
    ]);
  });
});

describe('error handlers', () => {
  test.each([
    ['fails', 'any: disk full'],
    ['special', 'method: special disk'],
    ['refused', 'check'],
  ])('of the cog take the error of /%s, the most specific class first', async (name, expected) => {
    const bench = new CommandBench().add(Hooked);
    expect(await bench.slash(name)).toMatchObject([{ content: expected }]);
    expect(bench.log).toEqual([]);
  });

  test('that return false pass the error on to the bot, then to the log', async () => {
    const bench = new CommandBench().add(Hooked);
    const seen: string[] = [];
    const remove = bench.tools.errors.add({
      errorClass: TypeError,
      handle: (_ctx, error, origin) => void seen.push(`${origin.cog}.${origin.method}: ${error.message}`),
    });
    await bench.slash('passed-on');
    expect(seen).toEqual(['Hooked.passedOn: not mine']);
    expect(bench.log).toEqual([]);
    remove();
    await bench.slash('passed-on');
    expect(bench.log).toMatchObject([
      { message: 'slash command "passed-on" (Hooked.passedOn) failed: not mine' },
    ]);
  });

  test('that fail are logged, and the next one is asked', async () => {
    @Cog()
    class Broken {
      @SlashCommand('x')
      run(): void {
        throw new CheckFailedError('refused');
      }

      @OnError(CheckFailedError)
      onError(): void {
        throw new Error('handler broken');
      }
    }
    const bench = new CommandBench().add(Broken);
    expect(await bench.slash('run')).toMatchObject([{ content: 'refused' }]);
    expect(bench.log).toMatchObject([{ message: 'An error handler failed' }]);
  });

  test('hear of listeners of their cog', async () => {
    const bench = new CommandBench().add(Hooked);
    bench.events.emit('clientReady');
    await bench.clock.settle();
    expect(bench.log).toEqual([]);
  });
});
