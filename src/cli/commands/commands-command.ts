import { Command } from 'commander';
import type { Terminal } from '../terminal/terminal.js';
import { clearCommand } from './clear-command.js';
import { addExamples } from './examples.js';
import { planCommand } from './plan-command.js';
import { syncCommand } from './sync-command.js';

/** `cogwork commands`: application commands at Discord. */
export function commandsCommand(terminal: Terminal): Command {
  const command = new Command('commands')
    .description('compare, write or delete the application commands at Discord')
    .addCommand(planCommand(terminal))
    .addCommand(syncCommand(terminal))
    .addCommand(clearCommand(terminal));
  return addExamples(command, {
    'cogwork commands plan': 'what would change',
    'cogwork commands sync': 'change it',
    'cogwork commands clear': 'delete all of them',
  });
}
