import { RecordingError } from '../../errors/recording-error.js';
import type { PacketToDecode } from '../opus/decode-or-conceal.js';
import { FRAME_SAMPLES, isSilenceFrame } from '../opus/opus-packet.js';
import type { ByteSink } from './byte-sink.js';
import type { TrackEncoder } from './track-encoder.js';

/** Next piece of a track: a packet, a frame of samples, or a number of frames of silence. */
type Piece = PacketToDecode | Int16Array | number;

/** Bytes that are written at once. */
const CHUNK_BYTES = 1 << 18;

/** One file that grows; what it gets waits until it is flushed, and is encoded only then. */
export class TrackFile {
  readonly #encoder: TrackEncoder;
  readonly #open: () => Promise<ByteSink>;
  #pieces: Piece[] = [];
  #sink: ByteSink | undefined;
  #writing: Promise<void> = Promise.resolve();
  #error: RecordingError | undefined;
  #bytes = 0;
  #samples = 0;
  #spokenSamples = 0;

  constructor(encoder: TrackEncoder, open: () => Promise<ByteSink>) {
    this.#encoder = encoder;
    this.#open = open;
  }

  get path(): string {
    return this.#sink?.path ?? '';
  }

  /** Bytes that were handed to the file. */
  get bytes(): number {
    return this.#bytes;
  }

  get error(): Error | undefined {
    return this.#error;
  }

  /** Samples per channel that it got. */
  get samples(): number {
    return this.#samples;
  }

  /** Samples per channel in which there is sound. */
  get spokenSamples(): number {
    return this.#spokenSamples;
  }

  addSilence(frames: number): void {
    if (frames <= 0) return;
    this.#pieces.push(frames);
    this.#samples += frames * FRAME_SAMPLES;
  }

  addPacket(packet: PacketToDecode): void {
    this.#pieces.push(packet);
    this.#samples += packet.samples;
    if (!isSilenceFrame(packet.opus)) this.#spokenSamples += packet.samples;
  }

  /** Takes 20 ms of samples. */
  addSamples(pcm: Int16Array): void {
    this.#pieces.push(pcm);
    this.#samples += FRAME_SAMPLES;
    this.#spokenSamples += FRAME_SAMPLES;
  }

  /** Writes what waits; a failure is kept in {@link error}. */
  flush(): Promise<void> {
    const pieces = this.#pieces;
    this.#pieces = [];
    return this.#inTurn(() => this.#write(pieces));
  }

  /** Writes the rest and finishes the file. */
  async end(): Promise<void> {
    await this.flush();
    await this.#inTurn(async () => {
      await this.#writeBytes([this.#encoder.end()]);
      const size = await this.#sink?.end(this.#encoder.finalStart?.(this.#bytes));
      this.#bytes = size ?? this.#bytes;
    });
    this.#encoder.close();
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing
      .then(async () => (this.#error ? undefined : await act()))
      .catch((cause: unknown) => this.#fail(cause));
    return this.#writing;
  }

  async #fail(cause: unknown): Promise<void> {
    const reason = cause instanceof Error ? cause.message : String(cause);
    this.#error = new RecordingError(`A track could not be written: ${reason}`, { cause });
    await this.#sink?.abort().catch(() => undefined);
  }

  async #write(pieces: readonly Piece[]): Promise<void> {
    if (this.#sink === undefined) {
      this.#sink = await this.#open();
      await this.#writeBytes([this.#encoder.start()]);
    }
    let chunks: Uint8Array[] = [];
    let length = 0;
    for (const bytes of this.#encode(pieces)) {
      chunks.push(bytes);
      length += bytes.length;
      if (length < CHUNK_BYTES) continue;
      await this.#writeBytes(chunks);
      chunks = [];
      length = 0;
    }
    await this.#writeBytes(chunks);
  }

  *#encode(pieces: readonly Piece[]): Generator<Uint8Array> {
    for (const piece of pieces) {
      if (typeof piece === 'number')
        for (let frame = 0; frame < piece; frame++) yield this.#encoder.frame(undefined);
      else if (piece instanceof Int16Array) yield this.#encoder.frame(piece);
      else yield this.#encoder.packet(piece);
    }
  }

  async #writeBytes(chunks: readonly Uint8Array[]): Promise<void> {
    const bytes = Buffer.concat(chunks);
    if (bytes.length === 0) return;
    await this.#sink?.write(bytes);
    this.#bytes += bytes.length;
  }
}
