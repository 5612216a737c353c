import { InvalidAudioError } from '../../errors/invalid-audio-error.js';
import { opusPacketSamples } from '../opus/opus-packet.js';
import { ByteQueue } from './byte-queue.js';
import type { DemuxedAudio, Demuxer } from './demuxer.js';
import type { EbmlHead } from './ebml-reader.js';
import { ebmlChildren, readEbmlHead, readEbmlInteger, readEbmlUnsigned } from './ebml-reader.js';
import { framesOfBlock } from './matroska-block.js';
import { readOpusHead } from './opus-head.js';

const ID = {
  header: 0x1a45dfa3,
  segment: 0x18538067,
  cluster: 0x1f43b675,
  blockGroup: 0xa0,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  codecId: 0x86,
  codecPrivate: 0x63a2,
  contentEncodings: 0x6d80,
  simpleBlock: 0xa3,
  block: 0xa1,
} as const;

/** Elements whose children are read as if they stood side by side, so that an unknown length does no harm. */
const opened = new Set<number>([ID.segment, ID.cluster, ID.blockGroup]);

/** Longest element that is kept as a whole; the list of tracks and one block of sound are far below. */
const MAX_KEPT_BYTES = 1 << 22;

/** Bytes of a block that tell its track. */
const TRACK_NUMBER_BYTES = 8;

/**
 * Takes the packets of the first Opus track out of WebM or Matroska.
 *
 * Reads simple blocks and block groups, every kind of lacing, and live streams whose lengths are not known.
 * @see https://www.rfc-editor.org/rfc/rfc9559
 */
export class WebmOpusDemuxer implements Demuxer {
  readonly #bytes = new ByteQueue();
  #isBegun = false;
  #toSkip = 0;
  #track: number | undefined;

  push(chunk: Uint8Array): DemuxedAudio[] {
    this.#bytes.push(chunk);
    const found: DemuxedAudio[] = [];
    while (this.#readElement(found));
    return found;
  }

  end(): DemuxedAudio[] {
    if (this.#track === undefined) throw new InvalidAudioError('webm', 'there is no Opus track in it');
    return [];
  }

  /** Reads one element; false when it needs more bytes. */
  #readElement(found: DemuxedAudio[]): boolean {
    this.#toSkip = this.#bytes.skipArrived(this.#toSkip);
    if (this.#toSkip > 0) return false;
    const head = readEbmlHead(this.#bytes.peek(12), this.#bytes.offset);
    if (head === undefined) return false;
    if (!this.#isBegun && head.id !== ID.header)
      throw new InvalidAudioError('webm', 'it does not begin with an EBML header');
    this.#isBegun = true;
    if (opened.has(head.id)) {
      this.#bytes.skip(head.headLength);
      return true;
    }
    return this.#isWanted(head) ? this.#readWhole(head, found) : this.#skip(head);
  }

  /** Whether an element's content matters; `undefined` bytes of a block make it matter until its track is known. */
  #isWanted({ id, headLength }: EbmlHead): boolean {
    if (id === ID.tracks) return this.#track === undefined;
    if ((id !== ID.simpleBlock && id !== ID.block) || this.#track === undefined) return false;
    const start = this.#bytes.peek(headLength + TRACK_NUMBER_BYTES).subarray(headLength);
    const number = readEbmlInteger(start, this.#bytes.offset + headLength);
    return number === undefined || number.value === this.#track;
  }

  #readWhole({ id, size, headLength }: EbmlHead, found: DemuxedAudio[]): boolean {
    if (size > MAX_KEPT_BYTES)
      throw new InvalidAudioError('webm', `an element at byte ${this.#bytes.offset} is too long`);
    if (this.#bytes.length < headLength + size) return false;
    this.#bytes.skip(headLength);
    const content = this.#bytes.take(size);
    if (id === ID.tracks) this.#track = findOpusTrack(content);
    else found.push(...this.#readBlock(content));
    return true;
  }

  #skip({ size, headLength }: EbmlHead): boolean {
    if (size === Number.POSITIVE_INFINITY)
      throw new InvalidAudioError('webm', `an element at byte ${this.#bytes.offset} has no length`);
    this.#bytes.skip(headLength);
    this.#toSkip = size;
    return true;
  }

  #readBlock(content: Buffer): DemuxedAudio[] {
    const number = readEbmlInteger(content);
    if (number === undefined || number.value !== this.#track) return [];
    return framesOfBlock(content.subarray(number.length))
      .filter((packet) => opusPacketSamples(packet) > 0)
      .map((packet) => ({ kind: 'opus', packet }));
  }
}

interface TrackEntry {
  number: number;
  codec: string;
  codecPrivate: Buffer | undefined;
  isEncoded: boolean;
}

function findOpusTrack(tracks: Buffer): number {
  const entries = [...ebmlChildren(tracks)]
    .filter(({ id }) => id === ID.trackEntry)
    .map(({ content }) => readTrackEntry(content));
  const track = entries.find(({ codec }) => codec === 'A_OPUS');
  if (track === undefined) {
    const codecs = entries.map(({ codec }) => codec.replace(/[^\w/]/g, '')).join(', ');
    throw new InvalidAudioError('webm', `there is no Opus track in it (${codecs || 'no tracks'})`);
  }
  if (track.isEncoded) throw new InvalidAudioError('webm', 'its Opus track is compressed or encrypted');
  if (track.codecPrivate !== undefined) readOpusHead(track.codecPrivate, 'webm');
  return track.number;
}

function readTrackEntry(content: Buffer): TrackEntry {
  const entry: TrackEntry = { number: -1, codec: '', codecPrivate: undefined, isEncoded: false };
  for (const { id, content: value } of ebmlChildren(content)) {
    if (id === ID.trackNumber) entry.number = readEbmlUnsigned(value);
    else if (id === ID.codecId) entry.codec = value.toString('latin1').replace(/\0+$/, '');
    else if (id === ID.codecPrivate) entry.codecPrivate = value;
    else if (id === ID.contentEncodings) entry.isEncoded = true;
  }
  return entry;
}
