import { GatewayDecodeError } from '../../errors/gateway-decode-error.js';
import type { GatewayFrame } from './gateway-codec.js';
import { toInteger } from './to-integer.js';

/**
 * Narrows a decoded value to a frame: the one place where the wire's `unknown` is looked at.
 *
 * @throws {GatewayDecodeError} when the value has not the shape of a frame.
 */
export function toGatewayFrame(value: unknown, format: string): GatewayFrame {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new GatewayDecodeError(format, 'the message is not an object');
  }
  const { op, t, s, d } = value as Record<string, unknown>;
  const opcode = toInteger(op);
  if (opcode === undefined) throw new GatewayDecodeError(format, 'the message has no opcode');
  return { op: opcode, t: typeof t === 'string' ? t : null, s: toInteger(s) ?? null, d };
}
