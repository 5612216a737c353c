import { Command } from 'commander';
import { commandsCommand } from './commands/commands-command.js';
import { devCommand } from './commands/dev-command.js';
import { doctorCommand } from './commands/doctor-command.js';
import { addExamples } from './commands/examples.js';
import { intentsCommand } from './commands/intents-command.js';
import { inviteCommand } from './commands/invite-command.js';
import { newCommand } from './commands/new-command.js';
import { replCommand } from './commands/repl-command.js';
import { ownManifest } from './own-package.js';
import type { Terminal } from './terminal/terminal.js';

/** The command `cogwork` with all that follows it. */
export function makeProgram(terminal: Terminal): Command {
  const program = new Command('cogwork')
    .description('Makes, runs and examines Discord bots.')
    .version(ownManifest().version ?? '', '-v, --version', 'print the version')
    .option('--verbose', 'show where an error happened');
  const commands = [
    newCommand(terminal),
    devCommand(terminal),
    replCommand(terminal),
    commandsCommand(terminal),
    intentsCommand(terminal),
    inviteCommand(terminal),
    doctorCommand(terminal),
  ];
  for (const command of commands) program.addCommand(command);
  for (const command of withSubcommands(program)) {
    command
      .exitOverride()
      .helpOption('-h, --help', 'show this help')
      .configureHelp({
        styleTitle: (title) => terminal.paint('bold', title),
        styleCommandText: (text) => terminal.paint('cyan', text),
      });
    if (command.commands.length > 0) command.helpCommand('help [command]', 'show the help of a command');
  }
  return addExamples(program, {
    'cogwork new my-bot': 'a bot to begin with, and its tests',
    'cogwork dev': 'talk to it, offline',
    'cogwork doctor': 'what is wrong with this machine or project',
  });
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}
