import { fork } from 'node:child_process';
import { isClusterMessage } from './cluster-message.js';
import type { ProcessChannel } from './process-channel.js';

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
    onEnd: (listener) => void child.once('exit', (exitCode, signal) => listener({ exitCode, signal })),
    kill: () => void child.kill('SIGKILL'),
  };
}
