/** Opus frame of silence, which clients send in the clear. */
const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);
const MARKER = 0xfafa;
/** Tag of 8 bytes, nonce of at least 1, size of the trailer, marker of 2. */
const SHORTEST_TRAILER = 12;

/** Whether a frame is exactly the frame of silence. */
export function isSilence(frame: Uint8Array): boolean {
  return frame.length === 3 && SILENCE.equals(frame);
}

/** Whether a frame ends as end-to-end encrypted ones do. */
export function isEncryptedFrame(frame: Buffer): boolean {
  return frame.length > SHORTEST_TRAILER && frame.readUInt16BE(frame.length - 2) === MARKER;
}
