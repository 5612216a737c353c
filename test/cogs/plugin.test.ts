import { describe, expect, test } from '@jest/globals';
import { Cog } from '../../src/cogs/cog.js';
import type { Plugin } from '../../src/cogs/plugin.js';
import { installPlugins } from '../../src/cogs/plugin.js';
import { SlashCommand } from '../../src/commands/application/slash-command.js';
import { PluginError } from '../../src/errors/plugin-error.js';
import { CommandBench } from '../commands/support/command-bench.js';

@Cog()
class Added {
  @SlashCommand('x')
  added(): string {
    return 'added';
  }

  @SlashCommand('x')
  breaks(): void {
    throw new RangeError('too far');
  }
}

function setUp(...plugins: readonly Plugin[]) {
  const bench = new CommandBench();
  const { botSteps, errors } = bench.tools;
  const { cogs, container, events } = bench;
  const failures: unknown[] = [];
  const onCloseFailed = (error: unknown): void => void failures.push(error);
  return {
    bench,
    failures,
    install: () =>
      installPlugins(plugins, { botSteps: botSteps!, cogs, container, errors, events, onCloseFailed }),
  };
}

describe('plugins', () => {
  test('add cogs, checks, hooks and error handlers, and are undone in reverse', async () => {
    const log: string[] = [];
    const plugin: Plugin = {
      name: 'everything',
      install(host) {
        host.addCog(Added);
        host.addCheck(() => void log.push('check'));
        host.addHook({ after: (_ctx, { ok }) => log.push(`after ${ok}`) });
        host.addErrorHandler({
          errorClass: RangeError,
          handle: (_ctx, error) => void log.push(error.message),
        });
        host.onClose(() => log.push('first undone last'));
        host.onClose(() => log.push('last undone first'));
      },
    };
    const { bench, install } = setUp(plugin);
    const close = install();
    expect(await bench.slash('added')).toMatchObject([{ content: 'added' }]);
    await bench.slash('breaks');
    expect(log.splice(0)).toEqual(['check', 'after true', 'check', 'after false', 'too far']);
    await close();
    expect(log.splice(0)).toEqual(['last undone first', 'first undone last']);
    expect(bench.application.all).toEqual([]);
    bench.add(Added);
    await bench.slash('breaks');
    expect(log).toEqual([]);
    expect(bench.log).toHaveLength(1);
  });

  test('that fail are named, and what was added before is taken back', () => {
    const { bench, install } = setUp(
      { name: 'good', install: (host) => host.addCog(Added) },
      {
        name: 'bad',
        install() {
          throw new Error('no key');
        },
      },
    );
    expect(install).toThrow(PluginError);
    expect(install).toThrow(/Plugin "bad" could not be installed: no key/);
    expect(bench.application.all).toEqual([]);
  });
});
