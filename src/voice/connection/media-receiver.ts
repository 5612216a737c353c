import type { Snowflake } from '../../types/type-tools.js';
import type { Clock } from '../../utils/clock.js';
import type { TransportCipher } from '../crypto/transport-cipher.js';
import type { DaveManager } from '../dave/dave-manager.js';
import { RetryQueue } from '../dave/retry-queue.js';
import type { RtpHeader } from '../udp/rtp-packet.js';
import { readRtpHeader, stripRtpPayload } from '../udp/rtp-packet.js';
import type { VoicePacket } from '../voice-link.js';
import type { Roster } from './roster.js';

/** Packets of one unknown source that are kept until its user is known. */
const UNKNOWN_PACKETS = 100;
const UNKNOWN_SOURCES = 50;
const UNKNOWN_MS = 2_000;
/** Frames in a row, a second of them, that nobody's key fitted: the group must be joined anew. */
const HOPELESS_FRAMES = 50;

/** Counters of what a session received. */
export interface ReceiveCounts {
  /** Frames that were decrypted. */
  readonly received: number;
  /** Packets whose authentication failed, or that were malformed. */
  readonly damaged: number;
  /** Frames that no key fitted within half a second. */
  readonly undecryptable: number;
  /** Frames that waited for their key and got it. */
  readonly rescued: number;
  /** Packets whose source was never told. */
  readonly unknown: number;
}

interface Arrival {
  readonly header: RtpHeader;
  readonly frame: Buffer;
  readonly atMs: number;
}

interface KnownArrival extends Arrival {
  readonly userId: Snowflake;
}

/** Parts of the receiving side of a session. */
export interface MediaReceiverOptions {
  readonly clock: Clock;
  readonly cipher: TransportCipher;
  readonly dave: DaveManager | undefined;
  readonly roster: Roster;
  onPacket(packet: VoicePacket): void;
}

/** Turns datagrams into Opus frames of users; whatever is not audio is passed over. */
export class MediaReceiver {
  readonly #options: MediaReceiverOptions;
  readonly #counts = { received: 0, damaged: 0, undecryptable: 0, rescued: 0, unknown: 0 };
  readonly #unknown = new Map<number, Arrival[]>();
  readonly #retries: RetryQueue<KnownArrival>;
  #hopeless = 0;

  constructor(options: MediaReceiverOptions) {
    this.#options = options;
    this.#retries = new RetryQueue({
      clock: options.clock,
      retry: (arrival) => this.#deliver(arrival, true),
      onHurry: () => options.dave?.hurry(),
      onGivenUp: () => this.#giveUp(),
    });
  }

  get counts(): ReceiveCounts {
    return { ...this.#counts };
  }

  /** Takes a datagram. */
  onDatagram(packet: Buffer): void {
    const header = readRtpHeader(packet);
    if (!header) return;
    const payload = this.#options.cipher.open(packet, header.length);
    const frame = payload && stripRtpPayload(payload, header);
    if (!frame) {
      // Padding alone opens, and is nothing; what does not open was damaged or forged.
      if (!payload) this.#counts.damaged++;
      return;
    }
    const arrival = { header, frame, atMs: this.#options.clock.monotonicNow() };
    const userId = this.#options.roster.userOf(header.ssrc);
    if (userId === undefined) this.#hold(arrival);
    else this.#take({ ...arrival, userId });
  }

  /** Delivers what came before its speaker was known. */
  onSpeakerKnown(ssrc: number, userId: Snowflake): void {
    const held = this.#unknown.get(ssrc);
    if (!held) return;
    this.#unknown.delete(ssrc);
    for (const arrival of this.#fresh(held)) this.#take({ ...arrival, userId });
  }

  /** Tries again what no key fitted. */
  onKeysChanged(): void {
    this.#retries.flush();
  }

  stop(): void {
    this.#retries.clear();
    this.#unknown.clear();
  }

  #take(arrival: KnownArrival): void {
    if (!this.#deliver(arrival, false)) this.#retries.push(arrival);
  }

  #deliver({ header, frame, atMs, userId }: KnownArrival, isRetry: boolean): boolean {
    const { dave } = this.#options;
    const opus = dave ? dave.decrypt(userId, frame) : frame;
    if (!opus) return false;
    this.#hopeless = 0;
    this.#counts.received++;
    if (isRetry) this.#counts.rescued++;
    const { ssrc, sequence, timestamp } = header;
    this.#options.onPacket({ userId, ssrc, sequence, timestamp, opus, receivedAtMs: atMs });
    return true;
  }

  #giveUp(): void {
    this.#counts.undecryptable++;
    if (++this.#hopeless < HOPELESS_FRAMES) return;
    this.#hopeless = 0;
    this.#options.dave?.recover();
  }

  #hold(arrival: Arrival): void {
    const { ssrc } = arrival.header;
    const held = this.#fresh(this.#unknown.get(ssrc) ?? []);
    held.push(arrival);
    if (held.length > UNKNOWN_PACKETS) {
      held.shift();
      this.#counts.unknown++;
    }
    this.#unknown.set(ssrc, held);
    if (this.#unknown.size > UNKNOWN_SOURCES) this.#unknown.delete(this.#unknown.keys().next().value!);
  }

  #fresh(held: readonly Arrival[]): Arrival[] {
    const now = this.#options.clock.monotonicNow();
    const fresh = held.filter(({ atMs }) => now - atMs <= UNKNOWN_MS);
    this.#counts.unknown += held.length - fresh.length;
    return fresh;
  }
}
