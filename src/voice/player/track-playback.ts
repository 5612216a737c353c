import { AudioStalledError } from '../../errors/audio-stalled-error.js';
import type { OpusCodec, OpusEncoderOptions } from '../opus/opus-codec.js';
import { FRAME_MS } from '../opus/opus-packet.js';
import type { AudioInput } from '../sources/audio-input.js';
import { msOf } from '../sources/skip-to.js';
import { closeReader } from './close-reader.js';
import { FrameBuffer } from './frame-buffer.js';
import type { ReadyFrame } from './frame-shaper.js';
import { FrameShaper } from './frame-shaper.js';
import { Volume } from './volume.js';

/** How a track is played. */
export interface PlayOptions {
  /** Where to begin, in milliseconds. */
  readonly startMs?: number;
  /** 1 is as it was recorded. Anything else needs an Opus codec. Default: 1. */
  readonly volume?: number;
  /** Milliseconds over which the volume rises from nothing. */
  readonly fadeInMs?: number;
  /** How samples are encoded. */
  readonly encoder?: OpusEncoderOptions;
  /** Milliseconds without sound from the source after which the track fails. Default: 10000. */
  readonly stallTimeoutMs?: number;
}

/** What a track does at a moment. */
export type TrackState = 'buffering' | 'playing' | 'paused' | 'waiting' | 'finished';

/** Why a track ended, when not by an error. */
export type TrackEndReason = 'ended' | 'stopped' | 'replaced' | 'closed';

/** How a track ended. */
export interface TrackEnd {
  /** `ended`: to the end; `stopped`: by you; `replaced`: by another track; `closed`: with the connection. */
  readonly reason: TrackEndReason;
  /** Milliseconds of it that were played. */
  readonly positionMs: number;
  /** Frames of 20 ms that the source did not give in time. */
  readonly missedFrames: number;
}

/** Next frame of a track, or why there is none. */
export type NextFrame = ReadyFrame | 'missing' | 'end';

const READ_AHEAD_FRAMES = 50;
const LIVE_READ_AHEAD_FRAMES = 10;
/** Frames that have to be there before playing begins, or goes on after some were missing. */
const CUSHION_FRAMES = 5;
const LIVE_CUSHION_FRAMES = 3;

/** Work behind a track: reads ahead, encodes, counts. */
export class TrackPlayback {
  readonly source: AudioInput;
  readonly volume: Volume;
  readonly finished: Promise<TrackEnd>;
  readonly #codec: () => OpusCodec;
  readonly #onCloseFailed: (error: unknown) => void;
  readonly #shaper: FrameShaper;
  readonly #stallTimeoutMs: number;
  #settle!: { resolve(end: TrackEnd): void; reject(error: unknown): void };
  #buffer: FrameBuffer | undefined;
  #ready: ReadyFrame[] = [];
  /** Aborts the opening that is under way. */
  #opening: AbortController | undefined;
  #startMs: number;
  #samples = 0;
  #missed = 0;
  #missedInARow = 0;
  #isCushioned = false;
  #isPaused = false;
  #isFinished = false;
  #isHeld = false;

  /** `onCloseFailed` is told when the source fails to let go of what it holds. */
  constructor(
    source: AudioInput,
    codec: () => OpusCodec,
    options: PlayOptions,
    onCloseFailed: (error: unknown) => void,
  ) {
    this.source = source;
    this.#onCloseFailed = onCloseFailed;
    this.volume = new Volume(options.fadeInMs === undefined ? options.volume : 0);
    if (options.fadeInMs !== undefined) void this.volume.fadeTo(options.volume ?? 1, options.fadeInMs);
    this.#codec = codec;
    this.#shaper = new FrameShaper(this.volume, codec, options.encoder);
    this.#stallTimeoutMs = source.isLive ? Number.POSITIVE_INFINITY : (options.stallTimeoutMs ?? 10_000);
    this.#startMs = options.startMs ?? 0;
    this.finished = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.finished.catch(() => undefined); // nobody has to wait for it
    this.#open(this.#startMs).catch((error: unknown) => this.fail(error));
  }

  get positionMs(): number {
    return this.#startMs + msOf(this.#samples);
  }

