import { describe, expect, test } from '@jest/globals';
import { Cog } from '../../src/cogs/cog.js';
import { Listen } from '../../src/cogs/listen.js';
import { SlashCommand } from '../../src/commands/application/slash-command.js';
import { PrefixCommand } from '../../src/commands/prefix/prefix-command.js';
import { Injectable } from '../../src/di/injectable.js';
import { CogLoadError } from '../../src/errors/cog-load-error.js';
import { UnresolvableError } from '../../src/errors/unresolvable-error.js';
import type { Message } from '../../src/models/message.js';
import { CommandBench } from '../commands/support/command-bench.js';

const heard: string[] = [];

@Cog()
class Full {
  onLoad(): void {
    heard.push('loaded');
  }

  async onUnload(): Promise<void> {
    heard.push('unloaded');
  }

  @SlashCommand('Slash')
  slash(): void {}

  @PrefixCommand('Typed')
  typed(): void {}

  @Listen('messageCreate')
  listen(message: Message): void {
    heard.push(message.content);
  }

  @Listen('clientReady', { once: true })
  ready(): void {
    heard.push('ready');
  }
}

function registrations(bench: CommandBench): unknown[] {
  return [
    bench.application.all.map(({ qualifiedName }) => qualifiedName),
    bench.prefix.all.map(({ name }) => name),
    [...bench.events.heard()],
    bench.cogs.cogs.map(({ name }) => name),
  ];
}

describe('CogLoader', () => {
  test('an unload takes back everything the cog registered', async () => {
    heard.length = 0;
    const bench = new CommandBench();
    const before = registrations(bench);
    await bench.cogs.load(Full);
    expect(registrations(bench)).toEqual([['slash'], ['typed'], ['messageCreate', 'clientReady'], ['Full']]);
    await bench.cogs.unload(Full);
    expect(registrations(bench)).toEqual(before);
    expect(heard).toEqual(['loaded', 'unloaded']);
  });

  test('calls listeners, and those of one event once', () => {
    heard.length = 0;
    const bench = new CommandBench().add(Full);
    bench.events.emit('clientReady');
    bench.events.emit('clientReady');
    bench.events.emit('messageCreate', bench.host.models.message(bench.message('hello') as never));
    expect(heard).toEqual(['ready', 'hello']);
  });

  test('runs onLoad of cogs that were added, once, at open', async () => {
    heard.length = 0;
    const bench = new CommandBench().add(Full);
    expect(heard).toEqual([]);
    await bench.cogs.open();
    await bench.cogs.open();
    expect(heard).toEqual(['loaded']);
  });

  test('keeps a cog out whose onLoad rejects', async () => {
    @Cog()
    class Failing {
      async onLoad(): Promise<void> {
        throw new Error('no database');
      }

      @SlashCommand('x')
      run(): void {}
    }
    const bench = new CommandBench();
    await expect(bench.cogs.load(Failing)).rejects.toThrow(CogLoadError);
    bench.add(Failing);
    await expect(bench.cogs.open()).rejects.toThrow(/onLoad of Failing failed/);
    expect(bench.application.all).toEqual([]);
    expect(bench.cogs.cogs).toEqual([]);
  });

  test('reports a listener that throws or rejects with its cog and method, and goes on', async () => {
    @Cog({ name: 'Loud' })
    class Throwing {
      @Listen('clientReady')
      now(): void {
        throw new Error('at once');
      }

      @Listen('clientReady')
      async later(): Promise<void> {
        throw new Error('later');
      }
    }
    const bench = new CommandBench().add(Throwing);
    bench.events.emit('clientReady');
    await bench.tools.activity.whenIdle();
    await bench.clock.settle();
    expect(bench.log.map(({ message }) => message).sort()).toEqual([
      'listener "clientReady" (Loud.later) failed: later',
      'listener "clientReady" (Loud.now) failed: at once',
    ]);
  });

  test('refuses a class without @Cog, and one that is loaded already', () => {
    class Plain {}
    const bench = new CommandBench().add(Full);
    expect(() => bench.add(Plain)).toThrow(/Plain has no @Cog\(\) decorator/);
    expect(() => bench.add(Full)).toThrow(/Full is loaded already/);
  });

  test('says the chain and the cures when a cog cannot be built', () => {
    interface Database {
      readonly name: string;
    }
    @Injectable()
    class Store {
      constructor(readonly database: Database) {}
    }
    @Cog()
    class Warnings {
      constructor(readonly store: Store) {}
    }
    const attempt = (): unknown => new CommandBench().add(Warnings);
    expect(attempt).toThrow(UnresolvableError);
    expect(attempt).toThrow(/Warnings → Store.*inject\(Token\)/s);
  });

  test('gives back what the first surfaces took when a later one refuses', () => {
    @Cog()
    class Clash {
      @SlashCommand('Slash')
      unique(): void {}

      @PrefixCommand('Typed')
      typed(): void {}
    }
    const bench = new CommandBench().add(Full);
    const before = registrations(bench);
    expect(() => bench.add(Clash)).toThrow(/Full\.typed and Clash\.typed/);
    expect(registrations(bench)).toEqual(before);
  });

  test('swaps a cog while the old one answers until the new one is ready', async () => {
    const order: string[] = [];
    @Cog({ name: 'Shop' })
    class Old {
      @SlashCommand('x')
      run(): string {
        return 'old';
      }

      onUnload(): void {
        order.push('old unloaded');
      }
    }
    let open: () => void = () => undefined;
    @Cog({ name: 'Shop' })
    class New {
      @SlashCommand('x')
      run(): string {
        return 'new';
      }

      onLoad(): Promise<void> {
        return new Promise((resolve) => {
          open = resolve;
        });
      }
    }
    const bench = new CommandBench().add(Old);
    const swap = bench.cogs.replace(Old, New);
    expect(await bench.slash('run')).toMatchObject([{ content: 'old' }]);
    open();
    await swap;
    expect(await bench.slash('run')).toMatchObject([{ content: 'new' }]);
    expect(order).toEqual(['old unloaded']);
    const rebuilt = await (async () => {
      const again = bench.cogs.replace(New, New);
      open();
      return again;
    })();
    expect(bench.cogs.get(New)).toBe(rebuilt.instance);
    expect(bench.application.all).toHaveLength(1);
  });

  test('keeps the old cog, and ends the new one, when it clashes', async () => {
    const order: string[] = [];
    @Cog()
    class Clash {
      @SlashCommand('x')
      slash(): void {}

      onUnload(): void {
        order.push('ended');
      }
    }
    @Cog()
    class Other {
      @SlashCommand('x')
      other(): string {
        return 'still here';
      }
    }
    const bench = new CommandBench().add(Full, Other);
    const before = registrations(bench);
    await expect(bench.cogs.replace(Other, Clash)).rejects.toThrow(/Full\.slash and Clash\.slash/);
    expect(registrations(bench)).toEqual(before);
    expect(await bench.slash('other')).toMatchObject([{ content: 'still here' }]);
    expect(order).toEqual(['ended']);
  });
});
