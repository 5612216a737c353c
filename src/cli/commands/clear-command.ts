import { Command } from 'commander';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { CommandScope } from '../../commands/application/scope-commands.js';
import { CommandLineError } from '../../errors/command-line-error.js';
import type { Rest } from '../../rest/rest.js';
import { ApplicationCommandType } from '../../types/application-command-type.js';
import type { FoundBot } from '../entry/bot-collector.js';
import { openBots, tokenOf } from '../entry/open-bots.js';
import type { Terminal } from '../terminal/terminal.js';
import { shownCommand, titleOf } from './describe-plan.js';
import { entryArgument } from './entry-argument.js';
import { addExamples } from './examples.js';
import { guildOption } from './guild-option.js';

interface ClearOptions {
  readonly guild?: readonly string[];
  readonly yes?: true;
}

/** `cogwork commands clear`: deletes the commands at Discord, after asking. */
export function clearCommand(terminal: Terminal): Command {
  const command = new Command('clear')
    .description('delete all global commands of the bot at Discord, or those of guilds')
    .addArgument(entryArgument())
    .addOption(guildOption('delete the commands of this guild instead'))
    .option('-y, --yes', 'do not ask')
    .action(async (given: string | undefined, options: ClearOptions) => {
      const { bots } = await openBots(terminal, given);
      for (const found of bots) await clear(terminal, found, options);
    });
  return addExamples(command, {
    'cogwork commands clear': 'global commands, after asking',
    'cogwork commands clear --guild 81384788765712384 --yes': 'those of one guild, without asking',
  });
}

async function clear(terminal: Terminal, found: FoundBot, { guild, yes }: ClearOptions): Promise<void> {
  const { rest } = found.bot;
  rest.setToken(tokenOf(found).reveal());
  const { id, name } = await rest.applications.getCurrent();
  for (const scope of guild ?? [undefined]) {
    const commands = await listCommands(rest, id, scope);
    // Discord makes the entry point of an activity by itself, and it cannot be had back.
    const kept = commands.filter(({ type }) => type === ApplicationCommandType.PrimaryEntryPoint);
    const doomed = commands.filter((command) => !kept.includes(command));
    if (doomed.length === 0) {
      terminal.print(`${titleOf(scope)} of ${name}: there are none.`);
      continue;
    }
    terminal.note(
      `${titleOf(scope)} of ${name}:`,
      ...doomed.map((command) => `  - ${shownCommand(command)}`),
    );
    if (!yes && !(await isConfirmed(terminal, doomed.length))) {
      terminal.print('Nothing was deleted.');
      process.exitCode = 1;
      return;
    }
    await overwriteCommands(rest, id, scope, kept);
    terminal.print(`Deleted ${count(doomed.length)}.`);
  }
}

async function isConfirmed(terminal: Terminal, total: number): Promise<boolean> {
  if (terminal.isInteractive) return terminal.confirm(`Delete ${count(total)}?`);
  throw new CommandLineError('Deleting commands wants a yes, and nobody is there to give it.', 'Say --yes.');
}

function count(commands: number): string {
  return commands === 1 ? '1 command' : `${commands} commands`;
}

function listCommands(rest: Rest, id: string, scope: CommandScope): Promise<APIApplicationCommand[]> {
  return scope === undefined ? rest.commands.list(id) : rest.commands.listForGuild(id, scope);
}

async function overwriteCommands(
  rest: Rest,
  id: string,
  scope: CommandScope,
  kept: readonly APIApplicationCommand[],
): Promise<void> {
  if (scope === undefined) await rest.commands.bulkOverwrite(id, kept as never);
  else await rest.commands.bulkOverwriteForGuild(id, scope, kept as never);
}
