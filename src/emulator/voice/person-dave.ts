/** Person's side of end-to-end encryption: what Discord's own client does, by the engine that bots use too. */
import type { DAVESession } from '@snazzah/davey';
import type { Snowflake } from '../../types/type-tools.js';
import type { Clock, TimerHandle } from '../../utils/clock.js';

type Davey = typeof import('@snazzah/davey');

const PATIENCE_MS = 2_500;
const AUDIO = 0;

/** Parts of a person's encryption. */
export interface PersonDaveOptions {
  readonly davey: Davey;
  readonly clock: Clock;
  readonly userId: Snowflake;
  readonly channelId: Snowflake;
  readonly version: number;
  sendBinary(op: number, payload: Buffer): void;
  send(op: number, data: object): void;
  onKeysChanged(): void;
}

/** Membership of a person in the group of a call. */
export class PersonDave {
  readonly #options: PersonDaveOptions;
  readonly #session: DAVESession;
  #announced: { readonly id: number; readonly commit: Buffer; readonly timer: TimerHandle } | undefined;
  #welcomeId: number | undefined;
  #hasGroup = false;

  constructor(options: PersonDaveOptions) {
    this.#options = options;
    const { davey, version, userId, channelId } = options;
    this.#session = new davey.DAVESession(version, userId, channelId);
  }

  get canSpeak(): boolean {
    return this.#hasGroup && this.#welcomeId === undefined && this.#session.ready;
  }

  get privacyCode(): string | undefined {
    return this.#hasGroup ? this.#session.voicePrivacyCode : undefined;
  }

  verificationCode(userId: Snowflake): Promise<string> {
    return this.#session.getVerificationCode(userId);
  }

  /** Asks to be added. */
  start(): void {
    this.#options.sendBinary(26, this.#session.getSerializedKeyPackage());
  }

  encrypt(frame: Buffer): Buffer {
    return this.#session.encryptOpus(frame);
  }

  decrypt(userId: Snowflake, frame: Buffer): Buffer | undefined {
    return attempt(() => this.#session.decrypt(userId, AUDIO, frame));
  }

  onJson(op: number, data: { readonly transition_id?: number; readonly epoch?: number }): void {
    if (op === 22) this.#execute(data.transition_id);
    else if (op === 24 && data.epoch === 1) this.#joinAnew();
    else if (op === 21 && data.transition_id) this.#options.send(23, { transition_id: data.transition_id });
  }

  onBinary(op: number, body: Buffer): void {
    if (op === 25) attempt(() => this.#session.setExternalSender(body));
    else if (op === 27) this.#onProposals(body);
    else if (op === 29) this.#onCommit(body.readUInt16BE(0), body.subarray(2));
    else if (op === 30) this.#onWelcome(body.readUInt16BE(0), body.subarray(2));
  }

  stop(): void {
    this.#options.clock.clearTimeout(this.#announced?.timer);
    this.#announced = undefined;
  }

  #onProposals(body: Buffer): void {
    this.#apply();
    const answer = attempt(() => this.#session.processProposals(body[0] ?? 0, body.subarray(1)));
    if (!answer?.commit) return;
    const parts = answer.welcome ? [answer.commit, answer.welcome] : [answer.commit];
    this.#options.sendBinary(28, Buffer.concat(parts));
  }

  #onCommit(id: number, commit: Buffer): void {
    this.#apply();
    const timer = this.#options.clock.setTimeout(() => this.#apply(), PATIENCE_MS);
    this.#announced = { id, commit, timer };
    if (id === 0) this.#apply();
    else this.#options.send(23, { transition_id: id });
  }

  #onWelcome(id: number, welcome: Buffer): void {
    this.#enter(id, () => this.#session.processWelcome(welcome));
    if (id === 0 || !this.#hasGroup) return;
    this.#welcomeId = id;
    this.#options.send(23, { transition_id: id });
    this.#options.clock.setTimeout(() => this.#execute(id), PATIENCE_MS);
  }

  #execute(id: number | undefined): void {
    if (this.#announced?.id === id) this.#apply();
    if (this.#welcomeId === id) this.#welcomeId = undefined;
  }

  #apply(): void {
    const announced = this.#announced;
    if (!announced) return;
    this.#announced = undefined;
    this.#options.clock.clearTimeout(announced.timer);
    this.#enter(announced.id, () => this.#session.processCommit(announced.commit));
  }

  #enter(id: number, move: () => void): void {
    try {
      move();
    } catch {
      this.#options.send(31, { transition_id: id });
      this.#joinAnew();
      return;
    }
    this.#hasGroup = true;
    this.#options.onKeysChanged();
  }

  #joinAnew(): void {
    const { version, userId, channelId } = this.#options;
    this.#hasGroup = false;
    this.#welcomeId = undefined;
    this.stop();
    this.#session.reinit(version, userId, channelId);
    this.start();
  }
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
