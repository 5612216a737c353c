import type { Snowflake } from '../types/type-tools.js';
import type { Clock } from '../utils/clock.js';
import type { Logger } from '../utils/logger.js';
import { loadOpusCodec } from './opus/load-opus-codec.js';
import type { OpusCodec } from './opus/opus-codec.js';
import { AudioClock } from './player/audio-clock.js';
import { AudioPlayer } from './player/audio-player.js';
import type { Track } from './player/track.js';
import type { PlayOptions } from './player/track-playback.js';
import type { JitterOptions } from './receiver/jitter-buffer.js';
import type { ReceivedFrame, ReceivedPcmFrame } from './receiver/received-frame.js';
import type { UserStream } from './receiver/user-stream.js';
import type { ListenOptions } from './receiver/voice-receiver.js';
import { VoiceReceiver } from './receiver/voice-receiver.js';
import type { RecordOptions } from './recorder/record-options.js';
import { Recording } from './recorder/recording.js';
import type { AudioInput } from './sources/audio-input.js';
import type { VoiceLink } from './voice-link.js';

/** What the sound of a connection is made of. */
export interface VoiceMediaParts {
  /** Source of time. */
  readonly clock: Clock;
  /** Where it tells of sources that fail. */
  readonly logger: Logger;
  /** Shared by the connections of a bot. Default: one of its own. */
  readonly audioClock?: AudioClock;
  /** Default: the library that is installed, loaded when it is first needed. */
  readonly codec?: () => OpusCodec;
  /** How long late packets are waited for. */
  readonly jitter?: JitterOptions;
}

/** Sound of one connection, both ways: what it plays, hears and records. Nothing of it is made before it is used. */
export class VoiceMedia {
  readonly #link: VoiceLink;
  readonly #parts: VoiceMediaParts;
  readonly #recordings = new Set<Recording>();
  readonly #codec: () => OpusCodec;
  #player: AudioPlayer | undefined;
  #stopPlaying: (() => void) | undefined;
  #receiver: VoiceReceiver | undefined;

  constructor(link: VoiceLink, parts: VoiceMediaParts) {
    this.#link = link;
    this.#parts = parts;
    this.#codec = parts.codec ?? loadOpusCodec;
    link.onClosed(() => this.close());
  }

  /** Player of this connection; {@link subscribe} puts another in its place. */
  get player(): AudioPlayer {
    if (this.#player === undefined) {
      const { audioClock = new AudioClock(this.#parts.clock), logger } = this.#parts;
      this.subscribe(new AudioPlayer({ audioClock, logger, codec: this.#codec }));
    }
    return this.#player as AudioPlayer;
  }

  /** Whether what is to be played is being read from outside. @internal */
  get isReading(): boolean {
    return this.#player?.isReading ?? false;
  }

  /** Everybody in the call, each apart. */
  get receiver(): VoiceReceiver {
    const { clock, logger, jitter = {} } = this.#parts;
    this.#receiver ??= new VoiceReceiver({ link: this.#link, clock, logger, codec: this.#codec, jitter });
    return this.#receiver;
  }

  /** Plays what another player plays, which may be heard on many connections at once. */
  subscribe(player: AudioPlayer): void {
    this.#stopPlaying?.();
    if (player !== this.#player) this.#player?.closeIfAlone();
    this.#player = player;
    this.#stopPlaying = player.connect(this.#link);
  }

  /** Plays a source from now on; what was playing ends as `replaced`. */
  play(source: AudioInput, options: PlayOptions = {}): Track {
    return this.player.play(source, options);
  }

  /**
   * Listens to one user, from now on until they leave.
   * @throws {OpusCodecMissingError} for `pcm` without an Opus codec.
   */
  listen(userId: Snowflake, options: ListenOptions & { readonly format: 'opus' }): UserStream<ReceivedFrame>;
  listen(userId: Snowflake, options?: ListenOptions): UserStream<ReceivedPcmFrame>;
  listen(
    userId: Snowflake,
    options: ListenOptions = {},
  ): UserStream<ReceivedFrame> | UserStream<ReceivedPcmFrame> {
    return this.receiver.listen(userId, options);
  }

  /**
   * Records everybody, each on a track of their own.
   * @throws {RecordingError} when the directory cannot be written to.
   */
  async record(options: RecordOptions): Promise<Recording> {
    const { clock, logger } = this.#parts;
    const { receiver } = this;
    const recording = await Recording.start(options, { receiver, clock, logger, codec: this.#codec });
    this.#recordings.add(recording);
    void recording.finished.finally(() => this.#recordings.delete(recording)).catch(() => undefined);
    return recording;
  }

  /** Ends what is played, heard and recorded here; recordings are finished properly. */
  close(): void {
    this.#stopPlaying?.();
    this.#stopPlaying = undefined;
    this.#player?.closeIfAlone();
    this.#receiver?.close();
    for (const recording of this.#recordings) recording.close();
  }
}
