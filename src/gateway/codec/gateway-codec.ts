import type { BodyReader } from './body-reader.js';

/** Facts that stand at the head of a frame, readable without parsing its body. */
export interface FrameHead {
  /**
   * Gateway opcode. @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-opcodes
   */
  readonly op: number;
  /** Name of the dispatched event; `null` when the frame is no dispatch. */
  readonly t: string | null;
  /** Sequence number of the dispatch; `null` when the frame is no dispatch. */
  readonly s: number | null;
  /** Offset of `d` in the bytes, when it is the last member and its codec can start there. */
  readonly bodyAt?: number;
}

/** One whole message from the gateway. */
export interface GatewayFrame extends FrameHead {
  /** Whole frame as JSON text, where the codec has it; good until the next frame is decoded. */
  readonly text?: Buffer;
  /** Data of the frame, as the opcode has it. */
  readonly d: unknown;
}

/** One message to the gateway. */
export interface OutgoingPayload {
  /**
   * Gateway opcode. @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-opcodes
   */
  readonly op: number;
  /** Data, as the opcode has it. */
  readonly d: unknown;
}

/**
 * Port of the wire format: how payloads become bytes and back.
 *
 * @see https://docs.discord.com/developers/events/gateway#encoding-and-compression
 */
export interface GatewayCodec {
  /** Value of the `encoding` parameter in the gateway's url. */
  readonly encoding: string;
  /** Writes a payload: text formats as a string, binary ones as bytes. */
  encode(payload: OutgoingPayload): string | Uint8Array;
  /** Reads the head without the body; `undefined` when that is not possible, so that the caller decodes the whole. */
  readHead(bytes: Buffer): FrameHead | undefined;
  /**
   * Decodes a frame; `head` is what `readHead` gave for the same bytes, if it gave something.
   *
   * `reader` may read the data instead; a codec of another format leaves it alone.
   *
   * @throws {GatewayDecodeError} when the bytes are not one frame of this format.
   */
  decode(bytes: Buffer, head?: FrameHead, reader?: BodyReader): GatewayFrame;
}
