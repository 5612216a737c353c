import type { DAVESession } from '@snazzah/davey';
import type { Snowflake } from '../../types/type-tools.js';
import type { DaveAnswer, DaveEngine, DaveKeyPair, DaveSession } from './dave-engine.js';

type Davey = typeof import('@snazzah/davey');

const AUDIO = 0;
const APPEND = 0;
const REVOKE = 1;

/** Engine that is `@snazzah/davey`: MLS and frame encryption in Rust. */
export class DaveyEngine implements DaveEngine {
  readonly #davey: Davey;

  constructor(davey: Davey) {
    this.#davey = davey;
  }

  /** Loads the native module; rejects where it is not installed or does not run. */
  static async load(): Promise<DaveyEngine> {
    const module = (await import('@snazzah/davey')) as Davey & { readonly default?: Davey };
    return new DaveyEngine(module.default ?? module);
  }

  get maxVersion(): number {
    return this.#davey.DAVE_PROTOCOL_VERSION;
  }

  get packageVersion(): string {
    return this.#davey.VERSION;
  }

  createKeyPair(): DaveKeyPair {
    return this.#davey.generateP256Keypair();
  }

  createSession(version: number, userId: Snowflake, channelId: Snowflake, keyPair: DaveKeyPair): DaveSession {
    const session = new this.#davey.DAVESession(version, userId, channelId, keyPair);
    return new DaveySession(session, keyPair);
  }
}

class DaveySession implements DaveSession {
  readonly #session: DAVESession;
  readonly #keyPair: DaveKeyPair;

  constructor(session: DAVESession, keyPair: DaveKeyPair) {
    this.#session = session;
    this.#keyPair = keyPair;
  }

  get isReady(): boolean {
    return this.#session.ready;
  }

  get privacyCode(): string {
    return this.#session.voicePrivacyCode;
  }

  get userIds(): readonly Snowflake[] {
    return this.#session.getUserIds();
  }

  restart(version: number): void {
    const { userId, channelId } = this.#session;
    this.#session.reinit(version, userId, channelId, this.#keyPair);
  }

  keyPackage(): Buffer {
    return this.#session.getSerializedKeyPackage();
  }

  setExternalSender(data: Buffer): void {
    this.#session.setExternalSender(data);
  }

  processProposals(isRevocation: boolean, data: Buffer, recognisedIds: readonly Snowflake[]): DaveAnswer {
    return this.#session.processProposals(isRevocation ? REVOKE : APPEND, data, [...recognisedIds]);
  }

  processCommit(data: Buffer): void {
    this.#session.processCommit(data);
  }

  processWelcome(data: Buffer): void {
    this.#session.processWelcome(data);
  }

  encrypt(frame: Uint8Array): Buffer {
    return this.#session.encryptOpus(Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength));
  }

  decrypt(userId: Snowflake, frame: Buffer): Buffer {
    return this.#session.decrypt(userId, AUDIO, frame);
  }

  verificationCode(userId: Snowflake): Promise<string> {
    return this.#session.getVerificationCode(userId);
  }
}
