import { Command } from 'commander';
import { findEntry } from '../entry/find-entry.js';
import { loadEnvironment } from '../entry/load-environment.js';
import type { Terminal } from '../terminal/terminal.js';
import { entryArgument } from './entry-argument.js';
import { addExamples } from './examples.js';

/** `cogwork repl`: the running bot at a prompt. */
export function replCommand(terminal: Terminal): Command {
  const command = new Command('repl')
    .description('run the bot with a prompt beside it: `bot` and all of cogwork are there, and await works')
    .addArgument(entryArgument())
    .action(async (given: string | undefined) => {
      loadEnvironment();
      const entry = findEntry(given);
      const { runPrompt } = await import('../repl/run-prompt.js');
      await runPrompt(terminal, entry);
    });
  return addExamples(command, {
    'cogwork repl': 'then `bot.guilds.size`, or `await bot.users.fetch(id)`',
    "echo 'bot.latencyMs' | cogwork repl": 'without a terminal: one line after another, then the end',
  });
}
