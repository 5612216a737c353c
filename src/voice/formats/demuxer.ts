/** Opus packets, or samples, as they come out of a container. */
export type DemuxedAudio =
  | { readonly kind: 'opus'; readonly packet: Uint8Array }
  /** Interleaved stereo at 48 kHz, any number of samples. */
  | { readonly kind: 'pcm'; readonly samples: Int16Array };

/** Takes a container apart as its bytes arrive. */
export interface Demuxer {
  /**
   * Takes the next bytes and gives what is complete.
   * @throws {InvalidAudioError} when the bytes cannot be of this format.
   */
  push(chunk: Uint8Array): readonly DemuxedAudio[];
  /**
   * Says that no bytes follow; gives what is left.
   * @throws {InvalidAudioError} when there was no sound in it at all.
   */
  end(): readonly DemuxedAudio[];
}
