import type { Command } from 'commander';
import { columns } from '../terminal/columns.js';

/** Adds examples to the help of a command: what to type, and what it is good for. */
export function addExamples(command: Command, examples: Readonly<Record<string, string>>): Command {
  const rows = Object.entries(examples).map(([typed, use]) => [`$ ${typed}`, use]);
  return command.addHelpText('after', ['', 'Examples:', ...columns(rows)].join('\n'));
}
