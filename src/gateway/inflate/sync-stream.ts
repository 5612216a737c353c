/**
 * Streaming decompression without the asynchronous round through Node's thread pool.
 *
 * Node's zlib streams hand each chunk to another thread, which for messages of a kilobyte costs ten times what inflating
 * them costs. Their native handle can also work on the spot, but has no public name; it has been the same since Node 11.
 * Where a runtime has no such handle, `createSyncStream` says so and the caller takes another way.
 */
import type { Transform } from 'node:stream';

const FIRST_OUTPUT_BYTES = 64 * 1_024;
/** Output buffers beyond this are not kept for the next message. */
const KEPT_OUTPUT_BYTES = 1_024 * 1_024;
/** No payload of Discord's comes near; a stream that inflates to more is an attack. */
const MAX_OUTPUT_BYTES = 128 * 1_024 * 1_024;
const SYNC_FLUSH = 2;

interface NativeHandle {
  onerror: (message: string, errno: number, code: string) => void;
  writeSync(
    flush: number,
    input: Uint8Array,
    inputOffset: number,
    inputLength: number,
    output: Uint8Array,
    outputOffset: number,
    outputLength: number,
  ): void;
}

interface NativeStream extends Transform {
  readonly _handle?: NativeHandle | null;
  /** What is left after a write: output space, input bytes. */
  readonly _writeState?: Uint32Array;
}

/** Decompressing stream that answers at once. */
export interface SyncStream {
  /** Output for `input`; valid until the next call. Throws an `Error` on malformed input. */
  push(input: Uint8Array): Buffer;
  close(): void;
}

/** Takes over a zlib stream; `undefined` when the runtime offers no synchronous handle. */
export function createSyncStream(stream: Transform): SyncStream | undefined {
  const { _handle: handle, _writeState: state } = stream as NativeStream;
  if (!handle || !state || typeof handle.writeSync !== 'function') return undefined;
  return new NativeSyncStream(stream, handle, state);
}

class NativeSyncStream implements SyncStream {
  readonly #stream: Transform;
  readonly #handle: NativeHandle;
  readonly #state: Uint32Array;
  #output = Buffer.allocUnsafe(FIRST_OUTPUT_BYTES);
  #failure: string | undefined;
  #isClosed = false;

  constructor(stream: Transform, handle: NativeHandle, state: Uint32Array) {
    this.#stream = stream;
    this.#handle = handle;
    this.#state = state;
    handle.onerror = (message) => {
      this.#failure = message;
    };
    stream.on('error', () => {});
  }

  push(input: Uint8Array): Buffer {
    if (this.#isClosed) throw new Error('the stream is closed');
    if (this.#output.length > KEPT_OUTPUT_BYTES) this.#output = Buffer.allocUnsafe(FIRST_OUTPUT_BYTES);
    let read = 0;
    let written = 0;
    for (;;) {
      const space = this.#output.length - written;
      this.#handle.writeSync(SYNC_FLUSH, input, read, input.length - read, this.#output, written, space);
      if (this.#failure !== undefined) throw new Error(this.#failure);
      const leftSpace = this.#state[0]!;
      read = input.length - this.#state[1]!;
      written = this.#output.length - leftSpace;
      if (leftSpace > 0) break;
      this.#grow();
    }
    // The stream has come to its end before the input has: what follows belongs to nothing.
    if (read < input.length) throw new Error('data after the end of the stream');
    return this.#output.subarray(0, written);
  }

  close(): void {
    this.#isClosed = true;
    this.#stream.destroy();
  }

  #grow(): void {
    if (this.#output.length >= MAX_OUTPUT_BYTES)
      throw new Error(`more than ${MAX_OUTPUT_BYTES} bytes of output`);
    const larger = Buffer.allocUnsafe(this.#output.length * 2);
    this.#output.copy(larger);
    this.#output = larger;
  }
}
