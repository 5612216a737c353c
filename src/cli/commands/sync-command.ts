import { Command } from 'commander';
import { openBots, tokenOf, withCommands } from '../entry/open-bots.js';
import type { Terminal } from '../terminal/terminal.js';
import { describePlan } from './describe-plan.js';
import { entryArgument } from './entry-argument.js';
import { addExamples } from './examples.js';
import { guildOption, syncScopes } from './guild-option.js';

interface SyncCommandOptions {
  readonly allowEmpty?: true;
  readonly force?: true;
  readonly guild?: readonly string[];
  readonly keep?: true;
}

/** `cogwork commands sync`: brings Discord to what the bot declares. */
export function syncCommand(terminal: Terminal): Command {
  const command = new Command('sync')
    .description('write the commands that differ to Discord, and delete those that are declared no more')
    .addArgument(entryArgument())
    .addOption(guildOption('write them as commands of this guild instead'))
    .option('--keep', 'delete nothing')
    .option('--force', 'write everything, without looking at what is there')
    .option('--allow-empty', 'delete all commands when the bot declares none')
    .action(async (given: string | undefined, options: SyncCommandOptions) => {
      const { bots } = await openBots(terminal, given);
      for (const found of bots) {
        const bot = withCommands(found);
        await bot.login(tokenOf(found).reveal());
        const plan = await bot.commands.sync({
          ...syncScopes(found, options.guild),
          allowEmpty: options.allowEmpty ?? false,
          deleteExisting: !options.keep,
          force: options.force ?? false,
        });
        if (plan.isEmpty) terminal.print('Discord has what the bot declares: nothing was written.');
        else terminal.print(...describePlan(plan, terminal.paint), '', 'Synced.');
      }
    });
  return addExamples(command, {
    'cogwork commands sync': 'the bot of this folder, as its option syncCommands says',
    'cogwork commands sync --guild 81384788765712384': 'into one guild, where changes show at once',
  });
}
