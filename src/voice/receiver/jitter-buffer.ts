/**
 * Puts the packets of one RTP source in order.
 *
 * A packet that is next goes on at once, so that order costs no time where there is order. Where one is missing, those
 * behind it wait for it, but no longer than `delayMs`; then it is lost, and a packet that bridges it goes on in its
 * place. Only the very first packet always waits, because nothing tells yet whether it is the first.
 */
import type { Clock, TimerHandle } from '../../utils/clock.js';
import {
  concealmentFrame,
  FRAME_SAMPLES,
  opusPacketSamples,
  SAMPLES_PER_SECOND,
} from '../opus/opus-packet.js';
import type { VoicePacket } from '../voice-link.js';
import { CaptureClock } from './capture-clock.js';
import type { ReceiveCounter } from './receive-stats.js';
import type { ReceivedFrame } from './received-frame.js';

/** How long packets wait for others. */
export interface JitterOptions {
  /** Milliseconds that a missing packet is waited for. Default: 60. */
  readonly delayMs?: number;
  /** Packets that wait at most. Default: 64. */
  readonly maxPackets?: number;
}

interface Waiting {
  readonly packet: VoicePacket;
  readonly timestamp: number;
}

/** Sequence numbers that are so far apart belong to different streams. */
const NEW_STREAM_DISTANCE = 1000;
/** How many given numbers are remembered, to tell a duplicate from a late packet. */
const REMEMBERED = 256;
/** Longest hole that is bridged: half a second. */
const MAX_CONCEALED_SAMPLES = SAMPLES_PER_SECOND / 2;

/** Order of one RTP source. */
export class JitterBuffer {
  readonly #clock: Clock;
  readonly #emit: (frame: ReceivedFrame) => void;
  readonly #counter: ReceiveCounter;
  readonly #delayMs: number;
  readonly #maxPackets: number;
  readonly #waiting = new Map<number, Waiting>();
  readonly #given = new Set<number>();
  #capture = new CaptureClock();
  #timer: TimerHandle;
  /** Number that is to be given next; `undefined` until the first packet has waited. */
  #next: number | undefined;
  #newest: number | undefined;
  #newestTimestamp = 0;
  #last: ReceivedFrame | undefined;

  constructor(
    clock: Clock,
    emit: (frame: ReceivedFrame) => void,
    counter: ReceiveCounter,
    options: JitterOptions = {},
  ) {
    this.#clock = clock;
    this.#emit = emit;
    this.#counter = counter;
    this.#delayMs = options.delayMs ?? 60;
    this.#maxPackets = options.maxPackets ?? 64;
  }

  push(packet: VoicePacket): void {
    this.#counter.received += 1;
    if (opusPacketSamples(packet.opus) === 0) {
      this.#counter.undecodable += 1; // no Opus at all: bridged like a lost one
      return;
    }
    if (this.#newest !== undefined && Math.abs(this.#distance(packet.sequence)) > NEW_STREAM_DISTANCE)
      this.#startAnew();
    const sequence =
      this.#newest === undefined ? packet.sequence : this.#newest + this.#distance(packet.sequence);
    const timestamp = this.#unwrapTimestamp(packet.timestamp);
    this.#capture.learn(timestamp, packet.receivedAtMs);
    if (!this.#isUseful(sequence)) return;
    if (sequence < (this.#newest ?? sequence)) this.#counter.reordered += 1;
    else [this.#newest, this.#newestTimestamp] = [sequence, timestamp];
    this.#waiting.set(sequence, { packet, timestamp });
    this.#drain();
  }

  /** Gives what waits, without waiting for what is missing: nothing more comes. */
  flush(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#waiting.size > 0) this.#giveUpOnGap();
  }

  #distance(sequence: number): number {
    return ((sequence - (this.#newest ?? 0)) << 16) >> 16;
  }

  #unwrapTimestamp(timestamp: number): number {
    if (this.#newest === undefined) return timestamp;
    return this.#newestTimestamp + ((timestamp - this.#newestTimestamp) | 0);
  }

  #isUseful(sequence: number): boolean {
    const isDuplicate = this.#waiting.has(sequence) || this.#given.has(sequence);
    if (isDuplicate) this.#counter.duplicated += 1;
    else if (this.#next !== undefined && sequence < this.#next) this.#counter.late += 1;
    else return true;
    return false;
  }

  #startAnew(): void {
    this.flush();
    this.#capture = new CaptureClock();
    this.#given.clear();
    this.#next = undefined;
    this.#newest = undefined;
    this.#last = undefined;
  }

  /** Gives what is next, and arms the timer for what has to wait. */
  #drain(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#waiting.size > 0) {
      if (this.#giveNext()) continue;
      const leftMs = this.#oldestMs() + this.#delayMs - this.#clock.monotonicNow();
      if (leftMs > 0 && this.#waiting.size < this.#maxPackets) {
        this.#timer = this.#clock.setTimeout(() => this.#drain(), leftMs, { unref: true });
        return;
      }
      this.#giveUpOnGap();
    }
  }

  #oldestMs(): number {
    let oldestMs = Number.POSITIVE_INFINITY;
    for (const { packet } of this.#waiting.values()) oldestMs = Math.min(oldestMs, packet.receivedAtMs);
    return oldestMs;
  }

  #giveNext(): boolean {
    if (this.#next === undefined) return false;
    const waiting = this.#waiting.get(this.#next);
    if (waiting === undefined) return false;
    this.#waiting.delete(this.#next);
    this.#remember(this.#next);
    const { opus } = waiting.packet;
    this.#give(waiting, this.#next, { opus, isConcealed: false, samples: opusPacketSamples(opus) });
    this.#next += 1;
    return true;
  }

  /** Goes on with the first packet that is there; what is missing before it is lost. */
  #giveUpOnGap(): void {
    const first = Math.min(...this.#waiting.keys());
    const lost = first - (this.#next ?? first);
    const after = this.#waiting.get(first)!;
    this.#counter.lost += lost;
    this.#conceal(lost, after);
    this.#next = first;
    this.#giveNext();
  }

  #conceal(count: number, after: Waiting): void {
    const samples = this.#lengthOfLost(count, after);
    if (count * samples > MAX_CONCEALED_SAMPLES) return;
    for (let index = 0; index < count; index++) {
      const before = this.#last;
      if (before === undefined) return;
      this.#counter.concealed += 1;
      this.#give(
        { packet: after.packet, timestamp: before.timestamp + before.samples },
        before.sequence + 1,
        {
          opus: concealmentFrame(before.opus, samples),
          isConcealed: true,
          samples,
          next: index === count - 1 ? after.packet.opus : undefined,
        },
      );
    }
  }

  /** Lost packets were as long as the one before them where the time between fits; otherwise 20 ms is the best guess. */
  #lengthOfLost(count: number, after: Waiting): number {
    const before = this.#last;
    const gap = after.timestamp - (before ? before.timestamp + before.samples : 0);
    return before && gap === count * before.samples ? before.samples : FRAME_SAMPLES;
  }

  #give(
    { packet, timestamp }: Waiting,
    sequence: number,
    sound: Pick<ReceivedFrame, 'opus' | 'isConcealed' | 'samples' | 'next'>,
  ): void {
    const { userId, ssrc } = packet;
    const capturedAtMs = this.#capture.capturedAt(timestamp);
    this.#last = { userId, ssrc, sequence, timestamp, ...sound, capturedAtMs };
    this.#emit(this.#last);
  }

  #remember(sequence: number): void {
    this.#given.add(sequence);
    this.#given.delete(sequence - REMEMBERED);
  }
}
