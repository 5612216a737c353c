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

describe('a thousand prefix commands', () => {
  test('are all found, by name and by alias', async () => {
    const bench = new CommandBench().add(cogWith(1000));
    expect(bench.prefix.all).toHaveLength(1000);
    expect(await bench.say('!run-999')).toMatchObject([{ content: 'ran 999' }]);
    expect(await bench.say('!r501')).toMatchObject([{ content: 'ran 501' }]);
    expect(await bench.say('!run-1000')).toEqual([]);
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
