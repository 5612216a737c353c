import { createPublicKey, verify } from 'node:crypto';
import { createRequire } from 'node:module';
import { InvalidOptionError } from '../../errors/invalid-option-error.js';

/** Whether these bytes were signed with the private key that belongs to a public one. */
export type SignatureCheck = (signed: Uint8Array, signature: Uint8Array) => boolean;

/** What stands before the 32 bytes of an Ed25519 key in its standard form (SPKI, DER). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Reads an application's public key, 64 hexadecimal digits, and gives the check of what was signed with it.
 *
 * `node:crypto` checks a hundred times as fast as tweetnacl, which is there for builds of OpenSSL without Ed25519.
 *
 * @throws {InvalidOptionError} when the key has another form.
 */
export function signatureCheck(publicKey: string, importKey = createPublicKey): SignatureCheck {
  if (!/^[\da-f]{64}$/i.test(publicKey)) {
    throw new InvalidOptionError(
      'The public key has not 64 hexadecimal digits. Copy it from "General Information" of your application.',
      'publicKey',
    );
  }
  const bytes = Buffer.from(publicKey, 'hex');
  try {
    const key = importKey({ key: Buffer.concat([SPKI_PREFIX, bytes]), format: 'der', type: 'spki' });
    return (signed, signature) => verify(null, signed, key, signature);
  } catch {
    const nacl = createRequire(import.meta.url)('tweetnacl') as typeof import('tweetnacl');
    return (signed, signature) => nacl.sign.detached.verify(signed, signature, bytes);
  }
}

/**
 * Whether Discord signed these very bytes.
 *
 * @see https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint-validating-security-request-headers
 */
export function isSigned(
  check: SignatureCheck,
  timestamp: string,
  body: Uint8Array,
  signature: string,
): boolean {
  if (!/^[\da-f]{128}$/i.test(signature)) return false;
  return check(Buffer.concat([Buffer.from(timestamp), body]), Buffer.from(signature, 'hex'));
}
