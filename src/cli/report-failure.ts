import { CogworkError } from '../errors/cogwork-error.js';
import { CommandLineError } from '../errors/command-line-error.js';
import type { Terminal } from './terminal/terminal.js';

/** Says what went wrong in one line and what to do in another; with `isVerbose` also where. */
export function reportFailure(terminal: Terminal, error: unknown, isVerbose: boolean): void {
  const { paintNote } = terminal;
  const hint = hintOf(error);
  terminal.note(`${paintNote('red', 'error')}: ${messageOf(error)}`);
  if (hint !== undefined) terminal.note(`  ${hint}`);
  if (isVerbose) terminal.note('', ...stacksOf(error).map((stack) => paintNote('dim', stack)));
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const isOwn = error instanceof CommandLineError || !CogworkError.is(error);
  return isOwn ? message : `${message} [${error.code}]`;
}

function hintOf(error: unknown): string | undefined {
  if (error instanceof CommandLineError) return error.hint;
  if (CogworkError.is(error)) return undefined;
  return 'That was not expected; --verbose shows where it happened.';
}

/** Stacks of an error and of what caused it. */
function stacksOf(error: unknown): string[] {
  const stacks: string[] = [];
  for (let at: unknown = error; at instanceof Error; at = at.cause) stacks.push(at.stack ?? at.message);
  return stacks;
}
