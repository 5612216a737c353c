import type { SessionStore, StoredSession } from './session-store.js';

/** Sessions in memory: they outlive a bot, but not its process. */
export class MemorySessionStore implements SessionStore {
  readonly #sessions = new Map<string, StoredSession>();

  /** Session of a key, if there is one. */
  load(key: string): StoredSession | undefined {
    return this.#sessions.get(key);
  }

  /** Keeps a session under a key. */
  save(key: string, session: StoredSession): void {
    this.#sessions.set(key, session);
  }

  /** Forgets the session of a key. */
  delete(key: string): void {
    this.#sessions.delete(key);
  }
}
