import type { Snowflake } from '../../types/type-tools.js';
import type { Clock, TimerHandle } from '../../utils/clock.js';
import { decodeOrConceal } from '../opus/decode-or-conceal.js';
import type { OpusCodec, OpusDecoder } from '../opus/opus-codec.js';
import { isSilenceFrame } from '../opus/opus-packet.js';
import type { VoicePacket } from '../voice-link.js';
import type { JitterOptions } from './jitter-buffer.js';
import { JitterBuffer } from './jitter-buffer.js';
import type { ReceiveStats } from './receive-stats.js';
import { newReceiveCounter } from './receive-stats.js';
import type { ReceivedFrame, ReceivedPcmFrame } from './received-frame.js';

/** Who wants to know of one user. */
export interface UserAudioEvents {
  onFrame(frame: ReceivedFrame): void;
  onSpeaking(userId: Snowflake, isSpeaking: boolean): void;
}

/** Somebody is silent when no sound has come for so long. */
const SILENT_AFTER_MS = 100;

/** What is heard of one user, through all their comings and goings. */
export class UserAudio {
  readonly userId: Snowflake;
  readonly #clock: Clock;
  readonly #codec: () => OpusCodec;
  readonly #events: UserAudioEvents;
  readonly #options: JitterOptions;
  readonly #counter = newReceiveCounter();
  readonly #pcmListeners = new Set<(frame: ReceivedPcmFrame) => void>();
  #ssrc: number | undefined;
  #goneSsrc: number | undefined;
  #buffer: JitterBuffer | undefined;
  #decoder: OpusDecoder | undefined;
  #isSpeaking = false;
  #lastSoundMs = 0;
  #silenceTimer: TimerHandle;

  constructor(
    userId: Snowflake,
    clock: Clock,
    codec: () => OpusCodec,
    events: UserAudioEvents,
    options: JitterOptions,
  ) {
    this.userId = userId;
    this.#clock = clock;
    this.#codec = codec;
    this.#events = events;
    this.#options = options;
  }

  get isSpeaking(): boolean {
    return this.#isSpeaking;
  }

  get stats(): ReceiveStats {
    return { ...this.#counter };
  }

  push(packet: VoicePacket): void {
    if (packet.ssrc === this.#goneSsrc) return; // on its way when the user left
    if (packet.ssrc !== this.#ssrc) this.#beginSource(packet.ssrc);
    if (!isSilenceFrame(packet.opus)) this.#hearSound();
    this.#buffer?.push(packet);
  }

  /** Hears the sound of every frame; it is decoded once for all, and only while somebody listens. */
  onPcm(listener: (frame: ReceivedPcmFrame) => void): () => void {
    this.#codec(); // says at once when there is none
    this.#pcmListeners.add(listener);
    return () => {
      this.#pcmListeners.delete(listener);
      if (this.#pcmListeners.size === 0) this.#freeDecoder();
    };
  }

  /** User has left: what waits is given, and what still comes of this source is not heard. */
  leave(): void {
    this.#goneSsrc = this.#ssrc;
    this.#endSource();
  }

  #beginSource(ssrc: number): void {
    this.#endSource();
    this.#ssrc = ssrc;
    this.#buffer = new JitterBuffer(this.#clock, (frame) => this.#hear(frame), this.#counter, this.#options);
  }

  #endSource(): void {
    this.#buffer?.flush();
    this.#buffer = undefined;
    this.#ssrc = undefined;
    this.#freeDecoder();
    this.#clock.clearTimeout(this.#silenceTimer);
    if (this.#isSpeaking) this.#setSpeaking(false);
  }

  #hear(frame: ReceivedFrame): void {
    this.#events.onFrame(frame);
    if (this.#pcmListeners.size === 0) return;
    const decoded = { ...frame, pcm: this.#decode(frame) };
    for (const listener of this.#pcmListeners) listener(decoded);
  }

  /** One packet that is damaged must not end the stream. */
  #decode(frame: ReceivedFrame): Int16Array {
    this.#decoder ??= this.#codec().createDecoder();
    return decodeOrConceal(this.#decoder, frame, () => {
      this.#counter.undecodable += 1;
    });
  }

  #freeDecoder(): void {
    this.#decoder?.close();
    this.#decoder = undefined;
  }

  #hearSound(): void {
    this.#lastSoundMs = this.#clock.monotonicNow();
    if (this.#isSpeaking) return;
    this.#setSpeaking(true);
    this.#awaitSilence(SILENT_AFTER_MS);
  }

  /** One timer per utterance that looks again, instead of one per packet. */
  #awaitSilence(delayMs: number): void {
    this.#silenceTimer = this.#clock.setTimeout(
      () => {
        const leftMs = this.#lastSoundMs + SILENT_AFTER_MS - this.#clock.monotonicNow();
        if (leftMs > 0) this.#awaitSilence(leftMs);
        else this.#setSpeaking(false);
      },
      delayMs,
      { unref: true },
    );
  }

  #setSpeaking(isSpeaking: boolean): void {
    this.#isSpeaking = isSpeaking;
    this.#events.onSpeaking(this.userId, isSpeaking);
  }
}
