/**
 * Holds back what a shard sends, so that Discord never has to close it with 4008.
 *
 * At most 120 payloads in any 60 s of one connection. Heartbeats, Identify and Resume go through at once and use up
 * slots; `RESERVED_SLOTS` are kept for them, so everything else gets 115. What must wait stands in one line per kind of
 * request, and the lines are served in turn: a thousand member requests do not keep a voice state from leaving.
 *
 * @see https://docs.discord.com/developers/events/gateway#rate-limiting
 */
import type { Clock, TimerHandle } from '../utils/clock.js';

const WINDOW_MS = 60_000;
const MAX_SENDS = 120;
const RESERVED_SLOTS = 5;

interface Waiting {
  send(): void;
  fail(error: unknown): void;
}

/** Sliding window and fair queue of one shard. */
export class SendLimiter {
  readonly #clock: Clock;
  readonly #lanes = new Map<number, Waiting[]>();
  #sentAt: number[] = [];
  #timer: TimerHandle | undefined;
  #isOpen = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether a payload sent now would have to wait for the window. */
  get isLimited(): boolean {
    return this.#countInWindow() >= MAX_SENDS - RESERVED_SLOTS;
  }

  /** Whether payloads are waiting. */
  get hasWaiting(): boolean {
    return this.#lanes.size > 0;
  }

  /** Starts a new connection: its window is empty. */
  reset(): void {
    this.pause();
    this.#sentAt = [];
  }

  /** Lets waiting payloads go. */
  open(): void {
    this.#isOpen = true;
    this.#drain();
  }

  /** Keeps payloads waiting: the connection is not ready. */
  pause(): void {
    this.#isOpen = false;
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Counts a payload that was sent without asking. */
  noteUrgent(): void {
    this.#sentAt.push(this.#clock.monotonicNow());
  }

  /** Calls `send` when the window allows; resolves then, and rejects when `send` throws or the line is cleared. */
  schedule(lane: number, send: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        send: () => {
          try {
            send();
            resolve();
          } catch (error) {
            reject(error);
          }
        },
        fail: reject,
      };
      const line = this.#lanes.get(lane);
      if (line) line.push(waiting);
      else this.#lanes.set(lane, [waiting]);
      this.#drain();
    });
  }

  /** Rejects everything that waits. */
  clear(error: unknown): void {
    this.pause();
    const lines = [...this.#lanes.values()];
    this.#lanes.clear();
    for (const waiting of lines.flat()) waiting.fail(error);
  }

  #drain(): void {
    while (this.#isOpen && this.#timer === undefined && this.#lanes.size > 0) {
      if (this.isLimited) {
        this.#wait();
        return;
      }
      const next = this.#takeNext();
      this.noteUrgent();
      next.send();
    }
  }

  /** First of the line whose turn it is; that line then goes to the end. */
  #takeNext(): Waiting {
    const [lane, line] = this.#lanes.entries().next().value!;
    const next = line.shift()!;
    this.#lanes.delete(lane);
    if (line.length > 0) this.#lanes.set(lane, line);
    return next;
  }

  #wait(): void {
    const freesAt = this.#sentAt[this.#sentAt.length - (MAX_SENDS - RESERVED_SLOTS)]! + WINDOW_MS;
    this.#timer = this.#clock.setTimeout(
      () => {
        this.#timer = undefined;
        this.#drain();
      },
      Math.max(1, freesAt - this.#clock.monotonicNow()),
    );
  }

  #countInWindow(): number {
    const oldest = this.#clock.monotonicNow() - WINDOW_MS;
    let expired = 0;
    while (expired < this.#sentAt.length && this.#sentAt[expired]! <= oldest) expired += 1;
    if (expired > 0) this.#sentAt.splice(0, expired);
    return this.#sentAt.length;
  }
}
