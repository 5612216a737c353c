import type { Snowflake } from '../../types/type-tools.js';

/** Signing key pair of the bot: kept between sessions, so that its verification codes stay the same. */
export interface DaveKeyPair {
  /** Private key; it never leaves the process. */
  readonly private: Buffer;
  /** Public key, which verification codes are made of. */
  readonly public: Buffer;
}

/** What the bot has to say about a proposal: a commit, and a welcome when somebody is added. */
export interface DaveAnswer {
  /** Commit to send, when there is one. */
  readonly commit?: Buffer;
  /** Welcome for those who are added, when there are any. */
  readonly welcome?: Buffer;
}

/** Membership of the bot in one call's group; every method may throw what the engine makes of bad data. */
export interface DaveSession {
  /** Whether there is a group whose keys can encrypt. */
  readonly isReady: boolean;
  /** 30 digits that are the same for everybody in the call; empty outside a group. */
  readonly privacyCode: string;
  /** Members of the group. */
  readonly userIds: readonly Snowflake[];
  /** Forgets the group and begins again, with the same external sender. */
  restart(version: number): void;
  /** Makes a fresh key package. */
  keyPackage(): Buffer;
  /** Takes the key by which the voice server's proposals are signed. */
  setExternalSender(data: Buffer): void;
  /** Takes proposals (`isRevocation`: revocations of such); adds of users that are not recognised are refused. */
  processProposals(isRevocation: boolean, data: Buffer, recognisedIds: readonly Snowflake[]): DaveAnswer;
  /** Moves to the next epoch. */
  processCommit(data: Buffer): void;
  /** Joins the group. */
  processWelcome(data: Buffer): void;
  /** Encrypts one Opus frame for the group. */
  encrypt(frame: Uint8Array): Buffer;
  /** Decrypts one frame that a user spoke. */
  decrypt(userId: Snowflake, frame: Buffer): Buffer;
  /** 45 digits that the bot and that user both see when nobody sits between them. */
  verificationCode(userId: Snowflake): Promise<string>;
}

/** End-to-end encryption of calls. @see https://daveprotocol.com */
export interface DaveEngine {
  /** Newest version of the protocol that the engine can do. */
  readonly maxVersion: number;
  /** Makes a signing key pair. */
  createKeyPair(): DaveKeyPair;
  /** Makes the bot's membership in the group of one channel. */
  createSession(version: number, userId: Snowflake, channelId: Snowflake, keyPair: DaveKeyPair): DaveSession;
}