  get missedFrames(): number {
    return this.#missed;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  /** Whether it waits for a disk, a network or a program, and not for time to pass. */
  get isReading(): boolean {
    if (this.source.isExternal !== true || this.#isFinished || this.#isPaused) return false;
    const buffer = this.#buffer;
    return this.#opening !== undefined || (buffer?.hasEnded === false && buffer.length < CUSHION_FRAMES);
  }

  get state(): TrackState {
    if (this.#isFinished) return 'finished';
    if (this.#isPaused) return 'paused';
    if (this.#isHeld) return 'waiting';
    return this.#isCushioned ? 'playing' : 'buffering';
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    if (this.#isPaused && this.source.isLive) {
      this.#buffer?.clear();
      this.#ready = [];
    }
    this.#isPaused = false;
  }

  /** Goes to another position; what is played goes on until sound from there is open. */
  async seek(positionMs: number): Promise<void> {
    if (this.#isFinished) return;
    await this.#open(positionMs).catch((error: unknown) => {
      if (this.#buffer === undefined) this.fail(error); // nothing was open that could go on
      throw error;
    });
  }

  /** Throws `OpusCodecMissingError` when the volume cannot be changed here. */
  needCodec(): void {
    this.#codec();
  }

  /** Says that nobody can hear it now; it does not go on. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Gives the next frame, which {@link prepare} has made ready. */
  take(): NextFrame {
    this.#isHeld = false;
    this.prepare();
    const frame = this.#ready.shift();
    if (frame === undefined) return this.#whyNone();
    this.#samples += frame.samples;
    this.#missedInARow = 0;
    return frame;
  }

  prepare(): void {
    const buffer = this.#buffer;
    if (this.#isFinished || this.#isPaused || this.#ready.length > 0 || buffer === undefined) return;
    const cushion = this.source.isLive ? LIVE_CUSHION_FRAMES : CUSHION_FRAMES;
    this.#isCushioned ||= buffer.hasEnded || buffer.length >= cushion;
    const frame = this.#isCushioned ? buffer.take() : undefined;
    if (frame === undefined) return;
    try {
      this.#ready = [...this.#shaper.shape(frame)];
    } catch (error) {
      this.fail(error);
    }
  }

  finish(reason: TrackEndReason): void {
    if (!this.#release()) return;
    this.#settle.resolve({ reason, positionMs: this.positionMs, missedFrames: this.#missed });
  }

  fail(error: unknown): void {
    if (this.#release()) this.#settle.reject(error);
  }

  async #open(startMs: number): Promise<void> {
    this.#opening?.abort();
    this.#opening = new AbortController();
    const { signal } = this.#opening;
    const reader = await this.source.open({ startMs, codec: this.#codec, signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    if (reader === undefined) return;
    if (signal.aborted) return closeReader(reader, this.#onCloseFailed);
    this.#opening = undefined; // what is open now must not be hit by a later abort
    this.#buffer?.close();
    const maxFrames = this.source.isLive ? LIVE_READ_AHEAD_FRAMES : READ_AHEAD_FRAMES;
    this.#buffer = new FrameBuffer(reader, maxFrames, this.#onCloseFailed);
    this.#ready = [];
    this.#isCushioned = false;
    this.#startMs = startMs;
    this.#samples = 0;
  }

  #whyNone(): NextFrame {
    const buffer = this.#buffer;
    if (this.#isFinished) return 'end';
    if (buffer?.hasEnded && buffer.length === 0) {
      if (buffer.error !== undefined) this.fail(buffer.error);
      return 'end';
    }
    this.#missedInARow += 1;
    if (this.#samples > 0) this.#missed += 1;
    this.#isCushioned = false;
    const stalledMs = this.#missedInARow * FRAME_MS;
    if (stalledMs >= this.#stallTimeoutMs) this.fail(new AudioStalledError(this.source.label, stalledMs));
    return 'missing';
  }

  #release(): boolean {
    if (this.#isFinished) return false;
    this.#isFinished = true;
    this.#opening?.abort();
    this.#buffer?.close();
    this.#ready = [];
    this.#shaper.close();
    this.volume.settle();
    return true;
  }
}
