/**
 * Delivery service of one call's end-to-end encryption: proposes, picks commits, and times transitions.
 *
 * @see https://daveprotocol.com/#voice-gateway-opcodes
 */
import type { Snowflake } from '../../types/type-tools.js';
import type { Clock, TimerHandle } from '../../utils/clock.js';
import { DeliveryGroup } from './mls/delivery-group.js';
import type { SignedProposal } from './mls/external-sender.js';
import { readKeyPackage } from './mls/key-package.js';
import { uint, vector } from './mls/mls-bytes.js';
import type { Participant } from './participant.js';
import type { VoiceKnobs } from './voice-knobs.js';

const BAD_REQUEST = 4020;

interface Transition {
  readonly waiting: Set<Snowflake>;
  readonly timer: TimerHandle;
}

/** Parts of a delivery service. */
export interface DaveDeliveryOptions {
  readonly channelId: Snowflake;
  readonly clock: Clock;
  readonly knobs: VoiceKnobs;
  readonly participants: ReadonlyMap<Snowflake, Participant>;
}

/** Delivery service of one call. */
export class DaveDelivery {
  readonly #options: DaveDeliveryOptions;
  readonly #group: DeliveryGroup;
  readonly #transitions = new Map<number, Transition>();
  /** Commits that were not taken, with the reason. */
  readonly dropped: string[] = [];
  #lastTransition = 0;
  #invalid = 0;

  constructor(options: DaveDeliveryOptions) {
    this.#options = options;
    this.#group = new DeliveryGroup(options.channelId);
  }

  get epoch(): bigint {
    return this.#group.epoch;
  }

  get memberIds(): readonly Snowflake[] {
    return this.#group.memberIds;
  }

  /** Times that a member said it could not follow (op 31). */
  get invalidCount(): number {
    return this.#invalid;
  }

  /** Tells the external sender (op 25). */
  greet(participant: Participant): void {
    participant.tellBinary(25, this.#group.sender.package);
  }

  /** Takes a binary message. */
  onBinary(from: Participant, op: number, body: Buffer): void {
    if (op === 26) this.#onKeyPackage(from, body);
    else if (op === 28) this.#onCommit(from, body);
    else from.blame(`binary message with opcode ${op}`);
  }

  /** Op 23. */
  onTransitionReady(from: Participant, transitionId: number): void {
    if (transitionId === 0) from.blame('told to be ready for transition 0');
    const transition = this.#transitions.get(transitionId);
    transition?.waiting.delete(from.userId);
    if (transition?.waiting.size === 0) this.#execute(transitionId);
  }

  /** Op 31. */
  onInvalid(from: Participant, transitionId: number): void {
    this.#invalid++;
    this.#transitions.get(transitionId)?.waiting.delete(from.userId);
    this.#removeMember(from.userId);
  }

  /** Somebody has left the call. */
  onGone(userId: Snowflake): void {
    for (const [transitionId, { waiting }] of this.#transitions)
      if (waiting.delete(userId) && waiting.size === 0) this.#execute(transitionId);
    const { participants } = this.#options;
    if (participants.size <= 1) this.#beginAgain();
    else if (this.#group.memberIds.includes(userId)) this.#removeMember(userId);
    else this.#revoke(userId);
  }

  /** Announces that the call is not encrypted any more. */
  downgrade(): void {
    this.#announce({ commit: undefined, ids: [...this.#options.participants.keys()] });
  }

  /** Lets everybody begin a new, encrypted group. */
  upgrade(): void {
    this.#group.reset();
    for (const participant of this.#options.participants.values())
      participant.tell(24, { epoch: 1, protocol_version: participant.daveVersion });
  }

  stop(): void {
    for (const { timer } of this.#transitions.values()) this.#options.clock.clearTimeout(timer);
    this.#transitions.clear();
  }

  #onKeyPackage(from: Participant, body: Buffer): void {
    let problems: readonly string[];
    try {
      const keyPackage = readKeyPackage(Buffer.from(body), from.userId);
      problems = keyPackage.problems;
      if (problems.length === 0) this.#group.setKeyPackage(keyPackage);
    } catch (error) {
      problems = [(error as Error).message];
    }
    if (problems.length > 0) {
      from.blame(`key package: ${problems.join(', ')}`);
      from.dismiss(BAD_REQUEST);
    } else if (this.#group.isEstablished) this.#addToGroup(from);
    else this.#addToFirst(from);
  }

  #addToGroup({ userId }: Participant): void {
    this.#removeMember(userId);
    const others = this.#group.memberIds.filter((id) => id !== userId);
    const add = this.#group.proposeAdd(userId);
    this.#propose([...others, ...this.#echo(userId)], [add]);
  }

  /** There is no group yet: everybody who waits is told of all others, and somebody will commit. */
  #addToFirst({ userId }: Participant): void {
    const { participants } = this.#options;
    this.#group.forgetAdds(userId);
    const prior = this.#group.pendingAdds(userId);
    const own = this.#group.proposeAdd(userId);
    const others = [...participants.keys()].filter((id) => id !== userId && this.#group.hasKeyPackage(id));
    this.#propose([...others, ...this.#echo(userId)], [own]);
    this.#propose([userId], prior);
  }

  #echo(userId: Snowflake): Snowflake[] {
    const isPerson = this.#options.participants.get(userId)?.isPerson;
    return this.#options.knobs.echoesOwnAdd && !isPerson ? [userId] : [];
  }

  #removeMember(userId: Snowflake): void {
    const members = this.#group.memberIds;
    if (!members.includes(userId) || members.length < 2 || this.#group.isBeingRemoved(userId)) return;
    const remove = this.#group.proposeRemove(userId);
    this.#propose(
      members.filter((id) => id !== userId),
      [remove],
    );
  }

  #propose(ids: readonly Snowflake[], proposals: readonly SignedProposal[]): void {
    if (proposals.length === 0) return;
    const body = Buffer.concat([uint(1, 0), vector(...proposals.map(({ message }) => message))]);
    for (const id of ids) this.#options.participants.get(id)?.tellBinary(27, body);
  }

  #revoke(userId: Snowflake): void {
    const revoked = this.#group.revokeAdds(userId);
    if (revoked.length === 0) return;
    const body = Buffer.concat([uint(1, 1), vector(...revoked.map((reference) => vector(reference)))]);
    for (const participant of this.#options.participants.values()) participant.tellBinary(27, body);
  }

  #onCommit(from: Participant, body: Buffer): void {
    try {
      const { commit, stayingIds, welcomes } = this.#group.accept(from.userId, Buffer.from(body));
      this.#announce({ commit, ids: stayingIds, welcomes });
    } catch (error) {
      this.dropped.push((error as Error).message);
    }
  }

