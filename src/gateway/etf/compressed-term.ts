import { GatewayDecodeError } from '../../errors/gateway-decode-error.js';

const MAX_BYTES = 64 * 1_024 * 1_024;
/** Version, tag and size. */
const HEAD_BYTES = 6;

/**
 * Unpacks a frame whose term is compressed.
 *
 * @throws {GatewayDecodeError} when it is too large, or is not what it says.
 */
export function inflateTerm(frame: Buffer): Buffer {
  if (frame.length < HEAD_BYTES) throw malformed('a compressed term without its size');
  const size = frame.readUInt32BE(2);
  if (size > MAX_BYTES) throw malformed(`a compressed term of ${size} bytes`);
  const term = inflate(frame.subarray(HEAD_BYTES), size);
  if (term.length !== size) throw malformed('a compressed term of another length than it says');
  return term;
}

function inflate(bytes: Buffer, size: number): Buffer {
  const { inflateSync } = process.getBuiltinModule('node:zlib');
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    throw malformed('a compressed term that cannot be inflated', cause);
  }
}

function malformed(detail: string, cause?: unknown): GatewayDecodeError {
  return new GatewayDecodeError('etf', detail, { cause });
}
