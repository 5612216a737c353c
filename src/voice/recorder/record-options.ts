import type { Snowflake } from '../../types/type-tools.js';
import type { ReceiveStats } from '../receiver/receive-stats.js';

/**
 * How a recording is written.
 *
 * `ogg` needs nothing, because packets are written as they come; `wav` and `pcm` need an Opus codec; `mp3`, `mp4`, `m4a`,
 * `mka` and `mkv` need ffmpeg.
 */
export type RecordFormat = 'ogg' | 'wav' | 'pcm' | 'mp3' | 'mp4' | 'm4a' | 'mka' | 'mkv';

/** What is recorded, where to and for how long. */
export interface RecordOptions {
  /** Directory for the files; made when it is not there. */
  readonly directory: string;
  /** Default: `ogg`. */
  readonly format?: RecordFormat;
  /** A file for each user, one with everybody mixed together, or both. Mixing needs an Opus codec. Default: `each`. */
  readonly tracks?: 'each' | 'mixed' | 'both';
  /** Who is recorded. Default: everybody. */
  readonly users?: readonly Snowflake[] | ((userId: Snowflake) => boolean);
  /** Ends the recording after so much time. */
  readonly maxDurationMs?: number;
  /** Ends the recording when its files together are so large, to within a second. */
  readonly maxBytes?: number;
  /** Name of a file without its ending; a file that is there already is not overwritten. Default: the user's id, or `mixed`. */
  readonly fileName?: (userId: Snowflake | 'mixed') => string;
  /** Program that is run as ffmpeg. Default: `ffmpeg`. */
  readonly ffmpeg?: string;
}

/** One file of a recording. All files of a recording begin at the same moment and are equally long. */
export interface RecordedTrack {
  /** Whose it is; `undefined` for the mixed one. */
  readonly userId: Snowflake | undefined;
  /** Path of the file. */
  readonly path: string;
  /** Length in milliseconds, silence included. */
  readonly durationMs: number;
  /** Milliseconds in which there is sound. */
  readonly spokenMs: number;
  /** Size of the file. */
  readonly bytes: number;
  /** What became of the user's packets since the bot joined. */
  readonly stats: ReceiveStats | undefined;
  /** Why the file is not complete. */
  readonly error: Error | undefined;
}

/** Why a recording ended. */
export type RecordingEnd = 'stopped' | 'duration' | 'size' | 'closed';

/** What a recording gave. */
export interface RecordingResult {
  /** Directory that the files are in. */
  readonly directory: string;
  /** Moment at which all files begin, in milliseconds since the Unix epoch. */
  readonly startedAtMs: number;
  /** Length in milliseconds. */
  readonly durationMs: number;
  /** `stopped` by you, by a limit of `duration` or `size`, or `closed` with the connection. */
  readonly endedBy: RecordingEnd;
  /** Files that were written, one for each user, the mixed one last. */
  readonly tracks: readonly RecordedTrack[];
}
