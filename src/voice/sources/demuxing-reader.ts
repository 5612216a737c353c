import type { Demuxer } from '../formats/demuxer.js';
import type { AudioFrame, AudioReader } from './audio-input.js';
import { Framer } from './framer.js';

/** Bytes in pieces, and what to do when no more are wanted. */
export interface ByteStream {
  readonly chunks: AsyncIterator<Uint8Array>;
  close(): void;
}

/** Reads frames out of bytes, no faster than they are asked for. */
export class DemuxingReader implements AudioReader {
  readonly #bytes: ByteStream;
  readonly #demuxer: Demuxer;
  readonly #framer = new Framer();
  #frames: AudioFrame[] = [];
  #next = 0;
  #hasEnded = false;
  #isClosed = false;

  constructor(bytes: ByteStream, demuxer: Demuxer) {
    this.#bytes = bytes;
    this.#demuxer = demuxer;
  }

  async read(): Promise<AudioFrame | undefined> {
    while (this.#next >= this.#frames.length) {
      if (this.#hasEnded || this.#isClosed) return undefined;
      await this.#readMore();
    }
    return this.#frames[this.#next++];
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#frames = [];
    this.#bytes.close();
  }

  async #readMore(): Promise<void> {
    const { value, done } = await this.#bytes.chunks.next();
    if (this.#isClosed) return;
    this.#hasEnded = done ?? false;
    const audio = this.#hasEnded ? this.#demuxer.end() : this.#demuxer.push(value as Uint8Array);
    this.#frames = audio.flatMap((part) => this.#framer.push(part));
    if (this.#hasEnded) this.#frames.push(...this.#framer.end());
    this.#next = 0;
  }
}
