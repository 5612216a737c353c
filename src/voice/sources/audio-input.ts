import type { OpusCodec } from '../opus/opus-codec.js';

/** 20 ms of sound (or, in files of others, another length): encoded already, or samples to encode. */
export type AudioFrame =
  | { readonly kind: 'opus'; readonly packet: Uint8Array; readonly samples: number }
  /** Interleaved stereo at 48 kHz; 960 samples per channel. */
  | { readonly kind: 'pcm'; readonly pcm: Int16Array; readonly samples: number };

/** What a source is opened with. */
export interface OpenAudioOptions {
  /** Where to begin, in milliseconds from the start. */
  readonly startMs?: number;
  /** Gives the codec, for sources that have to encode or decode; throws `OpusCodecMissingError`. */
  readonly codec: () => OpusCodec;
  /** Aborted when the track has ended before the source is open, so that an address is not asked any longer. */
  readonly signal?: AbortSignal;
}

/** Sound that is being read. */
export interface AudioReader {
  /** Gives the next frame, or `undefined` at the end; rejects when the source fails. */
  read(): Promise<AudioFrame | undefined>;
  /** Lets go of files, connections and processes, also in the middle, at once or by a promise; a second call does nothing. */
  close(): void;
}

/** Anything that can be played; write your own by implementing it. */
export interface AudioInput {
  /** How messages call it: a file's name, an address. */
  readonly label: string;
  /** Whether frames come as somebody speaks them: what is late is not waited for, and there is nothing to seek. */
  readonly isLive: boolean;
  /** Whether it reads from a disk, a network or a program, which take their own time; virtual time waits for them. */
  readonly isExternal?: boolean;
  /**
   * Begins to read; each call begins anew.
   * @throws {AudioSourceError} when it is not there, or can be played only once and was.
   */
  open(options: OpenAudioOptions): Promise<AudioReader>;
}
