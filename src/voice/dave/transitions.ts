import type { Clock, TimerHandle } from '../../utils/clock.js';

/** How long to wait for the execution of a transition; the server itself gives members two seconds. */
const PATIENCE_MS = 2_500;

/** What a transition changes. */
export type TransitionKind = 'commit' | 'welcome' | 'version';

interface Pending {
  readonly kind: TransitionKind;
  readonly execute: () => void;
  readonly timer: TimerHandle;
}

/** Parts of the waiting room of transitions. */
export interface TransitionsOptions {
  readonly clock: Clock;
  /** Tells the server that the bot is ready (op 23). */
  onReady(transitionId: number): void;
}

/**
 * Transitions that were announced and are not yet executed.
 *
 * Id 0 stands for a transition that nobody has to wait for: it is executed at once, and no readiness is told.
 */
export class Transitions {
  readonly #options: TransitionsOptions;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;

  constructor(options: TransitionsOptions) {
    this.#options = options;
  }

  /** Id of the transition that was announced last. */
  get lastId(): number {
    return this.#lastId;
  }

  /** Whether the bot has been let in and is not yet to speak. */
  get holdsWelcome(): boolean {
    for (const { kind } of this.#pending.values()) if (kind === 'welcome') return true;
    return false;
  }

  /** Takes a transition: to be executed when the server says so, at the latest in 2.5 s. */
  announce(transitionId: number, kind: TransitionKind, execute: () => void): void {
    this.#lastId = transitionId;
    if (transitionId === 0) {
      execute();
      return;
    }
    this.#drop(transitionId);
    const timer = this.#options.clock.setTimeout(() => this.execute(transitionId), PATIENCE_MS);
    this.#pending.set(transitionId, { kind, execute, timer });
    this.#options.onReady(transitionId);
  }

  /** Executes one; false when there is none of that id. */
  execute(transitionId: number): boolean {
    const found = this.#pending.get(transitionId);
    if (!found) return this.#lastId === transitionId;
    this.#drop(transitionId);
    found.execute();
    return true;
  }

  /** Executes commits that wait, because what follows builds on them. */
  flush(): void {
    for (const [transitionId, { kind }] of [...this.#pending])
      if (kind !== 'version') this.execute(transitionId);
  }

  clear(): void {
    for (const transitionId of [...this.#pending.keys()]) this.#drop(transitionId);
  }

  #drop(transitionId: number): void {
    this.#options.clock.clearTimeout(this.#pending.get(transitionId)?.timer);
    this.#pending.delete(transitionId);
  }
}
