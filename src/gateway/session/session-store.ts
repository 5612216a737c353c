import type { GatewayReadyDispatchData } from 'discord-api-types/v10';
import { portToken } from '../../types/token.js';
import type { Awaitable } from '../../types/type-tools.js';

/** Session of one shard, as it is kept between processes. */
export interface StoredSession {
  /** Intents it was identified with; a resumed session keeps them. */
  readonly intents: number;
  /** READY that opened it, because Discord does not repeat it after Resume. */
  readonly ready: GatewayReadyDispatchData;
  /** Address to resume at; `undefined` for the usual one. */
  readonly resumeUrl: string | undefined;
  /** When it was saved, in milliseconds since the Unix epoch. */
  readonly savedAtMs: number;
  /** Sequence number of the last dispatch that was seen. */
  readonly sequence: number;
  /** Id that Discord gave the session. */
  readonly sessionId: string;
}

/**
 * Port of durable sessions: a new process that finds one resumes it and gets what happened in between.
 *
 * A key names a bot and a shard; it is safe as a file name.
 */
export interface SessionStore {
  /** Session of a key, if there is one. */
  load(key: string): Awaitable<StoredSession | undefined>;
  /** Keeps a session under a key. */
  save(key: string, session: StoredSession): Awaitable<void>;
  /** Forgets the session of a key. */
  delete(key: string): Awaitable<void>;
}

/** Token by which a store is injected. */
export const SessionStore = portToken<SessionStore>('SessionStore');
