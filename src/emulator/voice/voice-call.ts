/** One call: who is in it, and the way of everything that is said from one to the others. */
import type { Snowflake } from '../../types/type-tools.js';
import type { Clock } from '../../utils/clock.js';
import type { Chance } from './chance.js';
import { DaveDelivery } from './dave-delivery.js';
import type { MediaPacket, Participant } from './participant.js';
import type { VoiceKnobs } from './voice-knobs.js';

/** Parts of a call. */
export interface VoiceCallOptions {
  readonly channelId: Snowflake;
  readonly clock: Clock;
  readonly knobs: VoiceKnobs;
  readonly chance: () => Chance;
  readonly isStage: boolean;
}

/** Call in one voice channel. */
export class VoiceCall {
  readonly dave: DaveDelivery;
  readonly #options: VoiceCallOptions;
  readonly #participants = new Map<Snowflake, Participant>();
  #isDowngraded = false;

  constructor(options: VoiceCallOptions) {
    this.#options = options;
    const { channelId, clock, knobs } = options;
    this.dave = new DaveDelivery({ channelId, clock, knobs, participants: this.#participants });
  }

  get participants(): ReadonlyMap<Snowflake, Participant> {
    return this.#participants;
  }

  /** Version of end-to-end encryption that the call has. */
  get daveVersion(): number {
    return this.#options.isStage || this.#isDowngraded ? 0 : this.#options.knobs.daveVersion;
  }

  /** Ends the end-to-end encryption of the call, as when somebody joins who cannot do it. */
  downgrade(): void {
    this.#isDowngraded = true;
    this.dave.downgrade();
  }

  /** Begins the end-to-end encryption of the call again. */
  upgrade(): void {
    this.#isDowngraded = false;
    this.dave.upgrade();
  }

  /** Tells everybody of everybody; `describe` sends the newcomer its key in between. */
  enter(newcomer: Participant, describe: () => void): void {
    const { clientsDelayMs, speakingDelayMs, sendsUnknownOpcodes, tellsSenderEarly } = this.#options.knobs;
    const others = [...this.#participants.values()].filter(({ userId }) => userId !== newcomer.userId);
    this.#participants.set(newcomer.userId, newcomer);
    if (others.length > 0)
      this.#after(clientsDelayMs, () => newcomer.tell(11, { user_ids: others.map(({ userId }) => userId) }));
    for (const other of others) {
      this.#after(clientsDelayMs, () => other.tell(11, { user_ids: [newcomer.userId] }));
      if (sendsUnknownOpcodes) other.tell(18, { user_id: newcomer.userId, flags: 2 });
    }
    const isEncrypted = this.daveVersion > 0 && newcomer.daveVersion > 0;
    if (isEncrypted && tellsSenderEarly) this.dave.greet(newcomer);
    describe();
    if (isEncrypted && !tellsSenderEarly) this.dave.greet(newcomer);
    for (const other of others)
      if (other.speaking !== undefined)
        this.#after(speakingDelayMs, () => newcomer.tell(5, speakingOf(other)));
  }

  leave(participant: Participant): void {
    if (this.#participants.get(participant.userId) !== participant) return;
    this.#participants.delete(participant.userId);
    for (const other of this.#participants.values()) other.tell(13, { user_id: participant.userId });
    this.dave.onGone(participant.userId);
  }

  /** Op 5 of a participant. */
  speaking(participant: Participant, flags: number): void {
    participant.speaking = flags;
    for (const other of this.#participants.values())
      if (other !== participant)
        this.#after(this.#options.knobs.speakingDelayMs, () => other.tell(5, speakingOf(participant)));
  }

  /** Hands on what somebody said, with the luck that the knobs leave it. */
  relay(packet: MediaPacket): void {
    const { knobs, chance: seeded } = this.#options;
    const chance = seeded();
    for (const other of [...this.#participants.values()]) {
      if (other.userId === packet.userId || chance.happens(knobs.loss)) continue;
      const isLate = chance.happens(knobs.reorder);
      const jitterMs = knobs.jitterMs > 0 ? chance.next() * knobs.jitterMs : 0;
      const delayMs = knobs.udpLatencyMs + jitterMs + (isLate ? knobs.reorderMs : 0);
      this.#after(delayMs, () => other.hear(packet));
      if (chance.happens(knobs.duplication)) this.#after(delayMs, () => other.hear(packet));
    }
  }

  close(): void {
    this.dave.stop();
  }

  #after(delayMs: number, act: () => void): void {
    if (delayMs <= 0) act();
    else this.#options.clock.setTimeout(act, delayMs);
  }
}

function speakingOf({ userId, ssrc, speaking }: Participant): object {
  return { user_id: userId, ssrc, speaking: speaking ?? 0, delay: 0 };
}
