import type { ClusterMessage } from './cluster-message.js';
import type { ProcessChannel } from './process-channel.js';

/** Something that a process may ask of the supervisor. */
export type CallHandler = (args: readonly unknown[], signal: AbortSignal) => unknown;

/** Answers the calls of one process. */
export class CallDesk {
  readonly #channel: ProcessChannel;
  readonly #handlers: Readonly<Record<string, CallHandler>>;
  readonly #running = new Map<number, AbortController>();

  constructor(channel: ProcessChannel, handlers: Readonly<Record<string, CallHandler>>) {
    this.#channel = channel;
    this.#handlers = handlers;
  }

  /** Takes a call or its withdrawal; any other message is left alone. */
  onMessage(message: ClusterMessage): void {
    if (message.kind === 'call') void this.#answer(message.id, message.name, message.args);
    if (message.kind === 'cancel') this.#running.get(message.id)?.abort(new Error('call withdrawn'));
  }

  /** Stops everything that was asked for: the process is gone. */
  end(): void {
    for (const controller of this.#running.values()) controller.abort(new Error('process ended'));
  }

  async #answer(id: number, name: string, args: readonly unknown[]): Promise<void> {
    const controller = new AbortController();
    this.#running.set(id, controller);
    try {
      const handler = this.#handlers[name];
      if (!handler)
        throw new Error(`The supervisor knows no call "${name}": do all processes run the same version?`);
      const value = await handler(args, controller.signal);
      this.#channel.send({ kind: 'answer', id, value });
    } catch (error) {
      this.#channel.send({
        kind: 'failure',
        id,
        message: error instanceof Error ? error.message : String(error),
      });
    } finally {
      this.#running.delete(id);
    }
  }
}
