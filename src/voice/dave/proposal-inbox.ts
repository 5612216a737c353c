import type { Snowflake } from '../../types/type-tools.js';
import type { Proposal } from './proposals.js';
import { readProposals, writeProposals } from './proposals.js';

const REVOKE = 1;

/** Proposals, or revocations of such, as the engine takes them. */
export interface ProposalBatch {
  readonly isRevocation: boolean;
  readonly data: Buffer;
  readonly recognisedIds: readonly Snowflake[];
}

interface HeldBatch {
  readonly isRevocation: boolean;
  readonly data: Buffer;
  readonly addedIds: readonly Snowflake[];
}

/**
 * Proposals that were not given to the engine yet.
 *
 * Takes out adds of the bot itself, which the engine would choke on, and holds adds of users whom the server has not
 * told to be in the call: a member that nobody was told of would listen in.
 */
export class ProposalInbox {
  readonly #userId: Snowflake;
  readonly #recognisedIds: () => readonly Snowflake[];
  #held: HeldBatch[] = [];

  constructor(userId: Snowflake, recognisedIds: () => readonly Snowflake[]) {
    this.#userId = userId;
    this.#recognisedIds = recognisedIds;
  }

  get isEmpty(): boolean {
    return this.#held.length === 0;
  }

  /** Takes the body of op 27. */
  push(body: Buffer): void {
    const data = Buffer.from(body.subarray(1));
    if (body[0] === REVOKE) {
      this.#held.push({ isRevocation: true, data, addedIds: [] });
      return;
    }
    const proposals = tryToRead(data);
    if (!proposals) {
      this.#held.push({ isRevocation: false, data, addedIds: [] });
      return;
    }
    const foreign = proposals.filter(({ addedUserId }) => addedUserId !== this.#userId);
    if (foreign.length === 0) return;
    const addedIds = foreign.flatMap(({ addedUserId }) => addedUserId ?? []);
    const isWhole = foreign.length === proposals.length;
    this.#held.push({ isRevocation: false, data: isWhole ? data : writeProposals(foreign), addedIds });
  }

  /** Gives, in order, what can be processed now; with `takesAll` also what is not recognised, for the engine to refuse. */
  take(takesAll = false): ProposalBatch[] {
    const recognisedIds = [...this.#recognisedIds(), this.#userId];
    const isKnown = ({ addedIds }: HeldBatch): boolean => addedIds.every((id) => recognisedIds.includes(id));
    const stop = takesAll ? -1 : this.#held.findIndex((batch) => !isKnown(batch));
    const taken = this.#held.splice(0, stop === -1 ? this.#held.length : stop);
    return taken.map(({ isRevocation, data }) => ({ isRevocation, data, recognisedIds }));
  }

  clear(): void {
    this.#held = [];
  }
}

function tryToRead(data: Buffer): Proposal[] | undefined {
  try {
    return readProposals(data);
  } catch {
    // The engine knows better why these are not acceptable.
    return undefined;
  }
}
