import { Buffer } from 'node:buffer';

const FIRST_BYTES = 16_384;
/** What grew beyond this is not kept for the next frame. */
const KEPT_BYTES = 1_048_576;

/** Bytes of one frame, in a buffer that is used again for the next. */
export class ReusedBytes {
  bytes: Buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
  /** The same bytes as numbers, wherever they begin. */
  view: DataView = viewOf(this.bytes);

  /** Makes room for so many bytes; what was there may be gone. */
  makeRoom(room: number): void {
    const isFit = room <= this.bytes.length && this.bytes.length <= KEPT_BYTES;
    if (isFit) return;
    const size = Math.max(FIRST_BYTES, room <= KEPT_BYTES ? Math.min(KEPT_BYTES, room * 2) : room);
    if (size === this.bytes.length) return;
    this.bytes = Buffer.allocUnsafeSlow(size);
    this.view = viewOf(this.bytes);
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Buffer): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
