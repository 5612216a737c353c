/** Writes and reads the presentation language of MLS. @see https://www.rfc-editor.org/rfc/rfc9420#section-2.1 */

/** Number of one byte, two, four or eight, big end first. */
export function uint(bytes: 1 | 2 | 4 | 8, value: number | bigint): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64BE(BigInt(value));
  return buffer.subarray(8 - bytes);
}

/** Bytes behind their length. */
export function vector(...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([lengthOf(body.length), body]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x40) return uint(1, length);
  if (length < 0x4000) return uint(2, length | 0x4000);
  return uint(4, (length | 0x80000000) >>> 0);
}

/** Position in MLS data; reading past the end throws. */
export class MlsCursor {
  readonly bytes: Buffer;
  at = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  take(length: number): Buffer {
    if (this.left < length) throw new RangeError(`MLS data is ${length - this.left} bytes too short`);
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  uint(bytes: 1 | 2 | 4): number {
    return this.take(bytes).readUIntBE(0, bytes);
  }

  uint64(): bigint {
    return this.take(8).readBigUInt64BE();
  }

  vector(): Buffer {
    const prefix = (this.bytes[this.at] ?? 0) >> 6;
    if (prefix === 3) throw new RangeError('MLS data has a length of 8 bytes');
    const width = ([1, 2, 4] as const)[prefix as 0 | 1 | 2];
    return this.take(this.uint(width) & ([0x3f, 0x3fff, 0x3fffffff] as const)[prefix as 0 | 1 | 2]);
  }
}
