import type { Snowflake } from '../../types/type-tools.js';
import type { OwnVoiceState, VoiceServerInfo } from '../voice-signalling.js';
import type { SessionPlan } from './voice-session.js';

/**
 * Newest of the two events of which a session is made; they come in either order.
 *
 * A token serves one session: once taken it counts no more, and a session is never made of an old pair.
 */
export class OwnSignals {
  #channelId: Snowflake | null = null;
  #sessionId: string | undefined;
  #server: { readonly token: string; readonly endpoint: string } | undefined;

  /** Channel in which the main gateway says that the bot is. */
  get channelId(): Snowflake | null {
    return this.#channelId;
  }

  takeState({ channelId, sessionId }: OwnVoiceState): void {
    this.#channelId = channelId;
    this.#sessionId = channelId === null ? undefined : sessionId;
  }

  /** Notes a server; `null` says that there is none at the moment. */
  takeServer({ token, endpoint }: VoiceServerInfo): void {
    this.#server = endpoint === null ? undefined : { token, endpoint };
  }

  /** Whether the newest server came with that token. */
  hasToken(token: string): boolean {
    return this.#server?.token === token;
  }

  forgetServer(): void {
    this.#server = undefined;
  }

  /** Forgets what a session could be made of: an answer to a new request is awaited. */
  forget(): void {
    this.#sessionId = undefined;
    this.#server = undefined;
  }

  /** Plan of a session, once both events are there; `undefined` before. */
  plan(guildId: Snowflake): SessionPlan | undefined {
    if (this.#channelId === null || this.#sessionId === undefined || !this.#server) return undefined;
    return { guildId, channelId: this.#channelId, sessionId: this.#sessionId, ...this.#server };
  }
}
