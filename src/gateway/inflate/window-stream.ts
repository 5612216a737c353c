import type { SyncStream } from './sync-stream.js';

const WINDOW_BYTES = 32 * 1_024;
const ZLIB_HEADER_BYTES = 2;
const MAX_OUTPUT_BYTES = 128 * 1_024 * 1_024;

/**
 * Inflates a zlib stream piece by piece with Node's public functions only.
 *
 * After a sync flush a deflate stream stands at a byte boundary, and all that later data may refer to are the 32 kB
 * before it. So each piece is inflated alone, with those as its dictionary. Slower than `createSyncStream`.
 */
export class WindowStream implements SyncStream {
  #window = Buffer.alloc(0);
  #isFirst = true;

  push(input: Uint8Array): Buffer {
    const { inflateRawSync, constants } = process.getBuiltinModule('node:zlib');
    const piece = this.#isFirst ? this.#withoutHeader(input) : input;
    const output = inflateRawSync(piece, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: MAX_OUTPUT_BYTES,
      ...(this.#window.length > 0 && { dictionary: this.#window }),
    });
    this.#window = Buffer.concat([this.#window, output]).subarray(-WINDOW_BYTES);
    return output;
  }

  close(): void {
    this.#window = Buffer.alloc(0);
  }

  #withoutHeader(input: Uint8Array): Uint8Array {
    this.#isFirst = false;
    const method = (input[0] ?? 0) & 0x0f;
    const check = ((input[0] ?? 0) << 8) | (input[1] ?? 0);
    if (method !== 8 || check % 31 !== 0) throw new Error('incorrect header check');
    return input.subarray(ZLIB_HEADER_BYTES);
  }
}
