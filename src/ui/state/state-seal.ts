import { createHmac, timingSafeEqual } from 'node:crypto';
import { InvalidOptionError } from '../../errors/invalid-option-error.js';
import { PreparedHmac } from './prepared-hmac.js';

const SEAL_BYTES = 8;
const KEY_BYTES = 32;

/** Key that signs state, or the way to it where it is known only later; then the function keeps the result itself. */
export type StateKey = Uint8Array | (() => Uint8Array);

/** Key that signs the state of views, derived from a token so that the token itself cannot be found from it. */
export function deriveStateKey(secret: string): Buffer {
  return createHmac('sha256', 'cogwork view state').update(secret).digest();
}

/** Refuses a key of another length. @throws {InvalidOptionError} */
export function checkStateKey(key: unknown): void {
  if (key instanceof Uint8Array && key.length === KEY_BYTES) return;
  const found = key instanceof Uint8Array ? `has ${key.length} bytes` : `is a ${typeof key}`;
  throw new InvalidOptionError(
    `\`stateKey\` ${found}; give ${KEY_BYTES} random bytes, as Buffer.from(hex, 'hex') of 64 digits.`,
    'stateKey',
  );
}

/** Sealed text, taken apart and not checked yet. */
export interface OpenedSeal {
  readonly state: Buffer;
  readonly seal: Buffer;
}

/**
 * Seals packed state, so that only this bot's own comes back.
 *
 * The seal covers what the state belongs to (view, item, names and kinds of its fields): state moved to another button
 * or read by a class whose fields have changed is refused, not misread.
 */
export class StateSeal {
  readonly #findKey: () => Uint8Array;
  #hmac: PreparedHmac | undefined;

  /** @throws {InvalidOptionError} when the key has not 32 bytes. */
  constructor(key: StateKey) {
    if (typeof key !== 'function') checkStateKey(key);
    this.#findKey = typeof key === 'function' ? key : () => key;
  }

  /** State with its seal, in characters that a custom id may have. */
  seal(belongsTo: string, state: Buffer): string {
    return Buffer.concat([this.#sealOf(belongsTo, state), state]).toString('base64url');
  }

  /** Takes a sealed text apart; `undefined` when it cannot be one. */
  open(sealed: string): OpenedSeal | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length <= SEAL_BYTES || bytes.toString('base64url') !== sealed) return undefined;
    return { seal: bytes.subarray(0, SEAL_BYTES), state: bytes.subarray(SEAL_BYTES) };
  }

  /** Whether this key sealed it for `belongsTo`. */
  isGenuine(belongsTo: string, { seal, state }: OpenedSeal): boolean {
    return timingSafeEqual(seal, this.#sealOf(belongsTo, state));
  }

  #sealOf(belongsTo: string, state: Buffer): Buffer {
    this.#hmac ??= new PreparedHmac(this.#findKey());
    const head = Buffer.byteLength(belongsTo);
    const message = Buffer.allocUnsafe(head + 1 + state.length);
    message.write(belongsTo);
    message[head] = 0;
    message.set(state, head + 1);
    return this.#hmac.digest(message).subarray(0, SEAL_BYTES);
  }
}
