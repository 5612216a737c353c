import { GatewayDecodeError } from '../../errors/gateway-decode-error.js';
import type { Inflate } from './inflate.js';

const MAX_OUTPUT_BYTES = 128 * 1_024 * 1_024;

/** Compression `payload`: some payloads arrive as zlib data of their own, the others as text. */
export const payloadInflate: Inflate = Object.freeze({
  push(message: Buffer, isBinary: boolean): Buffer {
    if (!isBinary) return message;
    const { inflateSync } = process.getBuiltinModule('node:zlib');
    try {
      return inflateSync(message, { maxOutputLength: MAX_OUTPUT_BYTES });
    } catch (cause) {
      throw new GatewayDecodeError('payload', cause instanceof Error ? cause.message : String(cause), {
        cause,
      });
    }
  },
  close(): void {},
});
