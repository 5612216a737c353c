/** XChaCha20-Poly1305 of HChaCha20 and OpenSSL, to hold the library's against. */
import { createDecipheriv } from 'node:crypto';

/** Subkey of a key and the first 16 bytes of a nonce. @see https://datatracker.ietf.org/doc/html/draft-irtf-cfrg-xchacha#section-2.2 */
export function hchacha20(key: Uint8Array, nonce: Uint8Array): Buffer {
  const input = Buffer.concat([Buffer.from('expand 32-byte k'), key, nonce.subarray(0, 16)]);
  const state = Uint32Array.from({ length: 16 }, (_, at) => input.readUInt32LE(at * 4));
  for (let round = 0; round < 10; round++) {
    for (let column = 0; column < 4; column++) quarter(state, column, 4 + column, 8 + column, 12 + column);
    for (let at = 0; at < 4; at++)
      quarter(state, at, 4 + ((at + 1) % 4), 8 + ((at + 2) % 4), 12 + ((at + 3) % 4));
  }
  const words = [...state.subarray(0, 4), ...state.subarray(12)];
  const subkey = Buffer.alloc(32);
  for (const [at, word] of words.entries()) subkey.writeUInt32LE(word, at * 4);
  return subkey;
}

/** Opens ciphertext with its tag at the end; throws when it is not authentic. */
export function openXChaCha(
  key: Uint8Array,
  nonce: Uint8Array,
  header: Uint8Array,
  sealed: Uint8Array,
): Buffer {
  const shortNonce = Buffer.concat([Buffer.alloc(4), nonce.subarray(16)]);
  const decipher = createDecipheriv('chacha20-poly1305', hchacha20(key, nonce), shortNonce, {
    authTagLength: 16,
  });
  decipher.setAAD(header, { plaintextLength: sealed.length - 16 });
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}

function quarter(state: Uint32Array, a: number, b: number, c: number, d: number): void {
  for (const [sum, by, mixed, bits] of [
    [a, b, d, 16],
    [c, d, b, 12],
    [a, b, d, 8],
    [c, d, b, 7],
  ] as const) {
    state[sum]! += state[by]!;
    const turned = state[mixed]! ^ state[sum]!;
    state[mixed] = (turned << bits) | (turned >>> (32 - bits));
  }
}
