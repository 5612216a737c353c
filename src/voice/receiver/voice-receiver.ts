import type { Snowflake } from '../../types/type-tools.js';
import type { Clock } from '../../utils/clock.js';
import type { Logger } from '../../utils/logger.js';
import type { OpusCodec } from '../opus/opus-codec.js';
import { tellListeners } from '../tell-listeners.js';
import type { VoiceLink } from '../voice-link.js';
import type { JitterOptions } from './jitter-buffer.js';
import type { ReceiveStats } from './receive-stats.js';
import { newReceiveCounter } from './receive-stats.js';
import type { ReceivedFrame, ReceivedPcmFrame } from './received-frame.js';
import { UserAudio } from './user-audio.js';
import type { UserStreamOptions } from './user-stream.js';
import { UserStream } from './user-stream.js';

/** What is listened to, and how. */
export interface ListenOptions extends UserStreamOptions {
  /** `pcm` decodes, which needs an Opus codec; `opus` gives the packets as they were sent. Default: `pcm`. */
  readonly format?: 'pcm' | 'opus';
}

/** Told when somebody begins or ends to speak. */
export type SpeakingListener = (userId: Snowflake, isSpeaking: boolean) => void;

/** What a receiver is made of. */
export interface VoiceReceiverParts {
  readonly link: VoiceLink;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Gives the Opus codec; throws `OpusCodecMissingError`. */
  readonly codec: () => OpusCodec;
  readonly jitter?: JitterOptions;
}

/** Hears everybody in a call, each apart: in order, with losses bridged, whenever they come back. */
export class VoiceReceiver {
  readonly #parts: VoiceReceiverParts;
  readonly #users = new Map<Snowflake, UserAudio>();
  readonly #streams = new Set<Pick<UserStream, 'userId' | 'leave' | 'close'>>();
  readonly #frameListeners = new Set<(frame: ReceivedFrame) => void>();
  readonly #speakingListeners = new Set<SpeakingListener>();
  readonly #stops: readonly (() => void)[];

  /** @internal */
  constructor(parts: VoiceReceiverParts) {
    this.#parts = parts;
    this.#stops = [
      parts.link.onPacket((packet) => this.#user(packet.userId).push(packet)),
      parts.link.onUserGone((userId) => this.#leave(userId)),
    ];
  }

  /** Who speaks at this moment. */
  get speaking(): ReadonlySet<Snowflake> {
    return new Set([...this.#users.values()].filter((user) => user.isSpeaking).map(({ userId }) => userId));
  }

  /** What became of a user's packets; all zero for somebody who was never heard. */
  stats(userId: Snowflake): ReceiveStats {
    return this.#users.get(userId)?.stats ?? newReceiveCounter();
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
    if (options.format === 'opus') {
      return this.#stream<ReceivedFrame>(userId, options, (push) =>
        this.onFrame((frame) => {
          if (frame.userId === userId) push(frame);
        }),
      );
    }
    return this.#stream<ReceivedPcmFrame>(userId, options, (push) => this.#user(userId).onPcm(push));
  }

  /** Hears the frames of everybody; the returned function stops. */
  onFrame(listener: (frame: ReceivedFrame) => void): () => void {
    this.#frameListeners.add(listener);
    return () => void this.#frameListeners.delete(listener);
  }

  /** Hears who begins and ends to speak, told from their packets; the returned function stops. */
  onSpeaking(listener: SpeakingListener): () => void {
    this.#speakingListeners.add(listener);
    return () => void this.#speakingListeners.delete(listener);
  }

  /** Ends all streams, and hears nothing more. */
  close(): void {
    for (const stop of this.#stops) stop();
    for (const user of this.#users.values()) user.leave();
    for (const stream of this.#streams) stream.close();
    this.#frameListeners.clear();
    this.#speakingListeners.clear();
  }

  #stream<Frame extends ReceivedFrame>(
    userId: Snowflake,
    options: UserStreamOptions,
    subscribe: (push: (frame: Frame) => void) => () => void,
  ): UserStream<Frame> {
    const onClose = (): void => {
      stop();
      this.#streams.delete(stream);
    };
    const stream = new UserStream<Frame>(userId, this.#parts.clock, onClose, options);
    const stop = subscribe((frame) => stream.push(frame));
    this.#streams.add(stream);
    return stream;
  }

  #user(userId: Snowflake): UserAudio {
    let user = this.#users.get(userId);
    if (user === undefined) {
      const { clock, codec, jitter = {} } = this.#parts;
      const events = {
        onFrame: (frame: ReceivedFrame) => this.#tellFrame(frame),
        onSpeaking: (id: Snowflake, isSpeaking: boolean) => this.#tellSpeaking(id, isSpeaking),
      };
      user = new UserAudio(userId, clock, codec, events, jitter);
      this.#users.set(userId, user);
    }
    return user;
  }

  #leave(userId: Snowflake): void {
    this.#users.get(userId)?.leave();
    for (const stream of this.#streams) if (stream.userId === userId) stream.leave();
  }

  #tellFrame(frame: ReceivedFrame): void {
    tellListeners(this.#frameListeners, this.#parts.logger, frame);
  }

  #tellSpeaking(userId: Snowflake, isSpeaking: boolean): void {
    tellListeners(this.#speakingListeners, this.#parts.logger, userId, isSpeaking);
  }
}
