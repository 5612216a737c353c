import type { TimerHandle } from '../../utils/clock.js';
import type { GatewayContext } from '../gateway-context.js';
import { sessionKey } from './session-key.js';
import type { SessionStore } from './session-store.js';
import type { ShardSession } from './shard-session.js';

const SAVE_INTERVAL_MS = 5_000;

/** Parts of a keeper. */
export interface SessionKeeperOptions {
  readonly context: GatewayContext;
  readonly id: number;
  readonly count: number;
  readonly session: ShardSession;
}

/** Keeps one shard's session in the store, so that it survives the process; does nothing without a store. */
export class SessionKeeper {
  readonly #options: SessionKeeperOptions;
  readonly #store: SessionStore | undefined;
  #timer: TimerHandle | undefined;
  #savedSequence: number | null = null;

  constructor(options: SessionKeeperOptions) {
    this.#options = options;
    this.#store = options.context.sessionStore;
  }

  /** Takes up a kept session; whether there was one that can be resumed. */
  async restore(): Promise<boolean> {
    const { context, session } = this.#options;
    if (!this.#store || session.isResumable) return session.isResumable;
    try {
      const stored = await this.#store.load(this.#key());
      // A session keeps the intents it was opened with, so other intents need a new one.
      if (stored?.intents !== context.intents) return false;
      session.restore(stored);
      return session.isResumable;
    } catch (error) {
      this.#report('load', error);
      return false;
    }
  }

  /** Saves now and from then on every few seconds while the sequence moves. */
  start(): void {
    if (!this.#store) return;
    this.stop();
    void this.save();
    this.#arm();
  }

  stop(): void {
    if (this.#timer !== undefined) this.#options.context.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async save(): Promise<void> {
    const { context, session } = this.#options;
    const { ready, sequence, sessionId, resumeUrl } = session;
    if (!this.#store || !ready || sessionId === undefined || sequence === null) return;
    if (sequence === this.#savedSequence) return;
    this.#savedSequence = sequence;
    try {
      const savedAtMs = context.clock.now();
      const { intents } = context;
      await this.#store.save(this.#key(), { intents, ready, resumeUrl, savedAtMs, sequence, sessionId });
    } catch (error) {
      this.#report('save', error);
    }
  }

  /** Forgets the session: it has ended. */
  async delete(): Promise<void> {
    this.stop();
    this.#savedSequence = null;
    try {
      await this.#store?.delete(this.#key());
    } catch (error) {
      this.#report('delete', error);
    }
  }

  #arm(): void {
    const callback = (): void => {
      void this.save();
      this.#arm();
    };
    this.#timer = this.#options.context.clock.setTimeout(callback, SAVE_INTERVAL_MS, { unref: true });
  }

  #key(): string {
    const { context, id, count } = this.#options;
    return sessionKey(context.token(), id, count);
  }

  #report(what: string, error: unknown): void {
    const { context, id } = this.#options;
    context.logger.warn('gateway', `session store could not ${what} the session of shard ${id}`, {
      shardId: id,
      error,
    });
    context.observer.onError?.(id, error);
  }
}
