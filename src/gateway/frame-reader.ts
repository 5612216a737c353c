/**
 * Decides from a frame's head whether its body is worth parsing.
 *
 * Dropped unparsed: events that nobody wants, events that the session has already delivered (a replay after Resume may
 * overlap), and a frame that is the exact repetition of the one before. The sequence advances in every case.
 */
import type { FrameHead, GatewayCodec, GatewayFrame } from './codec/gateway-codec.js';
import { Opcode } from './opcode.js';
import type { ShardSession } from './session/shard-session.js';

/** Parts of a reader. */
export interface FrameReaderOptions {
  readonly codec: GatewayCodec;
  readonly session: ShardSession;
  /** Whether anybody wants the event. */
  hears(eventName: string): boolean;
}

/** Reader of one shard's frames, over all its connections. */
export class FrameReader {
  readonly #codec: GatewayCodec;
  readonly #session: ShardSession;
  readonly #hears: (eventName: string) => boolean;
  #lastSequence: number | null = null;

  constructor(options: FrameReaderOptions) {
    this.#codec = options.codec;
    this.#session = options.session;
    this.#hears = options.hears;
  }

  /** Starts a connection: what comes first is no repetition of anything. */
  reset(): void {
    this.#lastSequence = null;
  }

  /**
   * Reads one frame; `undefined` when it is of no interest.
   *
   * @throws {GatewayDecodeError} when the bytes are malformed.
   */
  read(bytes: Buffer, isReplaying: boolean): GatewayFrame | undefined {
    const head = this.#codec.readHead(bytes);
    if (head !== undefined) {
      if (!this.#isWanted(head, isReplaying)) return undefined;
      return this.#codec.decode(bytes);
    }
    const frame = this.#codec.decode(bytes);
    return this.#isWanted(frame, isReplaying) ? frame : undefined;
  }

  #isWanted({ op, t, s }: FrameHead, isReplaying: boolean): boolean {
    if (op !== Opcode.Dispatch || t === null) return true;
    // READY opens a session of its own: its number has nothing to do with the one before.
    if (t === 'READY') {
      this.#lastSequence = s;
      return true;
    }
    if (s !== null) {
      if (s === this.#lastSequence) return false;
      this.#lastSequence = s;
      if (isReplaying && t !== 'RESUMED' && s <= (this.#session.sequence ?? -1)) return false;
      this.#session.advance(s);
    }
    return t === 'RESUMED' || this.#hears(t);
  }
}
