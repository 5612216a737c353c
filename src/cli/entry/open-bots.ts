import type { Bot } from '../../client/bot.js';
import { readToken } from '../../client/read-token.js';
import { CommandLineError } from '../../errors/command-line-error.js';
import type { Secret } from '../../utils/secret.js';
import { SystemClock } from '../../utils/system-clock.js';
import { AlarmLogger } from '../terminal/alarm-logger.js';
import type { Terminal } from '../terminal/terminal.js';
import type { FoundBot } from './bot-collector.js';
import { runBotProgram } from './bot-program.js';
import { findEntry } from './find-entry.js';
import { loadEnvironment } from './load-environment.js';

/** Bots of a program that is held before it connects them, and the file that it was. */
export interface OpenedBots {
  readonly entry: string;
  readonly bots: readonly [FoundBot, ...FoundBot[]];
}

/**
 * Finds the entry and takes its bots without connecting them; what they warn of goes to standard error.
 *
 * @throws CommandLineError saying what is missing.
 */
export async function openBots(terminal: Terminal, given: string | undefined): Promise<OpenedBots> {
  loadEnvironment();
  const entry = findEntry(given);
  terminal.setProgramOutputApart();
  const clock = new SystemClock();
  const logger = new AlarmLogger(clock, terminal.notes);
  const { bots } = await runBotProgram({ entry, mode: 'hold', clock, logger });
  return { entry, bots };
}

/**
 * Token of a bot: the one that its program gives it, or else `DISCORD_TOKEN`.
 *
 * @throws InvalidTokenError when there is none, or it is malformed.
 */
export function tokenOf({ token }: FoundBot): Secret {
  return readToken(token?.reveal() ?? process.env['DISCORD_TOKEN']);
}

/**
 * Bot that has commands.
 *
 * @throws CommandLineError when it is a bare client, which has none.
 */
export function withCommands({ bot }: FoundBot): Bot {
  if ('commands' in bot) return bot;
  throw new CommandLineError(
    'The program makes a Client, which has no commands.',
    'Make a Bot: it is a Client with commands, components, cogs and tasks.',
  );
}
