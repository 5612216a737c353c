/**
 * Keeps a connection alive, and notices when it is not.
 *
 * The first beat comes after `interval × random`, so that thousands of bots that reconnect at once do not beat at
 * once; the next ones every `interval`. A beat that is due while the one before is not acknowledged means that the
 * connection is dead though TCP has not noticed (a zombie). So does silence: no frame at all for `silenceMs`.
 *
 * When the event loop was blocked, Node runs timers before it reads sockets, so the acknowledgement may lie unread in
 * the socket. A verdict that was reached by a late timer is therefore put off for one short grace period.
 *
 * @see https://docs.discord.com/developers/events/gateway#sending-heartbeats
 */
import type { Clock, TimerHandle } from '../utils/clock.js';

const LATE_MS = 250;
const GRACE_MS = 500;
/** Silence is looked for in so many steps: a flag for each frame costs nothing, a look at the clock would. */
const SILENCE_STEPS = 2;

/** What a heartbeat asks of its shard. */
export interface HeartbeatOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** Silence, in milliseconds, after which the connection counts as dead, within half of it. */
  readonly silenceMs: number;
  /** Sends one beat with the current sequence. */
  beat(): void;
  /** Called once when the connection is dead; a zombie still has a socket, with nobody at the other end. */
  onDead(why: string, isZombie: boolean): void;
  /** Called whenever a timer came late, with the lateness and the time between beats, in milliseconds. */
  onLate?(latenessMs: number, intervalMs: number): void;
}

/** Beats, acknowledgements and latency of one connection. */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  #intervalMs = 0;
  #beatTimer: TimerHandle;
  #silenceTimer: TimerHandle;
  #running = false;
  #awaitingAck = false;
  #sentAt = Number.NaN;
  #hasHeard = false;
  #silentSteps = 0;
  #latencyMs = Number.NaN;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
  }

  /** Milliseconds between the last acknowledged beat and its acknowledgement; NaN before the first. */
  get latencyMs(): number {
    return this.#latencyMs;
  }

  /** Starts beating; `intervalMs` comes from Hello. */
  start(intervalMs: number): void {
    this.stop();
    this.#running = true;
    this.#intervalMs = Math.max(1, intervalMs);
    this.#awaitingAck = false;
    this.#hasHeard = false;
    this.#silentSteps = 0;
    this.#armBeat(this.#intervalMs * this.#options.random());
    this.#armSilence(this.#stepMs);
  }

  stop(): void {
    this.#running = false;
    this.#options.clock.clearTimeout(this.#beatTimer);
    this.#options.clock.clearTimeout(this.#silenceTimer);
  }

  /** Notes that something arrived. */
  onFrame(): void {
    this.#hasHeard = true;
  }

  /** Notes an acknowledgement (op 11). */
  onAck(): void {
    this.#awaitingAck = false;
    if (!Number.isNaN(this.#sentAt)) this.#latencyMs = this.#options.clock.monotonicNow() - this.#sentAt;
    this.#sentAt = Number.NaN;
  }

  /** Sends a beat at once, because the server (op 1) or the user asked; the schedule stays. */
  beatNow(): void {
    this.#sentAt = this.#options.clock.monotonicNow();
    this.#options.beat();
  }

  #armBeat(delayMs: number): void {
    const dueAt = this.#options.clock.monotonicNow() + delayMs;
    this.#beatTimer = this.#options.clock.setTimeout(() => this.#onBeatDue(dueAt), delayMs);
  }

  #onBeatDue(dueAt: number): void {
    const latenessMs = this.#options.clock.monotonicNow() - dueAt;
    if (latenessMs > LATE_MS) this.#options.onLate?.(latenessMs, this.#intervalMs);
    if (!this.#awaitingAck) {
      this.#awaitingAck = true;
      this.beatNow();
      if (this.#running) this.#armBeat(this.#intervalMs);
    } else if (latenessMs > LATE_MS) {
      this.#armBeat(GRACE_MS);
    } else {
      this.#die('the last heartbeat was not acknowledged', true);
    }
  }

  #armSilence(delayMs: number): void {
    const dueAt = this.#options.clock.monotonicNow() + delayMs;
    this.#silenceTimer = this.#options.clock.setTimeout(() => this.#onSilenceDue(dueAt), delayMs);
  }

  #onSilenceDue(dueAt: number): void {
    const isLate = this.#options.clock.monotonicNow() - dueAt > LATE_MS;
    if (this.#hasHeard) this.#silentSteps = 0;
    else if (!isLate) this.#silentSteps += 1;
    const delayMs = isLate && !this.#hasHeard ? GRACE_MS : this.#stepMs;
    this.#hasHeard = false;
    if (this.#silentSteps < SILENCE_STEPS) this.#armSilence(delayMs);
    else this.#die(`nothing arrived for ${this.#options.silenceMs} ms`, false);
  }

  get #stepMs(): number {
    return this.#options.silenceMs / SILENCE_STEPS;
  }

  #die(why: string, isZombie: boolean): void {
    this.stop();
    this.#options.onDead(why, isZombie);
  }
}
