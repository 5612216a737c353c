import { once } from 'node:events';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Bot } from '../../client/bot.js';
import { TerminalLogger } from '../../client/terminal-logger.js';
import { CommandLineError } from '../../errors/command-line-error.js';
import { SystemClock } from '../../utils/system-clock.js';
import type { BotProgram } from '../entry/bot-program.js';
import { runBotProgram } from '../entry/bot-program.js';
import { tokenOf } from '../entry/open-bots.js';
import { hasColours } from '../terminal/paint.js';
import type { Terminal } from '../terminal/terminal.js';
import { PromptScreen } from './prompt-screen.js';
import { startPrompt } from './start-prompt.js';

/** Runs the bots of a program and a prompt beside them; resolves when either is left and the bots are closed. */
export async function runPrompt(terminal: Terminal, entry: string): Promise<void> {
  const { isInteractive, paintNote } = terminal;
  const screen = new PromptScreen(isInteractive);
  const colours = { hasColors: () => hasColours(process.stdout) };
  const clock = new SystemClock();
  const logger = new TerminalLogger(
    clock,
    isInteractive ? { write: (text) => screen.print(text.trimEnd()), ...colours } : terminal.notes,
  );
  const program = await runBotProgram({ entry, mode: 'run', clock, logger });
  const bots = program.bots.map(({ bot }) => bot);
  const ended = Promise.race([program.whenFailed, ...bots.map((bot) => bot.closed())]);
  try {
    await becomeReady(program, ended);
    const [bot] = bots as [Bot];
    const names = { ...(await loadPackage(entry)), ...program.exports, bot, bots };
    const name = bot.isReady ? bot.user.username : 'bot';
    terminal.note(paintNote('dim', `${name} runs here as \`bot\`; leave with .exit or Ctrl+D.`));
    const server = await startPrompt({
      screen,
      isInteractive,
      hasColours: hasColours(process.stdout),
      name,
      names,
      onHistoryError: ({ message }) => screen.print(`The history is not kept: ${message}`),
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close());
    const failure = await Promise.race([once(server, 'exit').then(() => undefined), ended]);
    server.close();
    if (failure !== undefined) throw failure;
  } finally {
    await Promise.all(bots.map((bot) => bot.close()));
  }
}

async function becomeReady(program: BotProgram, ended: Promise<unknown>): Promise<void> {
  const ready = program.bots.map(async (found) => {
    const { bot, connects, isStarting, isSupervisor } = found;
    if (isSupervisor) throw runsElsewhere();
    if (isStarting && !connects) return;
    const becomesReady = new Promise<void>((resolve) => void bot.once('clientReady', () => resolve()));
    if (bot.isReady) return;
    if (isStarting) await becomesReady;
    else await bot.start(tokenOf(found).reveal());
  });
  const over = ended.then((failure) => {
    throw failure ?? new CommandLineError('The bot ended before it was ready.', 'It has said why, above.');
  });
  await Promise.race([Promise.all(ready), over]);
}

/** Everything that the program can import from this package: models, builders, errors. */
async function loadPackage(entry: string): Promise<Readonly<Record<string, unknown>>> {
  const path = createRequire(entry).resolve('cogwork');
  return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
}

function runsElsewhere(): CommandLineError {
  return new CommandLineError(
    'This bot runs in several processes, and none of them is the one with the prompt.',
    "Make it with shards: 'auto' to have it at a prompt.",
  );
}
