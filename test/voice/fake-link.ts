import type { Clock } from '../../src/utils/clock.js';
import type { VoiceLink, VoicePacket } from '../../src/voice/voice-link.js';

/** Something that a link was told, and when. */
export type Sent =
  | { readonly kind: 'opus'; readonly frame: Uint8Array; readonly timestamp: number; readonly atMs: number }
  | { readonly kind: 'speaking'; readonly speaking: boolean; readonly atMs: number };

/** Connection that writes down what it is told, and lets a test speak for others. */
export class FakeLink implements VoiceLink {
  readonly guildId = '1';
  readonly channelId = '2';
  readonly ssrc = 3;
  isReady = true;
  readonly sent: Sent[] = [];
  readonly #clock: Clock;
  #timestamp = 0;
  readonly #packets = new Set<(packet: VoicePacket) => void>();
  readonly #gone = new Set<(userId: string) => void>();
  readonly #closed = new Set<(reason: unknown) => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Opus frames that were sent. */
  get frames(): readonly Extract<Sent, { kind: 'opus' }>[] {
    return this.sent.filter((sent) => sent.kind === 'opus');
  }

  sendOpus(frame: Uint8Array, samples = 960): boolean {
    if (!this.isReady) throw new Error('a frame was sent while the connection was not ready');
    this.sent.push({ kind: 'opus', frame, timestamp: this.#timestamp, atMs: this.#clock.monotonicNow() });
    this.#timestamp += samples;
    return true;
  }

  setSpeaking(speaking: boolean): void {
    this.sent.push({ kind: 'speaking', speaking, atMs: this.#clock.monotonicNow() });
  }

  onPacket(listener: (packet: VoicePacket) => void): () => void {
    this.#packets.add(listener);
    return () => void this.#packets.delete(listener);
  }

  onUserGone(listener: (userId: string) => void): () => void {
    this.#gone.add(listener);
    return () => void this.#gone.delete(listener);
  }

  onClosed(listener: (reason: unknown) => void): () => void {
    this.#closed.add(listener);
    return () => void this.#closed.delete(listener);
  }

  /** Lets a packet arrive. */
  receive(packet: Partial<VoicePacket> & Pick<VoicePacket, 'sequence' | 'opus'>): void {
    const { sequence } = packet;
    const complete = {
      userId: '10',
      ssrc: 100,
      timestamp: (sequence * 960) >>> 0,
      receivedAtMs: this.#clock.monotonicNow(),
      ...packet,
    };
    for (const listener of this.#packets) listener(complete);
  }

  leave(userId: string): void {
    for (const listener of this.#gone) listener(userId);
  }

  close(reason: unknown = 'left'): void {
    for (const listener of this.#closed) listener(reason);
  }
}
