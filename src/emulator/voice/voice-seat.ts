/** Person in a call: speaks frame by frame, and keeps what it hears. */
import type { Snowflake } from '../../types/type-tools.js';
import type { Clock } from '../../utils/clock.js';
import { isEncrypted } from './conduct.js';
import type { MediaPacket, Participant } from './participant.js';
import { PersonDave } from './person-dave.js';
import type { VoiceCall } from './voice-call.js';
import type { VoiceHub } from './voice-hub.js';

const FRAME_MS = 20;
const FRAME_SAMPLES = 960;
const RETRY_MS = 500;
const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);
const CLOSING_SILENCE = 5;

/** Frame that a person heard, decrypted. */
export interface HeardFrame {
  /** User who said it. */
  readonly from: Snowflake;
  /** RTP sequence number, 16 bits. */
  readonly sequence: number;
  /** RTP timestamp in samples of 48 kHz, 32 bits. */
  readonly timestamp: number;
  /** Opus packet, decrypted. */
  readonly opus: Buffer;
  /** Milliseconds of the emulator's monotonic clock. */
  readonly atMs: number;
}

/** Parts of a seat. */
export interface VoiceSeatOptions {
  readonly server: VoiceHub;
  readonly userId: Snowflake;
  readonly channelId: Snowflake;
  readonly davey: typeof import('@snazzah/davey');
}

/** Seat of a person in a call. */
export class VoiceSeat implements Participant {
  /** Person who sits there. */
  readonly userId: Snowflake;
  /** Channel of the call. */
  readonly channelId: Snowflake;
  /** RTP source of what this person says. */
  readonly ssrc: number;
  /** Tells people from bots in the call. @internal */
  readonly isPerson = true;
  /** What this person has heard, in order. */
  readonly heard: HeardFrame[] = [];
  /** Frames that no key fitted within half a second. */
  missed = 0;
  /** Frames that were kept back, because nobody could have decrypted them. */
  unsaid = 0;
  /** What was last said by Speaking (op 5); `undefined` before. @internal */
  speaking: number | undefined;
  readonly #server: VoiceHub;
  readonly #call: VoiceCall;
  readonly #clock: Clock;
  readonly #dave: PersonDave | undefined;
  #waiting: { readonly packet: MediaPacket; readonly atMs: number }[] = [];
  #sequence = 0;
  #timestamp = 0;
  #isOver = false;

