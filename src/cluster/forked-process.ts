import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { isClusterMessage } from './cluster-message.js';
import type { ProcessChannel, ProcessEnd } from './process-channel.js';

/** What to run. */
export interface ForkOptions {
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Arguments of Node itself. @defaultValue those of this process */
  readonly execArgv?: readonly string[];
  /** File of the program. @defaultValue the one that this process runs */
  readonly script?: string;
}

/** Starts a process of the same program and gives the channel to it. */
export function forkProcess(options: ForkOptions): ProcessChannel {
  const {
    args = process.argv.slice(2),
    env,
    execArgv = process.execArgv,
    script = process.argv[1] ?? '',
  } = options;
  const child = fork(script, [...args], { env: { ...process.env, ...env }, execArgv: [...execArgv] });
  return {
    send: (message) => {
      if (child.connected) child.send(message, () => {});
    },
    onMessage: (listener) => {
      child.on('message', (message) => {
        if (isClusterMessage(message)) listener(message);
      });
    },
    onEnd: (listener) => onceEnded(child, listener),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Tells once of the end; a process that could not be started has none but its error. */
function onceEnded(child: ChildProcess, listener: (end: ProcessEnd) => void): void {
  let hasEnded = false;
  const end = (how: ProcessEnd): void => {
    if (!hasEnded) listener(how);
    hasEnded = true;
  };
  child.once('exit', (exitCode, signal) => end({ exitCode, signal }));
  child.on('error', (error) => {
    if (child.pid === undefined) end({ exitCode: null, signal: null, error });
  });
}
