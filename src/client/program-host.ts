import type { Logger } from '../utils/logger.js';
import type { Secret } from '../utils/secret.js';

/** Bot that a program is about to start. */
export interface StartRequest<Bot extends object = object> {
  readonly bot: Bot;
  /** Token that the bot would use; `undefined` when it was given none. */
  readonly token: Secret | undefined;
  /** Whether the bot goes on to connect to the gateway; not so when it only logs in, or takes interactions over HTTP. */
  readonly connects: boolean;
  /** Whether the bot would run in processes of its own, and not in this one. */
  readonly isSupervisor: boolean;
}

/**
 * Whoever runs somebody's program to get hold of the bots in it, as the command line does.
 *
 * A host is found under a global symbol, so that a program which loads another copy of the package meets it as well.
 */
export interface ProgramHost {
  /** Logger of bots that are given none. */
  readonly logger: Logger;
  /** Called before a bot logs in, which waits for the promise: one that never resolves keeps the program from going on. */
  admit(request: StartRequest): Promise<void>;
}

const key = Symbol.for('cogwork.program-host');

interface HostedGlobal {
  [key]?: ProgramHost | undefined;
}

/** Host of the program that runs in this process; `undefined` for a program that runs by itself. */
export function findProgramHost(): ProgramHost | undefined {
  return (globalThis as HostedGlobal)[key];
}

/** Makes somebody the host of programs that are loaded from now on. */
export function setProgramHost(host: ProgramHost | undefined): void {
  (globalThis as HostedGlobal)[key] = host;
}