  /** Announces a commit to who stays and welcomes to who comes, or without a commit the end of encryption. */
  #announce(news: {
    readonly commit: Buffer | undefined;
    readonly ids: readonly Snowflake[];
    readonly welcomes?: ReadonlyMap<Snowflake, Buffer>;
  }): void {
    const { knobs, participants } = this.#options;
    const isFirst = news.commit !== undefined && this.#group.epoch === 1n;
    const transitionId = isFirst ? knobs.firstTransitionId : this.#nextTransition();
    const head = uint(2, transitionId);
    const { commit, ids, welcomes = new Map<Snowflake, Buffer>() } = news;
    if (transitionId !== 0) this.#wait(transitionId, [...ids, ...welcomes.keys()]);
    for (const id of ids) {
      if (commit) participants.get(id)?.tellBinary(29, Buffer.concat([head, this.#damaged(id, commit)]));
      else participants.get(id)?.tell(21, { transition_id: transitionId, protocol_version: 0 });
    }
    for (const [id, welcome] of welcomes)
      participants.get(id)?.tellBinary(30, Buffer.concat([head, this.#damaged(id, welcome)]));
  }

  #nextTransition(): number {
    this.#lastTransition = (this.#lastTransition % 0xffff) + 1;
    return this.#lastTransition;
  }

  #damaged(userId: Snowflake, bytes: Buffer): Buffer {
    if (!this.#options.knobs.damagesNextEpochFor.delete(userId)) return bytes;
    const damaged = Buffer.from(bytes);
    damaged[damaged.length - 3]! ^= 0xff;
    return damaged;
  }

  #wait(transitionId: number, ids: readonly Snowflake[]): void {
    const { clock, knobs } = this.#options;
    const timer = clock.setTimeout(() => this.#execute(transitionId), knobs.transitionTimeoutMs);
    this.#transitions.set(transitionId, { waiting: new Set(ids), timer });
  }

  #execute(transitionId: number): void {
    const transition = this.#transitions.get(transitionId);
    if (!transition || this.#options.knobs.withholdsExecution) return;
    this.#options.clock.clearTimeout(transition.timer);
    this.#transitions.delete(transitionId);
    for (const participant of this.#options.participants.values())
      participant.tell(22, { transition_id: transitionId });
  }

  /** Only one is left: it is told to wait for a new group. */
  #beginAgain(): void {
    if (this.#group.isIdle) return;
    this.#group.reset();
    for (const participant of this.#options.participants.values()) {
      participant.tell(24, { epoch: 1, protocol_version: participant.daveVersion });
      participant.tell(21, { transition_id: 0, protocol_version: participant.daveVersion });
    }
  }
}
