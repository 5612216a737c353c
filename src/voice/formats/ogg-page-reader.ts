import { InvalidAudioError } from '../../errors/invalid-audio-error.js';
import { ByteQueue } from './byte-queue.js';
import { OGG_CRC_OFFSET, oggCrc } from './ogg-crc.js';

/** One page of an Ogg stream. */
export interface OggPage {
  readonly serial: number;
  readonly sequence: number;
  /** Position at the end of the last packet that ends in this page; -1 when none does. */
  readonly granule: bigint;
  /** Whether its first packet began in a page before. */
  readonly isContinued: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Lengths of the segments; a packet ends with the first that is shorter than 255. */
  readonly lacing: Uint8Array;
  readonly body: Buffer;
}

const CAPTURE = Buffer.from('OggS');
const HEADER_LENGTH = 27;
/** How far the first page may be from the beginning: an ID3 tag with a picture fits in. */
const MAX_LEADING_BYTES = 1 << 20;

/**
 * Finds Ogg pages in bytes.
 *
 * A page whose checksum is wrong is passed over, and reading goes on with the next one that can be found.
 * @see https://www.rfc-editor.org/rfc/rfc3533#section-6
 */
export class OggPageReader {
  readonly #bytes = new ByteQueue();
  #hasFoundPage = false;
  #damaged = 0;

  /** Pages that were passed over because of their checksum. */
  get damagedPages(): number {
    return this.#damaged;
  }

  push(chunk: Uint8Array): OggPage[] {
    this.#bytes.push(chunk);
    const pages: OggPage[] = [];
    for (let page = this.#next(); page !== undefined; page = this.#next()) pages.push(page);
    return pages;
  }

  #next(): OggPage | undefined {
    while (this.#findCapture()) {
      const length = this.#pageLength();
      if (length === undefined || this.#bytes.length < length) return undefined;
      const bytes = this.#bytes.peek(length);
      if (bytes[4] === 0 && bytes.readUInt32LE(OGG_CRC_OFFSET) === oggCrc(bytes)) {
        this.#bytes.skip(length);
        this.#hasFoundPage = true;
        return readPage(bytes);
      }
      this.#damaged += 1;
      this.#bytes.skip(CAPTURE.length);
    }
    return undefined;
  }

  /** Drops bytes up to the next capture pattern; keeps a beginning of one at the end. */
  #findCapture(): boolean {
    const at = this.#bytes.peek().indexOf(CAPTURE);
    this.#bytes.skip(at >= 0 ? at : Math.max(0, this.#bytes.length - (CAPTURE.length - 1)));
    if (!this.#hasFoundPage && this.#bytes.offset > MAX_LEADING_BYTES)
      throw new InvalidAudioError('ogg', `no page begins in the first ${MAX_LEADING_BYTES} bytes`);
    return at >= 0;
  }

  #pageLength(): number | undefined {
    const header = this.#bytes.peek(HEADER_LENGTH + 255);
    const segments = header[HEADER_LENGTH - 1];
    if (segments === undefined || header.length < HEADER_LENGTH + segments) return undefined;
    let length = HEADER_LENGTH + segments;
    for (let at = HEADER_LENGTH; at < HEADER_LENGTH + segments; at++) length += header[at]!;
    return length;
  }
}

function readPage(bytes: Buffer): OggPage {
  const flags = bytes[5]!;
  const bodyAt = HEADER_LENGTH + bytes[HEADER_LENGTH - 1]!;
  return {
    serial: bytes.readUInt32LE(14),
    sequence: bytes.readUInt32LE(18),
    granule: bytes.readBigInt64LE(6),
    isContinued: (flags & 1) !== 0,
    isFirst: (flags & 2) !== 0,
    isLast: (flags & 4) !== 0,
    lacing: bytes.subarray(HEADER_LENGTH, bodyAt),
    body: bytes.subarray(bodyAt),
  };
}
