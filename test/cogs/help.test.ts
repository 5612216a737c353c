import { describe, expect, test } from '@jest/globals';
import { Cog } from '../../src/cogs/cog.js';
import { Help } from '../../src/cogs/help.js';
import { CommandGroup } from '../../src/commands/application/command-group.js';
import { HelpText } from '../../src/commands/prefix/help-text.js';
import { PrefixCommand } from '../../src/commands/prefix/prefix-command.js';
import { PrefixCommandRegistry } from '../../src/commands/prefix/prefix-command-registry.js';
import { toPages } from '../../src/commands/prefix/text-pages.js';
import { Check } from '../../src/pipeline/checks/check.js';
import { Option } from '../../src/schema/option.js';
import { CommandBench } from '../commands/support/command-bench.js';

class RollOptions {
  @Option.integer('How many sides') sides!: number;
  @Option.integer('How many dice') count = 1;
}

@Cog({ name: 'Dice', description: 'Chance' })
class Dice {
  @PrefixCommand('Rolls dice', RollOptions, { aliases: ['r'] })
  roll(): void {}

  @PrefixCommand({ description: 'Secret', hidden: true })
  cheat(): void {}

  @PrefixCommand('For others')
  @Check(() => false)
  refused(): void {}
}

@Cog()
@CommandGroup('config', 'Settings')
class Config {
  @PrefixCommand('Shows')
  show(): void {}
}

function setUp(): CommandBench {
  const bench = new CommandBench();
  bench.container.registerValue(PrefixCommandRegistry, bench.prefix);
  return bench.add(Help, Dice, Config);
}

const ask = async (bench: CommandBench, content: string): Promise<string | undefined> =>
  (await bench.say(content))[0]?.content;

describe('help', () => {
  test('lists commands by cog, without hidden ones and those whose checks refuse', async () => {
    expect(await ask(setUp(), '!help')).toBe(
      [
        '**Help** – Tells what there is',
        '`!help` – Tells what there is, or more about one command',
        '',
        '**Dice** – Chance',
        '`!roll` – Rolls dice',
        '',
        '**Config**',
        '`!config show` – Shows',
        '',
        '`!help <command>` tells more about one.',
      ].join('\n'),
    );
  });

  test.each([
    [
      '!help roll',
      [
        '`!roll <sides> [count]`',
        'Rolls dice',
        'Also: r',
        '`sides` – How many sides',
        '`count` – How many dice (1 unless given)',
      ],
    ],
    ['!help config', ['**!config**', '`!config show` – Shows']],
    ['!help Dice', ['**Dice** – Chance', '`!roll` – Rolls dice']],
    ['!help rol', ['There is no command "rol". Did you mean "roll"?']],
    ['!help refused', ['There is no command "refused".']],
  ])('%s', async (content, lines) => {
    expect(await ask(setUp(), content)).toBe(lines.join('\n'));
  });

  test('is written by the class that is registered for it', async () => {
    class Shouting extends HelpText {
      override overview(): readonly string[] {
        return ['HELP YOURSELF'];
      }
    }
    const bench = new CommandBench();
    bench.container.registerValue(PrefixCommandRegistry, bench.prefix).registerClass(HelpText, Shouting);
    bench.add(Help);
    expect(await ask(bench, '!help')).toBe('HELP YOURSELF');
  });
});

describe('toPages', () => {
  test('fills pages, cuts only what is longer than one, and gives none for nothing', () => {
    expect(toPages(['aaa', 'bbb', 'cc', 'dddddddddd'], 7)).toEqual(['aaa\nbbb', 'cc', 'ddddddd', 'ddd']);
    expect(toPages([])).toEqual([]);
  });
});
