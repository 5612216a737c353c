import { isClusterMessage } from './cluster-message.js';
import type { ProcessChannel } from './process-channel.js';

/** Channel of a forked process to the one that forked it; `undefined` when nobody did. */
export function parentChannel(): ProcessChannel | undefined {
  if (process.send === undefined) return undefined;
  return {
    send: (message) => {
      if (process.connected) process.send?.(message, undefined, undefined, () => {});
    },
    onMessage: (listener) => {
      process.on('message', (message) => {
        if (isClusterMessage(message)) listener(message);
      });
    },
    onEnd: (listener) => void process.once('disconnect', () => listener({ exitCode: null, signal: null })),
    kill: () => process.disconnect?.(),
  };
}
