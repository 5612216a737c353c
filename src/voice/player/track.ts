import { InvalidOptionError } from '../../errors/invalid-option-error.js';
import type { AudioInput } from '../sources/audio-input.js';
import { checkVolume } from './check-play-options.js';
import type { TrackEnd, TrackPlayback, TrackState } from './track-playback.js';

/** How a track is stopped. */
export interface StopOptions {
  /** Milliseconds over which it goes silent first; needs an Opus codec. */
  readonly fadeOutMs?: number;
}

/**
 * Something that is being played.
 *
 * @example
 * ```ts
 * const track = voice.play(AudioSource.file('song.ogg'));
 * track.pause();
 * track.resume();
 * await track.finished;
 * ```
 */
export class Track {
  readonly #playback: TrackPlayback;
  /** Wakes the player, which sleeps while there is nothing to send. */
  readonly #wake: () => void;

  /** @internal */
  constructor(playback: TrackPlayback, wake: () => void) {
    this.#playback = playback;
    this.#wake = wake;
  }

  /** What is played. */
  get source(): AudioInput {
    return this.#playback.source;
  }

  /** What the track does now. */
  get state(): TrackState {
    return this.#playback.state;
  }

  /** Milliseconds from the beginning of the source. */
  get positionMs(): number {
    return this.#playback.positionMs;
  }

  /** Frames of 20 ms that the source did not give in time; a track that ended is not missing any. */
  get missedFrames(): number {
    return this.#playback.missedFrames;
  }

  /** Volume at this moment; 1 is as it was recorded. */
  get volume(): number {
    return this.#playback.volume.now;
  }

  /**
   * Resolves when it has ended, and says why; rejects when its source failed.
   *
   * Nobody has to wait for it: a failure is then only logged.
   */
  get finished(): Promise<TrackEnd> {
    return this.#playback.finished;
  }

  /** Holds the track where it is. */
  pause(): void {
    this.#playback.pause();
  }

  /** Goes on from where the track was held. */
  resume(): void {
    this.#playback.resume();
    this.#wake();
  }

  /** Ends it; its files, connections and processes are let go at once, also while it is paused. */
  async stop({ fadeOutMs = 0 }: StopOptions = {}): Promise<void> {
    if (fadeOutMs > 0 && this.state === 'playing') await this.fadeTo(0, fadeOutMs);
    this.#playback.finish('stopped');
    this.#wake();
  }

  /**
   * Goes to another position, in milliseconds from the beginning.
   * @throws {AudioSourceError} when the source can be read only once.
   */
  async seek(positionMs: number): Promise<void> {
    if (!(positionMs >= 0))
      throw new InvalidOptionError(
        `A track cannot go to ${positionMs} ms. Give a number of at least 0.`,
        'positionMs',
      );
    await this.#playback.seek(positionMs);
    this.#wake();
  }

  /**
   * Changes the volume; 1 is as it was recorded, 2 is twice that.
   * @throws {OpusCodecMissingError} when no Opus codec is installed.
   */
  setVolume(volume: number): void {
    void this.#changeVolume(volume, 0);
  }

  /**
   * Changes the volume over `durationMs`; resolves when it is there, or the track has ended.
   * @throws {OpusCodecMissingError} when no Opus codec is installed.
   */
  async fadeTo(volume: number, durationMs: number): Promise<void> {
    await this.#changeVolume(volume, durationMs);
  }

  #changeVolume(volume: number, durationMs: number): Promise<void> {
    checkVolume(volume);
    if (this.state === 'finished') return Promise.resolve();
    this.#playback.needCodec();
    return this.#playback.volume.fadeTo(volume, durationMs);
  }
}
