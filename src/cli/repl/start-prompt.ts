import { homedir } from 'node:os';
import { join } from 'node:path';
import type { REPLServer } from 'node:repl';
import { start } from 'node:repl';
import { FedLines } from './fed-lines.js';
import type { PromptScreen } from './prompt-screen.js';

/** What a prompt begins with. */
export interface PromptOptions {
  readonly screen: PromptScreen;
  readonly isInteractive: boolean;
  readonly hasColours: boolean;
  /** Name before the prompt. */
  readonly name: string;
  /** Names that are known at the prompt, besides those of the runtime. */
  readonly names: Readonly<Record<string, unknown>>;
  /** Called when the history cannot be kept. */
  readonly onHistoryError: (error: Error) => void;
}

/** Starts a prompt in this process, with top-level await and a history that is kept; resolves when it takes lines. */
export async function startPrompt(options: PromptOptions): Promise<REPLServer> {
  const { hasColours, isInteractive, name, names, screen } = options;
  for (const [key, value] of Object.entries(names)) {
    // The runtime's own names stay what they are for the program that runs here.
    if (!(key in globalThis))
      Object.defineProperty(globalThis, key, { value, writable: true, configurable: true });
  }
  const lines = isInteractive ? undefined : new FedLines();
  const server = start({
    input: lines?.input ?? process.stdin,
    output: screen.output,
    prompt: isInteractive ? `${name}> ` : '',
    terminal: isInteractive,
    useColors: hasColours,
    useGlobal: true,
  });
  if (lines) void lines.feed(server);
  else {
    // A line that came before the history is read would be lost from it.
    await keepHistory(server, options.onHistoryError);
    screen.attach(server);
  }
  return server;
}

/** Keeps the history in a file of the user's; `COGWORK_REPL_HISTORY` names another one, or none when it is empty. */
function keepHistory(server: REPLServer, onError: (error: Error) => void): Promise<void> {
  const path = process.env['COGWORK_REPL_HISTORY'] ?? join(homedir(), '.cogwork_repl_history');
  return new Promise((resolve) => {
    server.setupHistory(path, (error) => {
      if (error) onError(error);
      resolve();
    });
  });
}
