import type { AudioFrame, AudioReader } from '../sources/audio-input.js';
import { closeReader } from './close-reader.js';

/** Frames that have to be missing before reading goes on: few, so that many players do not read all at the same time. */
const READ_AT_ONCE = 5;

/** Reads frames ahead, so that they are there when their time comes. */
export class FrameBuffer {
  readonly #reader: AudioReader;
  readonly #maxFrames: number;
  readonly #onCloseFailed: (error: unknown) => void;
  readonly #frames: AudioFrame[] = [];
  #isReading = false;
  #isClosed = false;
  #hasEnded = false;
  #hasLetGo = false;
  #error: unknown;

  /** `onCloseFailed` is told when the reader fails to let go of what it holds. */
  constructor(reader: AudioReader, maxFrames: number, onCloseFailed: (error: unknown) => void) {
    this.#reader = reader;
    this.#onCloseFailed = onCloseFailed;
    this.#maxFrames = maxFrames;
    void this.#fill();
  }

  /** Frames that are there. */
  get length(): number {
    return this.#frames.length;
  }

  /** Whether no frame will follow those that are there. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Why the source failed, if it did; frames before the failure still come. */
  get error(): unknown {
    return this.#error;
  }

  take(): AudioFrame | undefined {
    const frame = this.#frames.shift();
    if (this.#frames.length <= this.#maxFrames - READ_AT_ONCE) void this.#fill();
    return frame;
  }

  /** Forgets what is there: it is too old. */
  clear(): void {
    this.#frames.length = 0;
    void this.#fill();
  }

  close(): void {
    this.#isClosed = true;
    this.#frames.length = 0;
    this.#letGo();
  }

  #letGo(): void {
    if (this.#hasLetGo) return;
    this.#hasLetGo = true;
    closeReader(this.#reader, this.#onCloseFailed);
  }

  async #fill(): Promise<void> {
    if (this.#isReading || this.#hasEnded || this.#isClosed) return;
    this.#isReading = true;
    try {
      while (!this.#isClosed && !this.#hasEnded && this.#frames.length < this.#maxFrames) {
        const frame = await this.#reader.read();
        if (frame === undefined) this.#hasEnded = true;
        else if (!this.#isClosed) this.#frames.push(frame);
      }
    } catch (error) {
      this.#error = error;
      this.#hasEnded = true;
    } finally {
      this.#isReading = false;
      if (this.#hasEnded) this.#letGo();
    }
  }
}
