import type { SessionStore, StoredSession } from './session-store.js';

/** Sessions in memory: they outlive a bot, but not its process. */
export class MemorySessionStore implements SessionStore {
  readonly #sessions = new Map<string, StoredSession>();

  load(key: string): StoredSession | undefined {
    return this.#sessions.get(key);
  }

  save(key: string, session: StoredSession): void {
    this.#sessions.set(key, session);
  }

  delete(key: string): void {
    this.#sessions.delete(key);
  }
}
