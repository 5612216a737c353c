import type { Snowflake } from '../types/type-tools.js';

/** Turn of one press on a message; the next waits until it is given up. */
export interface Turn<Shared> {
  /** What the presses under way on this message share. */
  shared: Shared | undefined;
  /** Lets the next press in while this one waits for something else; the returned function takes the turn again. */
  stepAside(): () => Promise<void>;
  /** Ends the turn. */
  release(): void;
}

interface Lane<Shared> {
  tail: Promise<void>;
  /** Presses that have a turn, wait for one, or have stepped aside. */
  count: number;
  shared: Shared | undefined;
}

/** Puts presses on the same message one behind the other; a message nobody presses costs nothing. */
export class MessageLanes<Shared> {
  readonly #lanes = new Map<Snowflake, Lane<Shared>>();

  /** How many messages have a press under way. */
  get size(): number {
    return this.#lanes.size;
  }

  /** Waits for the turn of this press. */
  async enter(messageId: Snowflake): Promise<Turn<Shared>> {
    const lane = this.#lanes.get(messageId) ?? { tail: Promise.resolve(), count: 0, shared: undefined };
    this.#lanes.set(messageId, lane);
    lane.count += 1;
    let leave = await takeTurn(lane);
    return {
      get shared() {
        return lane.shared;
      },
      set shared(shared) {
        lane.shared = shared;
      },
      stepAside: () => {
        leave();
        return async () => {
          leave = await takeTurn(lane);
        };
      },
      release: () => {
        lane.count -= 1;
        if (lane.count === 0) this.#lanes.delete(messageId);
        leave();
      },
    };
  }
}

/** Waits until everybody before has left; gives the way to leave. */
async function takeTurn(lane: Lane<unknown>): Promise<() => void> {
  const before = lane.tail;
  let leave: () => void = () => undefined;
  lane.tail = new Promise((resolve) => {
    leave = resolve;
  });
  await before;
  return leave;
}
