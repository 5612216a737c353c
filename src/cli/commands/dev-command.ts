import { basename, dirname } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { CommandLineError } from '../../errors/command-line-error.js';
import type { BotStatus, LogView } from '../../playground/journal-view.js';
import { findEntry, shownEntry } from '../entry/find-entry.js';
import { loadEnvironment } from '../entry/load-environment.js';
import { openPage } from '../open-page.js';
import { columns } from '../terminal/columns.js';
import { describeLogLine } from '../terminal/log-line.js';
import type { Terminal } from '../terminal/terminal.js';
import { entryArgument } from './entry-argument.js';
import { addExamples } from './examples.js';

interface DevOptions {
  readonly name?: string;
  readonly open?: true;
  readonly port?: number;
  readonly watch?: string;
}

/** `cogwork dev`: the bot in an emulated Discord, started again on save, and the page to talk to it. */
export function devCommand(terminal: Terminal): Command {
  const command = new Command('dev')
    .description('run the bot in an emulated Discord with a page to talk to it; no token needed')
    .addArgument(entryArgument())
    .option('--port <number>', 'port of the page; a free one otherwise', toPort)
    .option('--name <name>', "name of the bot's account; that of its project otherwise")
    .option('--watch <folder>', "folder whose files start the bot again when saved; the entry's otherwise")
    .option('--open', 'open the page in the browser')
    .action(async (given: string | undefined, options: DevOptions) => {
      loadEnvironment();
      await develop(terminal, findEntry(given), options);
    });
  return addExamples(command, {
    'cogwork dev': 'the bot of this folder',
    'cogwork dev src/shop.ts --port 4000 --open': 'at an address that stays, and open it',
  });
}

async function develop(terminal: Terminal, entry: string, options: DevOptions): Promise<void> {
  const { startDevSession } = await import('../../playground/start-dev-session.js');
  const { paint } = terminal;
  const { name = projectOf(entry), open, port, watch } = options;
  const session = await startDevSession({
    entry,
    name,
    ...(port === undefined ? {} : { port }),
    ...(watch === undefined ? {} : { watch }),
    onLog: (line: Omit<LogView, 'id'>) => terminal.print(describeLogLine(line, paint)),
    onStatus: (status) => terminal.print(describeStatus(terminal, status)),
  }).catch((cause: unknown) => {
    throw isPortTaken(cause) ? portTaken(port, cause) : cause;
  });
  terminal.print(
    '',
    ...columns([
      [paint('bold', 'Playground'), paint('cyan', session.url)],
      [paint('bold', 'Edit'), shownEntry(entry)],
      [paint('bold', 'Stop'), 'Ctrl+C'],
    ]),
    '',
  );
  if (open) openPage(session.url);
  await stopSignal();
  await session.close();
}

function describeStatus({ paint }: Terminal, { detail, starts, state }: BotStatus): string {
  const again = state === 'starting' && starts > 1 ? 'starting again' : state;
  const text = `The bot is ${[again, detail].filter(Boolean).join(': ')}.`;
  return paint(state === 'crashed' ? 'red' : state === 'online' ? 'green' : 'dim', text);
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve());
  });
}

/** Name of the folder of a bot, which is not the one that its sources are in. */
function projectOf(entry: string): string {
  const folder = dirname(entry);
  return basename(basename(folder) === 'src' ? dirname(folder) : folder);
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function portTaken(port: number | undefined, cause: unknown): CommandLineError {
  return new CommandLineError(
    `The port ${port} is taken by another program.`,
    'Give another one, or leave --port out for a free one.',
    { cause },
  );
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new InvalidArgumentError('A port is a number from 0 to 65535.');
}
