import { OGG_CRC_OFFSET, oggCrc } from './ogg-crc.js';
import { writeOpusHead } from './opus-head.js';

/** What an Ogg file says besides its sound. */
export interface OggOpusOptions {
  /** Number of the stream. Default: 1. */
  readonly serial?: number;
  /** Comments, such as `{ TITLE: 'Meeting' }`. */
  readonly comments?: Readonly<Record<string, string>>;
}

const MAX_SEGMENTS = 255;
/** A page a second: what is lost when the process dies. */
const PAGE_SAMPLES = 48_000;
const FIRST = 2;
const LAST = 4;

/**
 * Writes Opus packets as an Ogg file, without decoding them.
 * @see https://www.rfc-editor.org/rfc/rfc7845
 */
export class OggOpusMuxer {
  readonly #serial: number;
  readonly #comments: Readonly<Record<string, string>>;
  #sequence = 0;
  #samples = 0n;
  #pageStart = 0n;
  /** Packets of the page that is being filled, and how many segments they take. */
  #packets: Uint8Array[] = [];
  #segments = 0;

  constructor(options: OggOpusOptions = {}) {
    this.#serial = options.serial ?? 1;
    this.#comments = options.comments ?? {};
  }

  /** Samples per channel that were written. */
  get samples(): number {
    return Number(this.#samples);
  }

  /** Bytes to begin the file with. */
  start(): Buffer {
    const head = this.#page([writeOpusHead()], FIRST, 0n);
    return Buffer.concat([head, this.#page([writeOpusTags(this.#comments)], 0, 0n)]);
  }

  /** Takes a packet that lasts `samples`; gives the bytes of a page when one is full. */
  push(packet: Uint8Array, samples: number): Buffer {
    const segments = segmentsOf(packet);
    const isFull =
      this.#segments + segments > MAX_SEGMENTS || this.#samples - this.#pageStart >= PAGE_SAMPLES;
    const page = isFull ? this.#flush(0) : Buffer.alloc(0);
    this.#packets.push(packet);
    this.#segments += segments;
    this.#samples += BigInt(samples);
    return page;
  }

  /** Bytes to end the file with. */
  end(): Buffer {
    return this.#flush(LAST);
  }

  #flush(flags: number): Buffer {
    const page = this.#page(this.#packets, flags, this.#samples);
    this.#packets = [];
    this.#segments = 0;
    this.#pageStart = this.#samples;
    return page;
  }

  #page(packets: readonly Uint8Array[], flags: number, granule: bigint): Buffer {
    const lacing = packets.flatMap(({ length }) => [
      ...Array<number>(Math.floor(length / 255)).fill(255),
      length % 255,
    ]);
    const header = Buffer.alloc(27 + lacing.length);
    header.write('OggS');
    header[5] = flags;
    header.writeBigInt64LE(granule, 6);
    header.writeUInt32LE(this.#serial, 14);
    header.writeUInt32LE(this.#sequence++, 18);
    header[26] = lacing.length;
    header.set(lacing, 27);
    const page = Buffer.concat([header, ...packets]);
    page.writeUInt32LE(oggCrc(page), OGG_CRC_OFFSET);
    return page;
  }
}

function segmentsOf({ length }: Uint8Array): number {
  return Math.floor(length / 255) + 1;
}

function writeOpusTags(comments: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(comments).map(([name, value]) => lengthAndText(`${name}=${value}`));
  const count = Buffer.alloc(4);
  count.writeUInt32LE(lines.length);
  return Buffer.concat([Buffer.from('OpusTags'), lengthAndText('cogwork'), count, ...lines]);
}

function lengthAndText(text: string): Buffer {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}
