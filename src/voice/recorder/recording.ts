/**
 * Records a call to disk.
 *
 * Every file begins when the recording does: what is heard is placed by when it was spoken, and where nothing was spoken
 * there is silence, written once a second. So files of different users can be laid upon each other as they are, memory
 * stays small however long somebody is silent, and at most some two seconds are lost when the process dies.
 */
import { mkdir } from 'node:fs/promises';
import { FfmpegMissingError } from '../../errors/ffmpeg-missing-error.js';
import { RecordingError } from '../../errors/recording-error.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { Clock, TimerHandle } from '../../utils/clock.js';
import type { Logger } from '../../utils/logger.js';
import type { OpusCodec } from '../opus/opus-codec.js';
import type { ReceivedFrame } from '../receiver/received-frame.js';
import type { VoiceReceiver } from '../receiver/voice-receiver.js';
import { FFMPEG, probeFfmpeg } from '../sources/ffmpeg-process.js';
import { msOf } from '../sources/skip-to.js';
import { checkRecordOptions } from './check-record-options.js';
import { createTrackFile } from './create-track-file.js';
import { MixedTrack } from './mixed-track.js';
import type { RecordedTrack, RecordingEnd, RecordingResult, RecordOptions } from './record-options.js';
import type { TrackFile } from './track-file.js';
import { UserTrack } from './user-track.js';

/** What a recording is made of. */
export interface RecordingParts {
  readonly receiver: VoiceReceiver;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Gives the Opus codec; throws `OpusCodecMissingError`. */
  readonly codec: () => OpusCodec;
}

const WRITE_EVERY_MS = 1000;
/** How late a frame may be and still find its place: the jitter buffer, and frames that had to wait for a key. */
const LAG_MS = 1000;

/**
 * Recording that is going on.
 *
 * @example
 * ```ts
 * const recording = await voice.record({ directory: 'out', format: 'ogg' });
 * const { tracks } = await recording.stop();
 * ```
 */
export class Recording {
  /** Moment at which all files begin, in milliseconds since the Unix epoch. */
  readonly startedAtMs: number;
  /** Resolves when it has ended, by {@link stop}, a limit or the end of the connection, and all files are complete. */
  readonly finished: Promise<RecordingResult>;
  readonly #options: RecordOptions;
  readonly #parts: RecordingParts;
  readonly #beganMs: number;
  readonly #tracks = new Map<Snowflake, UserTrack>();
  readonly #mixed: MixedTrack | undefined;
  readonly #stopHearing: () => void;
  #finish!: (result: RecordingResult) => void;
  #timer: TimerHandle;
  #isEnding = false;

  private constructor(options: RecordOptions, parts: RecordingParts) {
    this.#options = options;
    this.#parts = parts;
    this.startedAtMs = parts.clock.now();
    this.#beganMs = parts.clock.monotonicNow();
    this.finished = new Promise((resolve) => {
      this.#finish = resolve;
    });
    const isMixed = options.tracks === 'mixed' || options.tracks === 'both';
    this.#mixed = isMixed ? new MixedTrack(this.#file('mixed'), this.#beganMs, parts.codec) : undefined;
    this.#stopHearing = parts.receiver.onFrame((frame) => this.#hear(frame));
    this.#writeLater();
  }

