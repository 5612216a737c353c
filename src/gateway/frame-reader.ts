/**
 * Decides from a frame's head whether its body is worth parsing.
 *
 * Dropped unparsed: events that nobody wants, events that the session has already delivered (a replay after Resume may
 * overlap), and a frame that is the exact repetition of the one before. The sequence advances in every case.
 */

import type { BodyReader } from './codec/body-reader.js';
import type { FrameHead, GatewayCodec, GatewayFrame } from './codec/gateway-codec.js';
import type { GatewayFrameTrace } from './gateway-channels.js';
import { gatewayFrameChannel } from './gateway-channels.js';
import { Opcode } from './opcode.js';
import type { ShardSession } from './session/shard-session.js';

/** Parts of a reader. */
export interface FrameReaderOptions {
  readonly codec: GatewayCodec;
  readonly session: ShardSession;
  /** Shard that the frames are for, in messages about them. @defaultValue 0 */
  readonly shardId?: number;
  /** Told of every frame, for the log; only set when such lines are written. */
  readonly log?: ((frame: GatewayFrameTrace) => void) | undefined;
  /** Whether anybody wants the event. */
  hears(eventName: string): boolean;
  /** Reader of the event's data, where there is one. */
  bodyReader?(eventName: string): BodyReader | undefined;
}

/** Reader of one shard's frames, over all its connections. */
export class FrameReader {
  readonly #codec: GatewayCodec;
  readonly #session: ShardSession;
  readonly #hears: (eventName: string) => boolean;
  readonly #bodyReader: FrameReaderOptions['bodyReader'];
  readonly #log: FrameReaderOptions['log'];
  readonly #shardId: number;
  #lastSequence: number | null = null;

  constructor(options: FrameReaderOptions) {
    this.#codec = options.codec;
    this.#session = options.session;
    this.#hears = options.hears;
    this.#bodyReader = options.bodyReader;
    this.#log = options.log;
    this.#shardId = options.shardId ?? 0;
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
    if (head !== undefined && !this.#isWanted(head, isReplaying)) {
      this.#advance(head);
      if (this.#isWatched) this.#tell(head, bytes.length, false);
      return undefined;
    }
    // The sequence moves only when the body could be read: after Resume, Discord repeats what was malformed.
    const reader = head?.t ? this.#bodyReader?.(head.t) : undefined;
    const frame = this.#codec.decode(bytes, head, reader);
    const isWanted = head !== undefined || this.#isWanted(frame, isReplaying);
    this.#advance(frame);
    if (this.#isWatched) this.#tell(frame, bytes.length, true);
    return isWanted ? frame : undefined;
  }

  get #isWatched(): boolean {
    return gatewayFrameChannel.hasSubscribers || this.#log !== undefined;
  }

  #tell({ op: opcode, t: eventName, s: sequence }: FrameHead, bytes: number, isParsed: boolean): void {
    const botId = this.#session.ready?.user.id;
    const frame = { botId, shardId: this.#shardId, opcode, eventName, sequence, bytes, isParsed };
    gatewayFrameChannel.publish(frame);
    this.#log?.(frame);
  }

  #isWanted({ op, t, s }: FrameHead, isReplaying: boolean): boolean {
    if (op !== Opcode.Dispatch || t === null || t === 'READY') return true;
    if (s !== null && s === this.#lastSequence) return false;
    if (t === 'RESUMED') return true;
    if (isReplaying && s !== null && s <= (this.#session.sequence ?? -1)) return false;
    return this.#hears(t);
  }

  /** Notes the number of a dispatch; READY opens a session of its own and is numbered by it. */
  #advance({ op, t, s }: FrameHead): void {
    if (op !== Opcode.Dispatch || s === null) return;
    this.#lastSequence = s;
    if (t !== 'READY') this.#session.advance(s);
  }
}
