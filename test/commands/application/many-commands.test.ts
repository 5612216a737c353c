import { describe, expect, test } from '@jest/globals';
import { Cog } from '../../../src/cogs/cog.js';
import { CommandGroup } from '../../../src/commands/application/command-group.js';
import { SlashCommand } from '../../../src/commands/application/slash-command.js';
import type { Constructor } from '../../../src/types/type-tools.js';
import { CommandBench } from '../support/command-bench.js';

/** Cog with a group of `count` commands. */
function groupCog(group: string, count: number): Constructor {
  class Group {}
  for (let index = 0; index < count; index++) {
    const descriptor = { configurable: true, value: () => `${group} ${index}` };
    Object.defineProperty(Group.prototype, `run${index}`, descriptor);
    SlashCommand({ name: `run-${index}`, description: 'x' })(Group.prototype, `run${index}`, descriptor);
  }
  CommandGroup(group, 'x')(Group);
  Cog({ name: group })(Group);
  return Group;
}

describe('a thousand commands', () => {
  test('are registered, and each is found', async () => {
    const cogs = Array.from({ length: 40 }, (_, index) => groupCog(`group-${index}`, 25));
    const bench = new CommandBench();
    bench.add(...cogs);
    expect(bench.application.all).toHaveLength(1000);
    expect(await bench.slash('group-39 run-24')).toMatchObject([{ content: 'group-39 24' }]);
    expect(await bench.slash('group-0 run-0')).toMatchObject([{ content: 'group-0 0' }]);
  });

  test('are refused when one group has more than 25', () => {
    expect(() => new CommandBench().add(groupCog('group', 26))).toThrow(
      /^group\.run25: is one too many below "group"/,
    );
  });

  test('are all gone when their cogs are', async () => {
    const cog = groupCog('group', 25);
    const bench = new CommandBench().add(cog);
    await bench.cogs.unload(cog);
    expect(bench.application.all).toEqual([]);
    expect(bench.application.toWire(undefined)).toEqual([]);
  });
});
