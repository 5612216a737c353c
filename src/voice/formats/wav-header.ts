/** Length of the header that {@link wavHeader} writes. */
export const WAV_HEADER_LENGTH = 44;

const MAX_LENGTH = 0xffff_ffff;

/**
 * Header of a WAV file of 48 kHz, stereo, 16 bits.
 *
 * Beyond 4 GiB, and before the length is known, it says “to the end of the file”.
 */
export function wavHeader(soundBytes = Number.POSITIVE_INFINITY): Buffer {
  const header = Buffer.alloc(WAV_HEADER_LENGTH);
  header.write('RIFF');
  header.writeUInt32LE(Math.min(MAX_LENGTH, soundBytes + WAV_HEADER_LENGTH - 8), 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(2, 22);
  header.writeUInt32LE(48_000, 24);
  header.writeUInt32LE(48_000 * 4, 28);
  header.writeUInt16LE(4, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(Math.min(MAX_LENGTH, soundBytes), 40);
  return header;
}
