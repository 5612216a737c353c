/**
 * What a delivery service must know of a group without being in it: epoch, leaves, and proposals under way.
 *
 * Of the commits that members send it takes the first that is for this epoch and carries out every proposal; the
 * others are late, and dropped.
 */
import type { Snowflake } from '../../../types/type-tools.js';
import { readCommit, readWelcome, welcomeFor } from './commit-message.js';
import type { SignedProposal } from './external-sender.js';
import { ExternalSender } from './external-sender.js';
import type { KeyPackage } from './key-package.js';
import { uint } from './mls-bytes.js';

interface InFlight extends SignedProposal {
  readonly kind: 'add' | 'remove';
  readonly userId: Snowflake;
  readonly leaf: number;
  /** Reference of the key package of an add. */
  readonly keyReference: Buffer | undefined;
}

/** Commit that was taken. */
export interface AcceptedCommit {
  readonly commit: Buffer;
  /** Users who stay, in the group before and after. */
  readonly stayingIds: readonly Snowflake[];
  readonly welcomes: ReadonlyMap<Snowflake, Buffer>;
}

/** Group of one call, seen from outside. */
export class DeliveryGroup {
  readonly sender = new ExternalSender();
  readonly #groupId: Buffer;
  readonly #keyPackages = new Map<Snowflake, KeyPackage>();
  readonly #inFlight = new Map<string, InFlight>();
  #leaves: (Snowflake | undefined)[] = [];
  #epoch = 0n;
  #isEstablished = false;

  constructor(channelId: Snowflake) {
    this.#groupId = uint(8, BigInt(channelId));
  }

  get epoch(): bigint {
    return this.#epoch;
  }

  /** Whether somebody has committed the first epoch. */
  get isEstablished(): boolean {
    return this.#isEstablished;
  }

  get memberIds(): Snowflake[] {
    return this.#leaves.filter((leaf) => leaf !== undefined);
  }

  get isIdle(): boolean {
    return !this.#isEstablished && this.#inFlight.size === 0;
  }

  /** Begins again, as when only one member is left. */
  reset(): void {
    this.#epoch = 0n;
    this.#isEstablished = false;
    this.#leaves = [];
    this.#inFlight.clear();
    this.#keyPackages.clear();
  }

  setKeyPackage(keyPackage: KeyPackage): void {
    this.#keyPackages.set(keyPackage.userId, keyPackage);
  }

  hasKeyPackage(userId: Snowflake): boolean {
    return this.#keyPackages.has(userId);
  }

  /** Adds under way of everybody but one user. */
  pendingAdds(exceptId: Snowflake): SignedProposal[] {
    return [...this.#inFlight.values()].filter(({ kind, userId }) => kind === 'add' && userId !== exceptId);
  }

  isBeingRemoved(userId: Snowflake): boolean {
    return [...this.#inFlight.values()].some((one) => one.kind === 'remove' && one.userId === userId);
  }

  proposeAdd(userId: Snowflake): SignedProposal {
    const keyPackage = this.#keyPackages.get(userId)!;
    const signed = this.sender.proposeAdd(this.#groupId, this.#epoch, keyPackage.bytes);
    return this.#fly({ ...signed, kind: 'add', userId, leaf: -1, keyReference: keyPackage.reference });
  }

  proposeRemove(userId: Snowflake): SignedProposal {
    const leaf = this.#leaves.indexOf(userId);
    const signed = this.sender.proposeRemove(this.#groupId, this.#epoch, leaf);
    return this.#fly({ ...signed, kind: 'remove', userId, leaf, keyReference: undefined });
  }

  /** Takes back what was proposed for a user; gives the references. */
  revokeAdds(userId: Snowflake): Buffer[] {
    this.#keyPackages.delete(userId);
    return this.forgetAdds(userId);
  }

  /** Forgets the adds of a user, whose key package has been replaced; gives the references. */
  forgetAdds(userId: Snowflake): Buffer[] {
    const revoked = [...this.#inFlight].filter(([, one]) => one.kind === 'add' && one.userId === userId);
    for (const [key] of revoked) this.#inFlight.delete(key);
    return revoked.map(([, { reference }]) => reference);
  }

  /** Takes the body of op 28; throws with the reason when it is late or wrong. */
  accept(committerId: Snowflake, body: Buffer): AcceptedCommit {
    const commit = readCommit(body);
    if (!commit.groupId.equals(this.#groupId)) throw new RangeError('commit is for another group');
    if (commit.epoch !== this.#epoch) throw new RangeError('commit is for another epoch');
    const carried = this.#carriedBy(committerId, commit.references);
    const expectedLeaf = this.#isEstablished ? this.#leaves.indexOf(committerId) : 0;
    if (commit.senderLeaf !== expectedLeaf) throw new RangeError('commit is by another leaf');
    const before = this.#isEstablished ? this.memberIds : [committerId];
    const leaves = this.#leavesAfter(committerId, carried);
    const added = carried.filter(({ kind }) => kind === 'add');
    const welcomes = this.#welcomes(added, commit.rest);
    this.#enter(leaves, [...added.map(({ userId }) => userId), committerId]);
    const stayingIds = before.filter((id) => leaves.includes(id) && !welcomes.has(id));
    return { commit: commit.bytes, welcomes, stayingIds };
  }

  #fly(proposal: InFlight): SignedProposal {
    this.#inFlight.set(proposal.reference.toString('hex'), proposal);
    return proposal;
  }

  /** Proposals that a commit carries out: all that are under way, but the committer's own first add. */
  #carriedBy(committerId: Snowflake, references: readonly Buffer[]): InFlight[] {
    const isOwnFirst = ({ kind, userId }: InFlight): boolean =>
      !this.#isEstablished && kind === 'add' && userId === committerId;
    const expected = [...this.#inFlight.values()].filter((one) => !isOwnFirst(one));
    if (references.length !== expected.length) throw new RangeError('commit leaves proposals out');
    return references.map((reference) => {
      const found = this.#inFlight.get(reference.toString('hex'));
      if (!found) throw new RangeError('commit carries out a proposal that nobody made');
      return found;
    });
  }

  #leavesAfter(committerId: Snowflake, carried: readonly InFlight[]): (Snowflake | undefined)[] {
    const leaves = this.#isEstablished ? [...this.#leaves] : [committerId];
    for (const { kind, leaf } of carried) if (kind === 'remove') leaves[leaf] = undefined;
    while (leaves.length > 0 && leaves.at(-1) === undefined) leaves.pop();
    for (const { kind, userId } of carried) {
      if (kind !== 'add') continue;
      const blank = leaves.indexOf(undefined);
      leaves[blank === -1 ? leaves.length : blank] = userId;
    }
    return leaves;
  }

  #welcomes(added: readonly InFlight[], rest: Buffer): Map<Snowflake, Buffer> {
    if (added.length === 0) {
      if (rest.length > 0) throw new RangeError('welcome for nobody');
      return new Map();
    }
    const welcome = readWelcome(rest);
    return new Map(added.map(({ userId, keyReference }) => [userId, welcomeFor(welcome, keyReference!)]));
  }

  #enter(leaves: (Snowflake | undefined)[], usedIds: readonly Snowflake[]): void {
    this.#leaves = leaves;
    this.#epoch += 1n;
    this.#isEstablished = true;
    this.#inFlight.clear();
    for (const userId of usedIds) this.#keyPackages.delete(userId);
  }
}
