import { Command } from 'commander';
import { privilegedIntentNames } from '../../gateway/privileged-intents.js';
import type { FoundBot } from '../entry/bot-collector.js';
import { shownEntry } from '../entry/find-entry.js';
import { openBots } from '../entry/open-bots.js';
import { columns } from '../terminal/columns.js';
import type { Terminal } from '../terminal/terminal.js';
import { entryArgument } from './entry-argument.js';
import { addExamples } from './examples.js';

/** `cogwork intents`: what the bot will ask the gateway for, and why. */
export function intentsCommand(terminal: Terminal): Command {
  const command = new Command('intents')
    .description('list the intents of the bot, and what asks for each')
    .addArgument(entryArgument())
    .option('--json', 'print JSON')
    .action(async (given: string | undefined, { json }: { json?: true }) => {
      const { bots, entry } = await openBots(terminal, given);
      const lists = bots.map(intentsOf);
      if (json) return terminal.printJson(lists.length === 1 ? lists[0] : lists);
      for (const list of lists) describe(terminal, shownEntry(entry), list);
    });
  return addExamples(command, {
    'cogwork intents': 'of the bot of this folder',
    'cogwork intents src/shop.ts --json': 'for programs',
  });
}

interface IntentList {
  readonly value: number;
  readonly intents: readonly {
    readonly name: string;
    readonly isPrivileged: boolean;
    readonly reasons: readonly string[];
  }[];
}

function intentsOf({ bot }: FoundBot): IntentList {
  const { intents } = bot;
  const privileged = privilegedIntentNames(intents.value);
  return {
    value: intents.value,
    intents: intents
      .explain()
      .map(({ intent, reasons }) => ({ name: intent, isPrivileged: privileged.includes(intent), reasons })),
  };
}

function describe(terminal: Terminal, entry: string, { intents, value }: IntentList): void {
  const { paint } = terminal;
  terminal.print(`${paint('bold', `Intents of ${entry}`)} ${paint('dim', String(value))}`, '');
  const rows = intents.flatMap(({ isPrivileged, name, reasons }) => {
    const shown = isPrivileged ? paint('yellow', `${name} *`) : name;
    return reasons.map((reason, at) => [at === 0 ? shown : '', reason]);
  });
  terminal.print(...columns(rows));
  if (intents.some(({ isPrivileged }) => isPrivileged)) {
    terminal.print(
      '',
      `${paint('yellow', '*')} privileged: switch it on at the "Bot" page of https://discord.com/developers/applications.`,
    );
  }
}
