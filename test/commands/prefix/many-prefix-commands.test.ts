import { describe, expect, test } from '@jest/globals';
import { Cog } from '../../../src/cogs/cog.js';
import { PrefixCommand } from '../../../src/commands/prefix/prefix-command.js';
import type { Constructor } from '../../../src/types/type-tools.js';
import { CommandBench } from '../support/command-bench.js';

/** Cog with `count` commands, each with an alias. */
function cogWith(count: number): Constructor {
  class Many {}
  for (let index = 0; index < count; index++) {
    const descriptor = { configurable: true, value: () => `ran ${index}` };
    const name = `run-${index}`;
    Object.defineProperty(Many.prototype, `run${index}`, descriptor);
    PrefixCommand({ name, aliases: [`r${index}`], description: 'x' })(
      Many.prototype,
      `run${index}`,
      descriptor,
    );
  }
  Cog()(Many);
  return Many;
}

const milliseconds = async (work: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Fastest of several rounds: what else the machine does only ever adds. */
const fastest = async (bench: CommandBench, text: string): Promise<number> => {
  const rounds: number[] = [];
  for (let round = 0; round < 5; round++) {
    rounds.push(
      await milliseconds(async () => {
        for (let use = 0; use < 200; use++) await bench.say(text);
      }),
    );
  }
  return Math.min(...rounds);
};

describe('a thousand prefix commands', () => {
  test('are all found, by name and by alias', async () => {
    const bench = new CommandBench().add(cogWith(1000));
    expect(bench.prefix.all).toHaveLength(1000);
    expect(await bench.say('!run-999')).toMatchObject([{ content: 'ran 999' }]);
    expect(await bench.say('!r501')).toMatchObject([{ content: 'ran 501' }]);
    expect(await bench.say('!run-1000')).toEqual([]);
  });

  test('cost no more to dispatch than one', async () => {
    const [few, many] = [new CommandBench().add(cogWith(2)), new CommandBench().add(cogWith(1000))];
    await fastest(few, '!run-1');
    const [one, thousand] = [await fastest(few, '!run-1'), await fastest(many, '!run-1')];
    expect(thousand).toBeLessThan(one * 3 + 5);
  });

  test('are all gone when their cog is', async () => {
    const cog = cogWith(1000);
    const bench = new CommandBench().add(cog);
    await bench.cogs.unload(cog);
    expect(bench.prefix.all).toEqual([]);
    expect(await bench.say('!r1')).toEqual([]);
    expect([...bench.events.heard()]).toEqual([]);
  });
});
