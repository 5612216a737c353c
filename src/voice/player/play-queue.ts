import type { AudioInput } from '../sources/audio-input.js';
import { tellListeners } from '../tell-listeners.js';
import type { AudioPlayer } from './audio-player.js';
import type { Track } from './track.js';
import type { PlayOptions, TrackEnd } from './track-playback.js';

/** What comes after a track: the next one, the same again, or the first after the last. */
export type LoopMode = 'off' | 'track' | 'queue';

/** Something in a queue. */
export interface QueueEntry<Data = unknown> {
  /** What is played. */
  readonly source: AudioInput;
  /** How it is played. */
  readonly options: PlayOptions;
  /** What you keep with it, such as a title or who asked for it. */
  readonly data: Data;
}

/** What a queue tells. */
export interface QueueEvents<Data> {
  /** Told when a track begins. */
  onStart?(track: Track, entry: QueueEntry<Data>): void;
  /** Told of each track that ended, also of one that failed: then the error is given, and the queue goes on. */
  onEnd?(entry: QueueEntry<Data>, end: TrackEnd | undefined, error?: unknown): void;
  /** Told when there is nothing left to play. */
  onEmpty?(): void;
}

/**
 * Plays one source after the other.
 *
 * @example
 * ```ts
 * const queue = new PlayQueue(voice.media.player);
 * queue.add(AudioSource.file('first.ogg'));
 * queue.loop = 'queue';
 * ```
 */
export class PlayQueue<Data = unknown> {
  /** What happens after each track. */
  loop: LoopMode = 'off';
  readonly #player: AudioPlayer;
  readonly #events: QueueEvents<Data>;
  readonly #entries: QueueEntry<Data>[] = [];
  #current: { readonly entry: QueueEntry<Data>; readonly track: Track } | undefined;
  #isSkipping = false;

  constructor(player: AudioPlayer, events: QueueEvents<Data> = {}) {
    this.#player = player;
    this.#events = events;
  }

  /** What is playing. */
  get current(): QueueEntry<Data> | undefined {
    return this.#current?.entry;
  }

  /** Track that is playing. */
  get track(): Track | undefined {
    return this.#current?.track;
  }

  /** What is still to come, in order. */
  get upcoming(): readonly QueueEntry<Data>[] {
    return [...this.#entries];
  }

  /** Puts a source at the end; it begins at once when nothing is playing. */
  add(source: AudioInput, data: Data = undefined as Data, options: PlayOptions = {}): QueueEntry<Data> {
    const entry = { source, options, data };
    this.#entries.push(entry);
    if (this.#current === undefined) this.#playNext();
    return entry;
  }

  /** Takes an entry out that is still to come; false when it is not there. */
  remove(entry: QueueEntry<Data>): boolean {
    const at = this.#entries.indexOf(entry);
    if (at >= 0) this.#entries.splice(at, 1);
    return at >= 0;
  }

  /** Puts what is to come into another order. */
  shuffle(random: () => number = Math.random): void {
    for (let at = this.#entries.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [this.#entries[at], this.#entries[other]] = [this.#entries[other]!, this.#entries[at]!];
    }
  }

  /** Ends what is playing and goes on with the next one, also while one track is looped. */
  async skip(): Promise<void> {
    this.#isSkipping = this.#current !== undefined;
    await this.#current?.track.stop();
  }

  /** Forgets what is to come, and ends what is playing. */
  async clear(): Promise<void> {
    this.#entries.length = 0;
    this.loop = 'off';
    await this.#current?.track.stop();
  }

  #playNext(): void {
    const entry = this.#entries.shift();
    if (entry === undefined) {
      this.#tell(() => this.#events.onEmpty?.());
      return;
    }
    const track = this.#player.play(entry.source, entry.options);
    this.#current = { entry, track };
    this.#tell(() => this.#events.onStart?.(track, entry));
    track.finished.then(
      (end) => this.#onEnd(entry, end),
      (error: unknown) => this.#onEnd(entry, undefined, error),
    );
  }

  #onEnd(entry: QueueEntry<Data>, end: TrackEnd | undefined, error?: unknown): void {
    this.#current = undefined;
    const hasEnded = end?.reason === 'ended' || this.#isSkipping;
    const wasSkipped = this.#isSkipping;
    this.#isSkipping = false;
    // One that failed is not put back: it would fail again at once, and again.
    if (hasEnded && this.loop === 'track' && !wasSkipped) this.#entries.unshift(entry);
    else if (hasEnded && this.loop === 'queue') this.#entries.push(entry);
    this.#tell(() => this.#events.onEnd?.(entry, end, error));
    if (end?.reason === 'replaced' || end?.reason === 'closed') return; // somebody else has the player, or nobody
    if (this.#current === undefined) this.#playNext();
  }

  /** What is told may fail; the queue goes on. */
  #tell(tell: () => void): void {
    tellListeners([tell], this.#player.logger);
  }
}
