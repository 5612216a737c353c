import type { KeyObject } from 'node:crypto';
import { createPublicKey, verify } from 'node:crypto';
import { InvalidOptionError } from '../../errors/invalid-option-error.js';

/** What stands before the 32 bytes of an Ed25519 key in its standard form (SPKI, DER). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Reads an application's public key, 64 hexadecimal digits. @throws {InvalidOptionError} when it has another form. */
export function readPublicKey(hex: string): KeyObject {
  if (!/^[\da-f]{64}$/i.test(hex)) {
    throw new InvalidOptionError(
      'The public key has not 64 hexadecimal digits. Copy it from "General Information" of your application.',
      'publicKey',
    );
  }
  const key = Buffer.concat([SPKI_PREFIX, Buffer.from(hex, 'hex')]);
  return createPublicKey({ key, format: 'der', type: 'spki' });
}

/**
 * Whether Discord signed these very bytes.
 *
 * @see https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint-validating-security-request-headers
 */
export function isSigned(key: KeyObject, timestamp: string, body: Uint8Array, signature: string): boolean {
  if (!/^[\da-f]{128}$/i.test(signature)) return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
}
