import { portToken } from '../../types/token.js';

/**
 * Keeps what is too large for a custom id, by key.
 *
 * Implement it over any database to let large state survive restarts of the host or serve several processes.
 */
export interface StateStore {
  /** Value of a key; `undefined` when there is none or it has expired. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Keeps a value; it may be forgotten `ttlMs` milliseconds later. */
  set(key: string, value: Uint8Array, ttlMs: number): Promise<void>;
  /** Forgets the value of a key. */
  delete(key: string): Promise<void>;
}

/** Token by which a store is injected. */
export const StateStore = portToken<StateStore>('StateStore');
