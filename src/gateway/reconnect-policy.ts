import type { Clock } from '../utils/clock.js';
import type { GatewayContext } from './gateway-context.js';
import { ReconnectBackoff } from './reconnect-backoff.js';
import type { ShardSession } from './session/shard-session.js';
import type { ShardState } from './shard-state.js';

const RATE_LIMITED_CLOSE = 4008;
const MAX_FAILED_RESUMES = 3;
const MAX_FAILED_RESUME_CONNECTS = 2;

/** How a connection ended. */
export interface Ending {
  readonly code: number;
  /** Whether the shard itself ended it. */
  readonly isOwn: boolean;
  /** Where the shard stood. */
  readonly state: ShardState;
}

/**
 * Decides what the next attempt may still hope for, and when it comes.
 *
 * A resume url that does not answer is given up for the general one; a session that cannot be resumed three times in a
 * row is given up for a new one.
 */
export class ReconnectPolicy {
  readonly #backoff: ReconnectBackoff;
  readonly #clock: Clock;
  readonly #session: ShardSession;
  #failedResumes = 0;
  #failedResumeConnects = 0;
  #readySince = 0;

  constructor(session: ShardSession, { clock, random }: Pick<GatewayContext, 'clock' | 'random'>) {
    this.#clock = clock;
    this.#session = session;
    this.#backoff = new ReconnectBackoff(random);
  }

  /** Notes that a session was opened or resumed. */
  onReady(): void {
    this.#readySince = this.#clock.monotonicNow();
    this.#failedResumes = 0;
    this.#failedResumeConnects = 0;
  }

  /** Milliseconds until the next attempt; forgets of the session what cannot be used any more. */
  pauseAfter(ending: Ending, action: 'resume' | 'identify'): number {
    this.#countFailure(ending.state);
    if (action === 'identify' || this.#failedResumes >= MAX_FAILED_RESUMES) {
      this.#session.clear();
      this.#failedResumes = 0;
    }
    const wasLimited = ending.code === RATE_LIMITED_CLOSE && !ending.isOwn;
    return this.#backoff.nextDelayMs(wasLimited || ending.state !== 'ready' ? 0 : this.#readyForMs);
  }

  get #readyForMs(): number {
    return Math.max(1, this.#clock.monotonicNow() - this.#readySince);
  }

  #countFailure(state: ShardState): void {
    if (state === 'resuming') this.#failedResumes += 1;
    if (state !== 'connecting' || this.#session.resumeUrl === undefined) return;
    this.#failedResumeConnects += 1;
    if (this.#failedResumeConnects >= MAX_FAILED_RESUME_CONNECTS) this.#session.forgetResumeUrl();
  }
}
