/**
 * Takes part in the end-to-end encryption of one call: the bot's side of DAVE.
 *
 * Everybody in a call is a member of one MLS group, whose epoch changes whenever somebody comes or goes. The voice
 * server proposes (op 27), some member commits (op 28), the server announces the commit to members (op 29) and the
 * welcome to newcomers (op 30), they say that they are ready (op 23), and the server tells all to switch (op 22).
 *
 * Three habits keep frames from being lost on the way:
 * - An announced commit is applied when it is executed, not when it is announced: applying it switches the sender's
 *   keys, and members that are farther from the server could not yet decrypt. It is applied earlier when something for
 *   the next epoch arrives, and when the server forgets to execute it.
 * - For the same reason a newcomer is silent until its welcome is executed.
 * - Frames that cannot be decrypted wait for the next epoch (`RetryQueue`) instead of being dropped.
 *
 * Nothing here ever lets a frame out in the clear while the call is encrypted.
 *
 * @see https://daveprotocol.com
 */
import type { Snowflake } from '../../types/type-tools.js';
import { Postponed } from '../postponed.js';
import type { DaveAnswer, DaveSession } from './dave-engine.js';
import type { DaveManagerOptions } from './dave-options.js';
import { isEncryptedFrame, isSilence } from './frame-kind.js';
import { PacedRecovery } from './paced-recovery.js';
import { ProposalInbox } from './proposal-inbox.js';
import { Transitions } from './transitions.js';

/** How long frames of before a change of protocol are still taken, in milliseconds. */
const CHANGEOVER_MS = 10_000;
/** How long a commit may wait for the news of whom it adds. */
const NEWS_MS = 1_000;

