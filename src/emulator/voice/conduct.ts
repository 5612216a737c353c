/**
 * Watches that a client keeps to the protocol: what Discord punishes with a close, or with silence that nobody explains.
 *
 * Each rule is one method; what is broken is told once per breach, in words.
 */
import type { Clock } from '../../utils/clock.js';
import type { VoiceKnobs } from './voice-knobs.js';

const FRAME_SAMPLES = 960;
const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);
const MARKER = 0xfafa;
const KEEPALIVE_MS = 5_000;
const TOLERANCE_MS = 500;
/** Frames of silence that end what is said. */
const CLOSING_SILENCE = 5;

/** Audio of a client, transport encryption off. */
export interface SentAudio {
  readonly sequence: number;
  readonly timestamp: number;
  readonly counter: number;
  readonly payload: Buffer;
}

/** Conduct of one client in one session. */
export class Conduct {
  readonly #clock: Clock;
  readonly #knobs: VoiceKnobs;
  readonly #blame: (what: string) => void;
  readonly #counters = new Set<number>();
  #last: SentAudio | undefined;
  #silentFrames = 0;
  #beatAtMs: number | undefined;
  #keepaliveAtMs: number | undefined;
  #isSpeaking = false;

  constructor(clock: Clock, knobs: VoiceKnobs, blame: (what: string) => void) {
    this.#clock = clock;
    this.#knobs = knobs;
    this.#blame = blame;
  }

  /** Op 3. */
  onHeartbeat(data: unknown, lastSeq: number): void {
    const { t, seq_ack: ack } = (data ?? {}) as Record<string, unknown>;
    if (!Number.isInteger(t)) this.#blame('heartbeat without a nonce');
    if (!Number.isInteger(ack)) this.#blame('heartbeat without seq_ack');
    else if (ack !== -1 && ((lastSeq - (ack as number)) & 0xffff) >= 0x8000)
      this.#blame(`heartbeat acknowledges ${ack}, which was not sent`);
    const now = this.#clock.monotonicNow();
    const gapMs = now - (this.#beatAtMs ?? now);
    if (gapMs > this.#knobs.heartbeatIntervalMs * 1.5) this.#blame(`heartbeat after ${gapMs} ms`);
    this.#beatAtMs = now;
  }

  /** A new socket begins to beat anew. */
  onNewSocket(): void {
    this.#beatAtMs = undefined;
  }

  onKeepalive(): void {
    const now = this.#clock.monotonicNow();
    const gapMs = now - (this.#keepaliveAtMs ?? now);
    if (gapMs > KEEPALIVE_MS + TOLERANCE_MS) this.#blame(`keepalive after ${gapMs} ms`);
    this.#keepaliveAtMs = now;
  }

  /** Op 5. */
  onSpeaking(flags: number): void {
    if (this.#isSpeaking && flags === 0 && this.#silentFrames < CLOSING_SILENCE)
      this.#blame(`stopped speaking after ${this.#silentFrames} frames of silence`);
    this.#isSpeaking = flags !== 0;
  }

  /** Takes audio; `mustBeEncrypted` where the call is end-to-end encrypted. */
  onAudio(audio: SentAudio, mustBeEncrypted: boolean): void {
    this.#checkCounter(audio.counter);
    this.#checkContinuity(audio);
    const isSilence = audio.payload.equals(SILENCE);
    this.#silentFrames = isSilence ? this.#silentFrames + 1 : 0;
    if (mustBeEncrypted && !isSilence && !isEncrypted(audio.payload))
      this.#blame('audio in the clear in an encrypted call');
    this.#last = audio;
  }

  #checkCounter(counter: number): void {
    if (this.#counters.has(counter)) this.#blame(`nonce ${counter} was used twice`);
    this.#counters.add(counter);
  }

  #checkContinuity({ sequence, timestamp }: SentAudio): void {
    const last = this.#last;
    if (!last) return;
    const step = (sequence - last.sequence) & 0xffff;
    if (step !== 1) this.#blame(`sequence went from ${last.sequence} to ${sequence}`);
    const samples = (timestamp - last.timestamp) >>> 0;
    if (samples === 0 || samples % FRAME_SAMPLES !== 0 || samples >= 0x8000_0000)
      this.#blame(`timestamp went from ${last.timestamp} to ${timestamp}`);
  }
}

/** Whether a payload ends as end-to-end encrypted frames do. */
export function isEncrypted(payload: Buffer): boolean {
  return payload.length > 12 && payload.readUInt16BE(payload.length - 2) === MARKER;
}
