import { ReusedBytes } from './reused-bytes.js';

/** Zeros behind the frame: the longest header of a term (a float, 9 bytes) that begins at its last byte fits in. */
const PADDING = 16;

/**
 * Copy of a frame with zeros behind it.
 *
 * Numbers of a few bytes can be read near the end without looking whether so many are left: zero is no kind of term, so
 * whoever has gone beyond the end finds nothing to go on with.
 */
export class PaddedBytes extends ReusedBytes {
  /** Takes the bytes of the next frame. */
  take(frame: Buffer): void {
    const { length } = frame;
    this.makeRoom(length + PADDING);
    this.bytes.set(frame);
    this.view.setFloat64(length, 0);
    this.view.setFloat64(length + 8, 0);
  }
}
