import type { KeyValueStore } from '../../utils/key-value-store.js';
import { isStoredSession } from './is-stored-session.js';
import type { SessionStore, StoredSession } from './session-store.js';

/** Much longer than Discord keeps a session, so that a store that forgets never holds old ones. */
const TTL_MS = 86_400_000;

/**
 * Keeps sessions in a key-value store, for hosts whose disk does not outlive the process.
 *
 * A session's `ready` names the bot's user and guilds; it holds no token.
 *
 * @example
 * ```ts
 * const store = new Keyv(); // in memory; with an adapter, new Keyv({ store: new KeyvSqlite({ uri: 'bot.sqlite' }) })
 * new Bot({ gateway: { sessionStore: new KeyValueSessionStore(store) } });
 * ```
 */
export class KeyValueSessionStore implements SessionStore {
  readonly #store: KeyValueStore<StoredSession>;

  constructor(store: KeyValueStore<StoredSession>) {
    this.#store = store;
  }

  /** Session of the key; what is no session counts as none. */
  async load(key: string): Promise<StoredSession | undefined> {
    const value = await this.#store.get(key);
    return isStoredSession(value) ? value : undefined;
  }

  async save(key: string, session: StoredSession): Promise<void> {
    await this.#store.set(key, session, TTL_MS);
  }

  async delete(key: string): Promise<void> {
    await this.#store.delete(key);
  }
}
