import { Command } from 'commander';
import { openBots, tokenOf, withCommands } from '../entry/open-bots.js';
import type { Terminal } from '../terminal/terminal.js';
import { countChanges, describePlan } from './describe-plan.js';
import { entryArgument } from './entry-argument.js';
import { addExamples } from './examples.js';
import { guildOption, syncScopes } from './guild-option.js';

interface PlanOptions {
  readonly check?: true;
  readonly guild?: readonly string[];
  readonly json?: true;
}

/** `cogwork commands plan`: what a sync would do. */
export function planCommand(terminal: Terminal): Command {
  const command = new Command('plan')
    .description('show how the commands at Discord differ from what the bot declares; change nothing')
    .addArgument(entryArgument())
    .addOption(guildOption('compare with the commands of this guild instead'))
    .option('--check', 'exit with 1 when something differs')
    .option('--json', 'print JSON')
    .action(async (given: string | undefined, { check, guild, json }: PlanOptions) => {
      const { bots } = await openBots(terminal, given);
      const changes: object[] = [];
      for (const found of bots) {
        const bot = withCommands(found);
        await bot.login(tokenOf(found).reveal());
        const plan = await bot.commands.plan(syncScopes(found, guild));
        for (const scope of plan.scopes)
          changes.push(...scope.changes.map((change) => ({ guildId: scope.scope ?? null, ...change })));
        if (json) continue;
        if (plan.isEmpty) terminal.print('Discord has what the bot declares: nothing to do.');
        else {
          terminal.print(...describePlan(plan, terminal.paint));
          terminal.print('', `${countChanges(plan)}. Apply it with \`cogwork commands sync\`.`);
        }
      }
      if (json) terminal.printJson(changes);
      if (check && changes.length > 0) process.exitCode = 1;
    });
  return addExamples(command, {
    'cogwork commands plan': 'for the bot of this folder',
    'cogwork commands plan --check': 'in CI: fails when commands were not synced',
    'cogwork commands plan --guild 81384788765712384': 'as commands of one guild',
  });
}
