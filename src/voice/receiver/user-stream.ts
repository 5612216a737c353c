import type { Snowflake } from '../../types/type-tools.js';
import type { Clock, TimerHandle } from '../../utils/clock.js';
import { isSilenceFrame } from '../opus/opus-packet.js';
import type { AudioInput } from '../sources/audio-input.js';
import type { ReceivedFrame } from './received-frame.js';
import { UserStreamInput } from './user-stream-input.js';

/** When a stream ends and how much of it may wait to be read. */
export interface UserStreamOptions {
  /** Ends it when the user, having spoken, was silent for so long. Default: never. */
  readonly endAfterSilenceMs?: number;
  /** Ends it when the user leaves the call. Default: true. */
  readonly endWhenGone?: boolean;
  /** Frames that wait to be read; beyond that the oldest are dropped. Default: 500, ten seconds. */
  readonly maxWaitingFrames?: number;
}

/** Frames that wait where a stream is played: what is older is dropped, or everybody would hear it late from then on. */
const MAX_LAG_FRAMES = 10;

/**
 * What one user says, frame by frame, from the moment it was asked for.
 *
 * @example
 * ```ts
 * for await (const frame of voice.listen(userId, { endAfterSilenceMs: 1000 })) collect(frame.pcm);
 * ```
 */
export class UserStream<Frame extends ReceivedFrame = ReceivedFrame>
  implements AsyncIterable<Frame>, AsyncIterator<Frame, undefined>
{
  /** User who is listened to. */
  readonly userId: Snowflake;
  readonly #clock: Clock;
  readonly #options: UserStreamOptions;
  readonly #onClose: () => void;
  readonly #waiting: Frame[] = [];
  readonly #readers: ((result: IteratorResult<Frame, undefined>) => void)[] = [];
  #maxWaiting: number;
  #dropped = 0;
  #hasEnded = false;
  #silenceTimer: TimerHandle;

  /** @internal */
  constructor(userId: Snowflake, clock: Clock, onClose: () => void, options: UserStreamOptions = {}) {
    this.userId = userId;
    this.#clock = clock;
    this.#onClose = onClose;
    this.#options = options;
    this.#maxWaiting = options.maxWaitingFrames ?? 500;
  }

  /** Frames that were dropped because nobody read them in time. */
  get droppedFrames(): number {
    return this.#dropped;
  }

  /** Whether nothing more comes; what waits can still be read. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Ends it, for the reader too once what waits is read. */
  close(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#clock.clearTimeout(this.#silenceTimer);
    this.#onClose();
    for (const reader of this.#readers.splice(0)) reader({ done: true, value: undefined });
  }

  /** Same sound as something to play, on this connection or another; a stream can be read by one only. */
  asSource(): AudioInput {
    this.#maxWaiting = Math.min(this.#maxWaiting, MAX_LAG_FRAMES);
    return new UserStreamInput(this.userId, this);
  }

  /** Gives the next frame, when it is there. */
  next(): Promise<IteratorResult<Frame, undefined>> {
    const value = this.#waiting.shift();
    if (value !== undefined) return Promise.resolve({ done: false, value });
    if (this.#hasEnded) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => this.#readers.push(resolve));
  }

  /** Ends listening. */
  return(): Promise<IteratorResult<Frame, undefined>> {
    this.close();
    this.#waiting.length = 0;
    return Promise.resolve({ done: true, value: undefined });
  }

  /** Gives itself: it can be read once. */
  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Ends listening; for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }

  /** Takes a frame for the reader. @internal */
  push(frame: Frame): void {
    if (this.#hasEnded) return;
    this.#awaitSilence(frame);
    const reader = this.#readers.shift();
    if (reader) reader({ done: false, value: frame });
    else this.#waiting.push(frame);
    if (this.#waiting.length <= this.#maxWaiting) return;
    this.#waiting.shift();
    this.#dropped += 1;
  }

  /** Hears that the user has left. @internal */
  leave(): void {
    if (this.#options.endWhenGone ?? true) this.close();
  }

  #awaitSilence(frame: Frame): void {
    const { endAfterSilenceMs } = this.#options;
    if (endAfterSilenceMs === undefined || isSilenceFrame(frame.opus)) return;
    this.#clock.clearTimeout(this.#silenceTimer);
    this.#silenceTimer = this.#clock.setTimeout(() => this.close(), endAfterSilenceMs, { unref: true });
  }
}
