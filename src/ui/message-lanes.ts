import type { Awaitable, Snowflake } from '../types/type-tools.js';

/** Turn of one press on a message; the next waits until it is given up. */
export interface Turn<Shared> {
  /** What the presses under way on this message share. */
  shared: Shared | undefined;
  /** Lets the next press in while this one waits for something else; the returned function takes the turn again. */
  stepAside(): () => Promise<void>;
  /** Ends the turn. */
  release(): void;
}

/** Puts presses on the same message one behind the other; a message nobody presses costs nothing. */
export class MessageLanes<Shared> {
  readonly #lanes = new Map<Snowflake, Lane<Shared>>();

  /** How many messages have a press under way. */
  get size(): number {
    return this.#lanes.size;
  }

  /** Gives the turn to this press: at once when nobody is before it. */
  enter(messageId: Snowflake): Awaitable<Turn<Shared>> {
    const lane = this.#lanes.get(messageId) ?? new Lane<Shared>();
    this.#lanes.set(messageId, lane);
    lane.count += 1;
    const turn = new LaneTurn(lane, () => this.#lanes.delete(messageId));
    const wait = lane.take();
    return wait ? wait.then(() => turn) : turn;
  }
}

class Lane<Shared> {
  /** Presses that have a turn, wait for one, or have stepped aside. */
  count = 0;
  shared: Shared | undefined;
  #isTaken = false;
  readonly #waiting: Array<() => void> = [];

  /** Takes the turn; gives what to wait for when somebody has it. */
  take(): Promise<void> | undefined {
    if (this.#isTaken) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#isTaken = true;
    return undefined;
  }

  /** Gives the turn to whoever has waited longest. */
  leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isTaken = false;
  }
}

class LaneTurn<Shared> implements Turn<Shared> {
  readonly #lane: Lane<Shared>;
  readonly #close: () => void;

  constructor(lane: Lane<Shared>, close: () => void) {
    this.#lane = lane;
    this.#close = close;
  }

  get shared(): Shared | undefined {
    return this.#lane.shared;
  }

  set shared(shared: Shared | undefined) {
    this.#lane.shared = shared;
  }

  stepAside(): () => Promise<void> {
    this.#lane.leave();
    return async () => {
      await this.#lane.take();
    };
  }

  release(): void {
    this.#lane.count -= 1;
    if (this.#lane.count === 0) this.#close();
    this.#lane.leave();
  }
}
