import type { GatewayReadyDispatchData } from 'discord-api-types/v10';
import type { StoredSession } from './session-store.js';

/** What a shard must remember to resume: the session's name, where to resume it, and how far it was read. */
export class ShardSession {
  #sessionId: string | undefined;
  #resumeUrl: string | undefined;
  #ready: GatewayReadyDispatchData | undefined;
  #sequence: number | null = null;

  get sessionId(): string | undefined {
    return this.#sessionId;
  }

  /** Where Discord wants the session to be resumed. */
  get resumeUrl(): string | undefined {
    return this.#resumeUrl;
  }

  /** READY that opened the session. */
  get ready(): GatewayReadyDispatchData | undefined {
    return this.#ready;
  }

  /** Highest sequence number that arrived. */
  get sequence(): number | null {
    return this.#sequence;
  }

  get isResumable(): boolean {
    return this.#sessionId !== undefined && this.#sequence !== null;
  }

  /** Takes a new session from its READY. */
  open(ready: GatewayReadyDispatchData, sequence: number | null): void {
    this.#ready = ready;
    this.#sessionId = ready.session_id;
    this.#resumeUrl = URL.canParse(ready.resume_gateway_url) ? ready.resume_gateway_url : undefined;
    this.#sequence = sequence;
  }

  /** Takes up a session that was kept. */
  restore(stored: StoredSession): void {
    this.#ready = stored.ready;
    this.#sessionId = stored.sessionId;
    this.#resumeUrl = URL.canParse(stored.resumeUrl ?? '') ? stored.resumeUrl : undefined;
    this.#sequence = stored.sequence;
  }

  /** Moves the sequence forward; a lower number is ignored. */
  advance(sequence: number): void {
    if (this.#sequence === null || sequence > this.#sequence) this.#sequence = sequence;
  }

  /** Stops using the resume url: it does not answer. */
  forgetResumeUrl(): void {
    this.#resumeUrl = undefined;
  }

  /** Forgets everything: the next connection identifies. */
  clear(): void {
    this.#sessionId = undefined;
    this.#resumeUrl = undefined;
    this.#ready = undefined;
    this.#sequence = null;
  }
}
