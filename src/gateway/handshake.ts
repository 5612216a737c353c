import { identifyData } from './identify/identify-data.js';
import type { LinkOptions } from './link-options.js';
import type { LinkState } from './link-state.js';
import { Opcode } from './opcode.js';

/** Parts of a handshake. */
export interface HandshakeParts {
  readonly options: LinkOptions;
  readonly state: LinkState;
  /** Told why the shard could not identify. */
  onFailed(reason: string): void;
}

/** What a shard says after Hello: Resume, or Identify when its turn has come. Observers never see the token. */
export class Handshake {
  readonly #parts: HandshakeParts;
  readonly #options: LinkOptions;
  #waiting: AbortController | undefined;

  constructor(parts: HandshakeParts) {
    this.#parts = parts;
    this.#options = parts.options;
  }

  /** Resumes the session where there is one, else starts a new one. */
  begin(): void {
    if (this.#options.session.isResumable) this.#resume();
    else this.#identifyInTurn().catch((error: unknown) => this.#parts.onFailed(String(error)));
  }

  /** Stops waiting: the connection has ended. */
  abort(): void {
    this.#waiting?.abort(new Error('connection ended'));
    this.#waiting = undefined;
  }

  #resume(): void {
    const { context, sender, session } = this.#options;
    this.#parts.state.enter('resuming');
    const shown = { session_id: session.sessionId, seq: session.sequence };
    sender.sendUrgent(
      { op: Opcode.Resume, d: { token: context.token().reveal(), ...shown } },
      { op: Opcode.Resume, d: shown },
    );
  }

  async #identifyInTurn(): Promise<void> {
    const { onFailed, state } = this.#parts;
    state.enter('queued');
    const turn = await this.#awaitTurn();
    if (turn === 'over') return;
    if (turn instanceof Error) return onFailed(turn.message);
    state.enter('identifying');
    this.#identify();
  }

  #identify(): void {
    const { context, count, handlers, id, sender } = this.#options;
    const data = identifyData(context, { id, count, presence: handlers.takePresence() });
    sender.sendUrgent(
      { op: Opcode.Identify, d: data },
      { op: Opcode.Identify, d: { ...data, token: undefined } },
    );
  }

  /** Waits until the shard may identify: `over` when the connection ended meanwhile, an error when waiting failed. */
  async #awaitTurn(): Promise<'granted' | 'over' | Error> {
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
}