  /** Begins to record. @internal */
  static async start(options: RecordOptions, parts: RecordingParts): Promise<Recording> {
    const { format = 'ogg', tracks = 'each', directory, ffmpeg = FFMPEG } = options;
    checkRecordOptions(options);
    const needsCodec = format === 'wav' || format === 'pcm' || tracks !== 'each';
    if (needsCodec) parts.codec();
    const needsFfmpeg = !['ogg', 'wav', 'pcm'].includes(format);
    if (needsFfmpeg && (await probeFfmpeg(ffmpeg)) === undefined) throw new FfmpegMissingError(ffmpeg);
    await mkdir(directory, { recursive: true }).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new RecordingError(`The directory ${directory} cannot be made: ${reason}`, { cause });
    });
    return new Recording(options, parts);
  }

  /** Milliseconds since it began. */
  get durationMs(): number {
    return this.#parts.clock.monotonicNow() - this.#beganMs;
  }

  /** Bytes of all files so far. */
  get bytes(): number {
    return this.#files.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Ends it; resolves when all files are complete. A second call gives the same result. */
  stop(): Promise<RecordingResult> {
    this.#end('stopped');
    return this.finished;
  }

  /** Ends it because the connection did. @internal */
  close(): void {
    this.#end('closed');
  }

  /** Stops it; for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  get #files(): readonly TrackFile[] {
    return [...this.#tracks.values(), ...(this.#mixed ? [this.#mixed] : [])].map(({ file }) => file);
  }

  #file(owner: Snowflake | 'mixed'): TrackFile {
    return createTrackFile(owner, this.#options, this.startedAtMs, this.#parts.codec);
  }

  #hear(frame: ReceivedFrame): void {
    if (!this.#isWanted(frame.userId)) return;
    this.#mixed?.add(frame);
    if (this.#options.tracks !== 'mixed') this.#track(frame.userId).add(frame);
  }

  #isWanted(userId: Snowflake): boolean {
    const { users } = this.#options;
    if (users === undefined) return true;
    return typeof users === 'function' ? users(userId) : users.includes(userId);
  }

  #track(userId: Snowflake): UserTrack {
    let track = this.#tracks.get(userId);
    if (track === undefined) {
      track = new UserTrack(this.#file(userId), this.#beganMs);
      this.#tracks.set(userId, track);
    }
    return track;
  }

  #writeLater(): void {
    const leftMs = (this.#options.maxDurationMs ?? Number.POSITIVE_INFINITY) - this.durationMs;
    const delayMs = Math.min(WRITE_EVERY_MS, Math.max(0, leftMs));
    this.#timer = this.#parts.clock.setTimeout(() => this.#write(), delayMs, { unref: true });
  }

  #write(): void {
    const { maxDurationMs = Number.POSITIVE_INFINITY, maxBytes = Number.POSITIVE_INFINITY } = this.#options;
    this.#advanceTo(this.#parts.clock.monotonicNow() - LAG_MS);
    for (const file of this.#files) void file.flush();
    if (this.durationMs >= maxDurationMs) this.#end('duration');
    else if (this.bytes >= maxBytes) this.#end('size');
    else this.#writeLater();
  }

  #advanceTo(nowMs: number): void {
    for (const track of this.#tracks.values()) track.advanceTo(nowMs);
    this.#mixed?.advanceTo(nowMs);
  }

  #end(endedBy: RecordingEnd): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    this.#parts.clock.clearTimeout(this.#timer);
    this.#stopHearing();
    const { durationMs } = this;
    this.#advanceTo(this.#parts.clock.monotonicNow());
    void this.#complete(endedBy, durationMs);
  }

  async #complete(endedBy: RecordingEnd, durationMs: number): Promise<void> {
    await Promise.all(this.#files.map((file) => file.end()));
    this.#mixed?.close();
    const tracks = [...this.#tracks].map(([userId, { file }]) => this.#describe(userId, file));
    if (this.#mixed) tracks.push(this.#describe(undefined, this.#mixed.file));
    const { directory } = this.#options;
    this.#finish({ directory, startedAtMs: this.startedAtMs, durationMs, endedBy, tracks });
  }

  #describe(userId: Snowflake | undefined, file: TrackFile): RecordedTrack {
    const { path, bytes, error } = file;
    if (error) this.#parts.logger.error('voice', 'a track of a recording is not complete', { userId, error });
    const stats = userId === undefined ? undefined : this.#parts.receiver.stats(userId);
    const durationMs = msOf(file.samples);
    return { userId, path, durationMs, spokenMs: msOf(file.spokenSamples), bytes, stats, error };
  }
}
