import { InvalidAudioError } from '../../errors/invalid-audio-error.js';
import { opusPacketSamples } from '../opus/opus-packet.js';
import type { DemuxedAudio, Demuxer } from './demuxer.js';
import type { OggPage } from './ogg-page-reader.js';
import { OggPageReader } from './ogg-page-reader.js';
import { isOpusHead, readOpusHead } from './opus-head.js';

/** Longest packet that is put together of segments; longer ones are damage. */
const MAX_PACKET_BYTES = 1 << 17;

/** What comes next in the stream that is played. */
type Expects = 'tags' | 'audio';

/**
 * Takes Opus packets out of Ogg.
 *
 * Packets go on from page to page; of several streams side by side the first Opus one is taken, of several one after
 * the other all.
 * @see https://www.rfc-editor.org/rfc/rfc7845
 */
export class OggOpusDemuxer implements Demuxer {
  readonly #pages = new OggPageReader();
  #serial: number | undefined;
  #expects: Expects = 'tags';
  #nextSequence = 0;
  #hasPlayed = false;
  /** Segments of a packet that has not ended yet; `undefined` while the rest of a lost one is passed over. */
  #begun: Buffer[] | undefined = [];
  #begunBytes = 0;
  #otherCodec: string | undefined;

  push(chunk: Uint8Array): DemuxedAudio[] {
    return this.#pages.push(chunk).flatMap((page) => this.#readPage(page));
  }

  end(): DemuxedAudio[] {
    if (this.#serial === undefined) throw new InvalidAudioError('ogg', this.#whyNothing());
    return [];
  }

  #readPage(page: OggPage): DemuxedAudio[] {
    if (page.isFirst && !this.#accepts(page)) return [];
    if (this.#serial === undefined) throw new InvalidAudioError('ogg', this.#whyNothing());
    if (page.serial !== this.#serial) return [];
    this.#joinPages(page);
    return this.#packetsOf(page).flatMap((packet) => this.#readPacket(packet));
  }

  /** Looks at a stream's first page, and says whether that is the one to play from now on. */
  #accepts(page: OggPage): boolean {
    if (!isOpusHead(page.body)) {
      this.#otherCodec ??= page.body.toString('latin1', 0, 8).replace(/[^\w ]/g, '');
      return false;
    }
    const isBeside = this.#serial !== undefined && !this.#hasPlayed;
    if (isBeside) return false;
    readOpusHead(page.body, 'ogg');
    this.#serial = page.serial;
    this.#expects = 'tags';
    this.#hasPlayed = false;
    this.#begun = [];
    this.#begunBytes = 0;
    this.#nextSequence = page.sequence + 1;
    return false; // the header was all there is in it
  }

  /** Decides what becomes of a packet that the page before left open. */
  #joinPages(page: OggPage): void {
    const isNext = page.sequence === this.#nextSequence;
    this.#nextSequence = page.sequence + 1;
    if (isNext && page.isContinued && this.#begunBytes > 0) return;
    this.#begun = page.isContinued ? undefined : [];
    this.#begunBytes = 0;
  }

  #packetsOf({ lacing, body }: OggPage): Buffer[] {
    const packets: Buffer[] = [];
    let at = 0;
    for (const length of lacing) {
      this.#addSegment(body.subarray(at, at + length));
      at += length;
      if (length === 255) continue;
      if (this.#begun !== undefined) packets.push(Buffer.concat(this.#begun));
      this.#begun = [];
      this.#begunBytes = 0;
    }
    return packets;
  }

  #addSegment(segment: Buffer): void {
    if (this.#begun === undefined) return;
    this.#begun.push(segment);
    this.#begunBytes += segment.length;
    if (this.#begunBytes > MAX_PACKET_BYTES) this.#begun = undefined;
  }

  #readPacket(packet: Buffer): DemuxedAudio[] {
    if (this.#expects === 'tags') {
      this.#expects = 'audio';
      if (packet.toString('latin1', 0, 8) === 'OpusTags') return [];
    }
    if (opusPacketSamples(packet) === 0) return [];
    this.#hasPlayed = true;
    return [{ kind: 'opus', packet }];
  }

  #whyNothing(): string {
    return this.#otherCodec === undefined
      ? 'there is no Opus stream in it'
      : `it begins with “${this.#otherCodec}”, which is no Opus stream`;
  }
}