  /** @internal */
  constructor({ server, userId, channelId, davey }: VoiceSeatOptions) {
    this.userId = userId;
    this.channelId = channelId;
    this.#server = server;
    this.#call = server.call(channelId);
    this.#clock = server.clock;
    this.ssrc = server.nextSsrc();
    const version = Math.min(davey.DAVE_PROTOCOL_VERSION, this.#call.daveVersion);
    if (version > 0)
      this.#dave = new PersonDave({
        davey,
        clock: this.#clock,
        userId,
        channelId,
        version,
        sendBinary: (op, body) => this.#up(() => this.#call.dave.onBinary(this, op, body)),
        send: (op, data) => this.#up(() => this.#onSent(op, data as { transition_id: number })),
        onKeysChanged: () => this.#retry(),
      });
  }

  /** Version of end-to-end encryption that this person can do. @internal */
  get daveVersion(): number {
    return this.#dave ? 1 : 0;
  }

  /** Digits that everybody in the call sees alike. */
  get privacyCode(): string | undefined {
    return this.#dave?.privacyCode;
  }

  /** Whether what this person says would be heard. */
  get canSpeak(): boolean {
    return !this.#isOver && (this.#dave === undefined || this.#dave.canSpeak || this.#call.daveVersion === 0);
  }

  /** Digits that this person and a user both see when nobody sits between them. */
  verificationCode(userId: Snowflake): Promise<string> | undefined {
    return this.#dave?.verificationCode(userId);
  }

  /** Takes the seat. @internal */
  enter(): void {
    this.#up(() => {
      this.#call.enter(this, () => {});
      this.#dave?.start();
    });
  }

  /** Leaves the seat. @internal */
  leave(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#dave?.stop();
    this.#call.leave(this);
  }

  /** Ends what this person does in the call. @internal */
  dismiss(): void {
    this.leave();
  }

  /** Notes what this person's client did wrong. @internal */
  blame(what: string): void {
    this.#server.blame(this.userId, what);
  }

  /** Takes a message of the call. @internal */
  tell(op: number, data: unknown): void {
    this.#down(() => this.#dave?.onJson(op, data as Parameters<PersonDave['onJson']>[1]));
  }

  /** Takes a binary message of the call. @internal */
  tellBinary(op: number, payload: Buffer): void {
    const bytes = Buffer.from(payload);
    this.#down(() => this.#dave?.onBinary(op, bytes));
  }

  /** Says Opus frames, one every 20 ms, and five of silence; resolves when all are said. */
  async speak(frames: Iterable<Uint8Array>): Promise<void> {
    if (this.speaking !== 1) this.#up(() => this.#call.speaking(this, 1));
    this.speaking = 1;
    const startedAt = this.#clock.monotonicNow();
    let said = 0;
    for (const frame of [...frames, ...Array<Buffer>(CLOSING_SILENCE).fill(SILENCE)]) {
      const dueInMs = startedAt + said++ * FRAME_MS - this.#clock.monotonicNow();
      if (dueInMs > 0) await new Promise<void>((resolve) => void this.#clock.setTimeout(resolve, dueInMs));
      if (this.#isOver) return;
      this.say(Buffer.from(frame));
    }
  }

  /** Says one frame now. */
  say(opus: Buffer): void {
    const frame = this.#encrypted(opus);
    const packet = {
      userId: this.userId,
      ssrc: this.ssrc,
      sequence: this.#sequence,
      timestamp: this.#timestamp,
    };
    this.#sequence = (this.#sequence + 1) & 0xffff;
    this.#timestamp = (this.#timestamp + FRAME_SAMPLES) >>> 0;
    if (frame) this.#call.relay({ ...packet, frame });
    else this.unsaid++;
  }

  /** Takes a packet of the call. @internal */
  hear(packet: MediaPacket): void {
    if (this.#isOver || this.#take(packet, this.#clock.monotonicNow())) return;
    this.#waiting.push({ packet, atMs: this.#clock.monotonicNow() });
    this.#clock.setTimeout(() => this.#retry(), RETRY_MS);
  }

  #encrypted(opus: Buffer): Buffer | undefined {
    if (!this.#dave || opus.equals(SILENCE) || this.#call.daveVersion === 0) return opus;
    return this.#dave.canSpeak ? this.#dave.encrypt(opus) : undefined;
  }

  #take({ userId, sequence, timestamp, frame }: MediaPacket, atMs: number): boolean {
    const opus = this.#decrypted(userId, frame);
    if (!opus) return false;
    this.heard.push({ from: userId, sequence, timestamp, opus, atMs });
    return true;
  }

  #decrypted(userId: Snowflake, frame: Buffer): Buffer | undefined {
    if (!this.#dave || frame.equals(SILENCE)) return frame;
    if (isEncrypted(frame)) return this.#dave.decrypt(userId, frame);
    return this.#call.daveVersion === 0 ? frame : undefined;
  }

  #retry(): void {
    const now = this.#clock.monotonicNow();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const one of waiting) {
      if (this.#take(one.packet, one.atMs)) continue;
      if (now - one.atMs >= RETRY_MS) this.missed++;
      else this.#waiting.push(one);
    }
  }

  #onSent(op: number, data: { readonly transition_id: number }): void {
    if (op === 23) this.#call.dave.onTransitionReady(this, data.transition_id);
    else this.#call.dave.onInvalid(this, data.transition_id);
  }

  #up(act: () => void): void {
    this.#server.post(this.userId, () => {
      if (!this.#isOver) act();
    });
  }

  #down(act: () => void): void {
    this.#server.later(this.userId, () => {
      if (!this.#isOver) act();
    });
  }
}
