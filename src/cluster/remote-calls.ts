import { ClusterProcessError } from '../errors/cluster-process-error.js';
import type { ClusterMessage } from './cluster-message.js';
import type { ProcessChannel } from './process-channel.js';

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Calls from this process to the supervisor, each answered by its number. */
export class RemoteCalls {
  readonly #channel: ProcessChannel;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;

  constructor(channel: ProcessChannel) {
    this.#channel = channel;
  }

  /** Calls and waits for the answer; aborting `signal` takes the call back. */
  call(name: string, args: readonly unknown[], signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const id = ++this.#lastId;
      const onAbort = (): void => {
        this.#pending.delete(id);
        this.#channel.send({ kind: 'cancel', id });
        reject(signal?.reason);
      };
      const settle = (): void => {
        this.#pending.delete(id);
        signal?.removeEventListener('abort', onAbort);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#pending.set(id, {
        resolve: (value) => {
          settle();
          resolve(value);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      });
      this.#channel.send({ kind: 'call', id, name, args });
    });
  }

  /** Takes an answer; any other message is left alone. */
  onMessage(message: ClusterMessage): void {
    if (message.kind === 'answer') this.#pending.get(message.id)?.resolve(message.value);
    if (message.kind === 'failure')
      this.#pending.get(message.id)?.reject(new ClusterProcessError(message.message));
  }

  /** Fails all calls: the supervisor is gone. */
  end(): void {
    const error = new ClusterProcessError(
      'The process that supervises this one is gone; restart the whole bot.',
    );
    for (const pending of [...this.#pending.values()]) pending.reject(error);
  }
}
