import type { Logger } from '../../utils/logger.js';
import type { OpusCodec } from '../opus/opus-codec.js';
import { FRAME_SAMPLES } from '../opus/opus-packet.js';
import type { AudioInput } from '../sources/audio-input.js';
import type { VoiceLink } from '../voice-link.js';
import type { AudioClock, AudioClockListener } from './audio-clock.js';
import { checkPlayOptions } from './check-play-options.js';
import { LinkOutput } from './link-output.js';
import { Track } from './track.js';
import type { PlayOptions, TrackEndReason } from './track-playback.js';
import { TrackPlayback } from './track-playback.js';

/** What a player is made of. */
export interface AudioPlayerParts {
  /** Source of the ticks, 20 ms apart. */
  readonly audioClock: AudioClock;
  /** Gives the Opus codec; throws `OpusCodecMissingError`. */
  readonly codec: () => OpusCodec;
  /** Where it tells of sources that fail. */
  readonly logger: Logger;
}

/**
 * Plays one track at a time, on one connection or on many at once.
 *
 * While no connection is ready, for a move or before end-to-end encryption is, the track is held at its position.
 */
export class AudioPlayer {
  readonly #parts: AudioPlayerParts;
  readonly #outputs = new Map<VoiceLink, LinkOutput>();
  readonly #ticks: AudioClockListener = {
    dispatch: () => this.#dispatch(),
    prepare: () => this.#playback?.prepare(),
  };
  #playback: TrackPlayback | undefined;
  #track: Track | undefined;
  /** Samples that were sent beyond what is due: a frame may last longer than a tick. */
  #aheadSamples = 0;

  constructor(parts: AudioPlayerParts) {
    this.#parts = parts;
  }

  /** Where failures go that nobody waits for. @internal */
  get logger(): Logger {
    return this.#parts.logger;
  }

  /** Whether what is to be played is being read from outside, for clocks that wait for that. @internal */
  get isReading(): boolean {
    return this.#playback?.isReading ?? false;
  }

  /** What is playing, paused or about to begin. */
  get current(): Track | undefined {
    return this.#track;
  }

  /** Lets a connection hear what is played; the returned function ends that. */
  connect(link: VoiceLink): () => void {
    if (!this.#outputs.has(link)) this.#outputs.set(link, new LinkOutput(link));
    this.#wake();
    return () => void this.#outputs.delete(link);
  }

  /**
   * Plays a source from now on; what was playing ends as `replaced`.
   * @throws {InvalidOptionError} for what is no source, and for options that are out of range.
   */
  play(source: AudioInput, options: PlayOptions = {}): Track {
    checkPlayOptions(source, options);
    this.#playback?.finish('replaced');
    const { codec, logger } = this.#parts;
    const playback = new TrackPlayback(source, codec, options, (error) =>
      logger.warn('voice', `track ${source.label} failed to close`, { error }),
    );
    const track = new Track(playback, () => this.#wake());
    this.#playback = playback;
    this.#track = track;
    playback.finished.catch((error: unknown) =>
      logger.warn('voice', `track ${source.label} failed`, { error }),
    );
    this.#wake();
    return track;
  }

  /** Holds the track where it is; five frames of silence are sent. */
  pause(): void {
    this.#track?.pause();
  }

  /** Goes on from where the track was held. */
  resume(): void {
    this.#track?.resume();
  }

  /** Ends what is playing. */
  stop(): void {
    this.#end('stopped');
  }

  /** Ends what is playing because nobody is left to hear it, and sends nothing more. */
  close(): void {
    this.#end('closed');
    this.#outputs.clear();
    this.#sleep();
  }

  /** Closes, unless another connection still hears it. */
  closeIfAlone(): void {
    if (this.#outputs.size === 0) this.close();
  }

  #end(reason: TrackEndReason): void {
    this.#playback?.finish(reason);
    this.#playback = undefined;
    this.#track = undefined;
  }

  #wake(): void {
    if (this.#outputs.size > 0) this.#parts.audioClock.add(this.#ticks);
  }

  #sleep(): void {
    this.#parts.audioClock.delete(this.#ticks);
    this.#aheadSamples = 0;
  }

  #dispatch(): void {
    while (this.#aheadSamples < FRAME_SAMPLES) this.#aheadSamples += this.#sendNext();
    this.#aheadSamples -= FRAME_SAMPLES;
  }

  /** Sends one frame, or falls silent; gives the samples that took. */
  #sendNext(): number {
    const playback = this.#playback;
    if (playback === undefined || playback.isPaused || playback.state === 'finished')
      return this.#rest(playback);
    if (!this.#isHeard()) {
      playback.hold();
      this.#fallSilent();
      return FRAME_SAMPLES;
    }
    const frame = playback.take();
    if (frame === 'end') this.#end('ended');
    if (typeof frame !== 'string') {
      for (const output of this.#outputs.values()) output.send(frame);
      return frame.samples;
    }
    this.#fallSilent();
    return FRAME_SAMPLES;
  }

  #isHeard(): boolean {
    for (const link of this.#outputs.keys()) if (link.isReady) return true;
    return false;
  }

  /** Falls silent, and once that is done sleeps until something is to be played. */
  #rest(playback: TrackPlayback | undefined): number {
    if (playback?.state === 'finished') this.#end('stopped');
    if (!this.#fallSilent()) this.#sleep();
    return FRAME_SAMPLES;
  }

  /** One frame of silence after speech; false when all connections are silent. */
  #fallSilent(): boolean {
    let isSpeaking = false;
    for (const output of this.#outputs.values()) isSpeaking = output.rest() || isSpeaking;
    return isSpeaking;
  }
}
