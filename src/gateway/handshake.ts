import { identifyData } from './identify/identify-data.js';
import type { LinkOptions } from './link-options.js';
import { Opcode } from './opcode.js';

/** What a shard says after Hello: Resume, or Identify when its turn has come. Observers never see the token. */
export class Handshake {
  readonly #options: LinkOptions;
  #waiting: AbortController | undefined;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  resume(): void {
    const { context, sender, session } = this.#options;
    const shown = { session_id: session.sessionId, seq: session.sequence };
    sender.sendUrgent(
      { op: Opcode.Resume, d: { token: context.token().reveal(), ...shown } },
      { op: Opcode.Resume, d: shown },
    );
  }

  identify(): void {
    const { context, count, handlers, id, sender } = this.#options;
    const data = identifyData(context, { id, count, presence: handlers.takePresence() });
    sender.sendUrgent(
      { op: Opcode.Identify, d: data },
      { op: Opcode.Identify, d: { ...data, token: undefined } },
    );
  }

  /** Waits until the shard may identify: `over` when the connection ended meanwhile, an error when waiting failed. */
  async awaitTurn(): Promise<'granted' | 'over' | Error> {
    const { context, id } = this.#options;
    const controller = new AbortController();
    this.#waiting = controller;
    try {
      await context.acquireIdentify(id, controller.signal);
    } catch (error) {
      if (controller.signal.aborted) return 'over';
      return error instanceof Error ? error : new Error(String(error));
    }
    return controller.signal.aborted ? 'over' : 'granted';
  }

  /** Stops waiting: the connection has ended. */
  abort(): void {
    this.#waiting?.abort(new Error('connection ended'));
    this.#waiting = undefined;
  }
}
