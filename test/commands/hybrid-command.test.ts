import { describe, expect, test } from '@jest/globals';
import { Cog } from '../../src/cogs/cog.js';
import { CommandGroup } from '../../src/commands/application/command-group.js';
import type { Context } from '../../src/commands/context.js';
import { HybridCommand } from '../../src/commands/hybrid-command.js';
import { PrefixCommand } from '../../src/commands/prefix/prefix-command.js';
import type { PrefixContext } from '../../src/commands/prefix/prefix-context.js';
import { Cooldown } from '../../src/pipeline/limits/cooldown.js';
import { Option } from '../../src/schema/option.js';
import { CommandBench } from './support/command-bench.js';

class HelloOptions {
  @Option.string('Whom') name = 'world';
  @Option.list('Numbers', Option.integer('Number')) numbers: number[] = [];
}

@Cog()
class Hybrids {
  @HybridCommand({ description: 'Says hello', aliases: ['hi'] }, HelloOptions)
  hello(ctx: Context, { name, numbers }: HelloOptions): string {
    return `hello ${name} ${numbers.join('+')} from ${ctx.user.username}`;
  }

  @HybridCommand('Slow')
  @Cooldown({ uses: 1, perMs: 1000 })
  slow(): string {
    return 'ran';
  }
}

@Cog()
@CommandGroup('config', 'Settings')
class Config {
  @PrefixCommand(
    { description: 'Shows', fallback: true, aliases: ['list'] },
    { key: Option.string('x', { required: false }) },
  )
  show(ctx: PrefixContext, { key }: { key?: string }): string {
    return `${ctx.invokedWith}: ${key}`;
  }

  @PrefixCommand({ description: 'Adds', group: 'roles' }, { role: Option.string('x') })
  add(ctx: PrefixContext, { role }: { role: string }): string {
    return `${ctx.invokedWith}: ${role}`;
  }

  @HybridCommand({ description: 'Both', group: 'roles' })
  both(): string {
    return 'both';
  }
}

describe('hybrid commands', () => {
  test('are one handler on both surfaces', async () => {
    const bench = new CommandBench().add(Hybrids);
    const options = [
      { type: 3, name: 'name', value: 'Ada' },
      { type: 3, name: 'numbers', value: '1 2' },
    ];
    expect(await bench.slash('hello', options)).toMatchObject([{ content: 'hello Ada 1+2 from user2' }]);
    expect(await bench.say('!hello Ada 1 2')).toMatchObject([{ content: 'hello Ada 1+2 from user2' }]);
    expect(await bench.say('!hi')).toMatchObject([{ content: 'hello world  from user2' }]);
    expect(bench.application.get('hello')?.origin.kind).toBe('hybrid command');
  });

  test('count a cooldown over both surfaces', async () => {
    const bench = new CommandBench().add(Hybrids);
    expect(await bench.slash('slow')).toMatchObject([{ content: 'ran' }]);
    const timestamp = { id: String((BigInt(bench.clock.now() - 1_420_070_400_000) << 22n) + 1n) };
    expect((await bench.say('!slow', timestamp))[0]?.content).toMatch(/Slow down/);
  });
});

describe('groups of prefix commands', () => {
  test.each([
    ['!config show a', 'config show: a'],
    ['!config list a', 'config list: a'],
    ['!config', 'config: undefined'],
    ['!config other', 'config: other'],
    ['!config  roles   add mod', 'config roles add: mod'],
    ['!config roles both', 'both'],
  ])('%s', async (content, answer) => {
    expect(await new CommandBench().add(Config).say(content)).toMatchObject([{ content: answer }]);
  });

  test('have their slash commands in the same place', async () => {
    const bench = new CommandBench().add(Config);
    expect(await bench.slash('config roles both')).toMatchObject([{ content: 'both' }]);
    await bench.cogs.unload(Config);
    expect(await bench.say('!config')).toEqual([]);
    expect(bench.prefix.all).toEqual([]);
  });
});
