import type { ClusterNoteListener, ClusterNoteName } from './cluster-notes.js';

type AnyListener = (data: never, from: number) => void;

/** Who listens to which message in this process. */
export class NoteBoard {
  readonly #listeners = new Map<string, Set<AnyListener>>();

  /** Adds a listener; gives the function that removes it. */
  on<Name extends ClusterNoteName>(name: Name, listener: ClusterNoteListener<Name>): () => void {
    const listeners = this.#listeners.get(name) ?? new Set<AnyListener>();
    this.#listeners.set(name, listeners);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  /** Hands a message to its listeners. */
  post(name: string, data: unknown, from: number): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(data as never, from);
  }
}