/** Bot's part in the encryption of one call. */
export class DaveManager {
  readonly #options: DaveManagerOptions;
  readonly #inbox: ProposalInbox;
  readonly #transitions: Transitions;
  readonly #lateCommit: Postponed;
  readonly #recovery: PacedRecovery;
  #session: DaveSession | undefined;
  /** Version by which the bot sends; 0 sends in the clear, in calls that are not encrypted. */
  #version = 0;
  /** Version that the group of the session was made for. */
  #groupVersion = 0;
  #externalSender: Buffer | undefined;
  #hasGroup = false;
  /** Whether the group's keys can encrypt; asked of the engine once an epoch, not for each frame. */
  #hasKeys = false;
  #changedAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: DaveManagerOptions) {
    this.#options = options;
    this.#lateCommit = new Postponed(options.clock);
    this.#recovery = new PacedRecovery(options.clock, (transitionId) => this.#recover(transitionId));
    this.#inbox = new ProposalInbox(options.userId, options.recognisedIds);
    this.#transitions = new Transitions({
      clock: options.clock,
      onReady: (transitionId) => options.outbox.transitionReady(transitionId),
    });
  }

  /** Version of the protocol by which the bot sends; 0 in calls that are not encrypted. */
  get version(): number {
    return this.#version;
  }

  /** Whether a frame can leave now. */
  get canEncrypt(): boolean {
    if (this.#version === 0) return true;
    return this.#hasKeys && !this.#transitions.holdsWelcome;
  }

  /** 30 digits that everybody in the call sees alike; `undefined` outside a group. */
  get privacyCode(): string | undefined {
    return (this.#hasGroup && this.#session?.privacyCode) || undefined;
  }

  /** 45 digits for comparison with one user; `undefined` when that user is not in the group. */
  async verificationCode(userId: Snowflake): Promise<string | undefined> {
    const session = this.#hasGroup ? this.#session : undefined;
    return session?.userIds.includes(userId) ? session.verificationCode(userId) : undefined;
  }

  /** Begins with the version that the session was described with (op 4). */
  start(version: number): void {
    this.#version = version;
    if (version > 0) this.#joinAnew(version);
  }

  stop(): void {
    this.#forgetPending();
    this.#session = undefined;
    this.#hasGroup = false;
    this.#hasKeys = false;
  }

  /** Op 25. */
  onExternalSender(data: Buffer): void {
    this.#externalSender = Buffer.from(data);
    this.#attempt('external sender', () => this.#session?.setExternalSender(data));
  }

  /** Op 27; `data` begins with the kind of operation. */
  onProposals(data: Buffer): void {
    // Proposals come for the epoch that follows the announced commit.
    this.#catchUp();
    this.#inbox.push(data);
    this.#readProposals();
  }

  /** Users that the server has told may make held proposals acceptable. */
  onUsersKnown(): void {
    this.#readProposals();
    if (this.#inbox.isEmpty) this.#lateCommit.run();
  }

  /** Op 29. */
  onCommit(transitionId: number, commit: Buffer): void {
    this.#catchUp();
    const bytes = Buffer.from(commit);
    const apply = (): void => {
      this.#readProposals(true);
      if (this.#enter(transitionId, (session) => session.processCommit(bytes))) this.#useGroup();
    };
    this.#transitions.announce(transitionId, 'commit', () => {
      if (this.#inbox.isEmpty) apply();
      else this.#lateCommit.set(NEWS_MS, apply);
    });
  }

  /** Op 30. */
  onWelcome(transitionId: number, welcome: Buffer): void {
    this.#catchUp();
    this.#inbox.clear();
    const hasEntered = this.#enter(transitionId, (session) => session.processWelcome(welcome));
    if (hasEntered) this.#transitions.announce(transitionId, 'welcome', () => this.#useGroup());
  }

  /** Op 21. */
  onPrepareTransition(transitionId: number, version: number): void {
    this.#catchUp();
    this.#transitions.announce(transitionId, 'version', () => {
      if (version === 0 || this.#session !== undefined) this.#setVersion(version);
    });
  }

  /** Op 22. */
  onExecuteTransition(transitionId: number): void {
    if (!this.#transitions.execute(transitionId))
      this.#log(`the voice server executed transition ${transitionId}, which it had not prepared`);
  }

  /** Op 24: epoch 1 begins a new group. */
  onPrepareEpoch(epoch: number, version: number): void {
    this.#catchUp();
    if (epoch === 1) this.#joinAnew(version);
    else this.#groupVersion = version;
  }

  /** Encrypts what the bot says; `undefined` when it must not leave. */
  encrypt(frame: Uint8Array): Uint8Array | undefined {
    if (this.#version === 0 || isSilence(frame)) return frame;
    if (!this.canEncrypt) return undefined;
    return this.#attempt('frame', () => this.#session!.encrypt(frame));
  }

  /** Decrypts what a user says; `undefined` when the keys of now do not fit. */
  decrypt(userId: Snowflake, frame: Buffer): Buffer | undefined {
    if (isSilence(frame)) return frame;
    if (isEncryptedFrame(frame) && this.#session && this.#hasGroup) {
      const session = this.#session;
      const decrypted = quietly(() => session.decrypt(userId, frame));
      if (decrypted || this.#version > 0) return decrypted;
    }
    return this.#takesPlain() ? frame : undefined;
  }

  /** Applies an announced commit at once, because frames of its epoch are arriving. */
  hurry(): void {
    this.#catchUp();
  }

  /** Leaves the group and asks to be added again, because nothing can be decrypted any more. */
  recover(): void {
    if (this.#version > 0 && this.#hasGroup) this.#fail(this.#transitions.lastId);
  }

  /** Applies what was announced, because what comes next builds on it. */
  #catchUp(): void {
    this.#lateCommit.run();
    this.#transitions.flush();
    this.#lateCommit.run();
  }

  #forgetPending(): void {
    this.#lateCommit.clear();
    this.#recovery.clear();
    this.#transitions.clear();
  }

  /** Plain frames count in calls without encryption, and for a while after encryption was turned on. */
  #takesPlain(): boolean {
    if (this.#version === 0) return true;
    return this.#options.clock.monotonicNow() - this.#changedAtMs < CHANGEOVER_MS;
  }

  #joinAnew(version: number): void {
    const { engine, userId, channelId, keyPair } = this.#options;
    this.#hasGroup = false;
    this.#hasKeys = false;
    this.#groupVersion = version;
    this.#inbox.clear();
    if (this.#session) this.#session.restart(version);
    else this.#session = engine.createSession(version, userId, channelId, keyPair);
    const session = this.#session;
    const sender = this.#externalSender;
    if (sender) this.#attempt('external sender', () => session.setExternalSender(sender));
    this.#options.outbox.keyPackage(session.keyPackage());
    this.#options.onChange();
  }

  #readProposals(readsAll = false): void {
    for (const { isRevocation, data, recognisedIds } of this.#inbox.take(readsAll)) {
      const answer = this.#attempt('proposals', () =>
        this.#session?.processProposals(isRevocation, data, recognisedIds),
      );
      if (answer?.commit) this.#options.outbox.commitWelcome(joinAnswer(answer));
    }
  }

  /** Moves to another epoch; a failure asks the server to take the bot out and in again. */
  #enter(transitionId: number, move: (session: DaveSession) => void): boolean {
    const session = this.#session;
    if (!session) return false;
    try {
      move(session);
    } catch (error) {
      this.#log(`transition ${transitionId} is not valid for this member`, error);
      this.#fail(transitionId);
      return false;
    }
    this.#hasGroup = true;
    this.#hasKeys = session.isReady;
    this.#options.onChange();
    return true;
  }

  /** Sends by the keys of the group from now on. */
  #useGroup(): void {
    this.#setVersion(this.#groupVersion);
  }

  #setVersion(version: number): void {
    if (this.#version === 0 && version > 0) this.#changedAtMs = this.#options.clock.monotonicNow();
    this.#version = version;
    this.#options.onChange();
  }

  /** Is out of the group: nothing leaves until it is back. */
  #fail(transitionId: number): void {
    this.#hasGroup = false;
    this.#hasKeys = false;
    this.#forgetPending();
    this.#recovery.request(transitionId);
  }

  #recover(transitionId: number): void {
    this.#options.outbox.invalidCommitWelcome(transitionId);
    this.#joinAnew(this.#groupVersion);
  }

  #attempt<T>(what: string, act: () => T): T | undefined {
    try {
      return act();
    } catch (error) {
      // Ordinary: proposals of another epoch reach members that are not yet in, and the like.
      this.#log(`the engine refused the ${what}`, error);
      return undefined;
    }
  }

  #log(message: string, error?: unknown): void {
    this.#options.logger.debug('voice', `dave: ${message}`, error === undefined ? {} : { error });
  }
}

function joinAnswer({ commit, welcome }: DaveAnswer): Buffer {
  return welcome ? Buffer.concat([commit!, welcome]) : commit!;
}

function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
