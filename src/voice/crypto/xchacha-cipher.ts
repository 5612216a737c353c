import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { TransportCipher } from './transport-cipher.js';
import { COUNTER_LENGTH, TAG_LENGTH } from './transport-cipher.js';

/** `aead_xchacha20_poly1305_rtpsize`, which every voice server offers; by `@noble/ciphers`. */
export class XChaChaCipher implements TransportCipher {
  readonly mode = 'aead_xchacha20_poly1305_rtpsize';
  readonly #key: Uint8Array;
  readonly #sendNonce = Buffer.alloc(24);
  readonly #openNonce = Buffer.alloc(24);
  #counter = 0;

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  seal(header: Uint8Array, payload: Uint8Array): Buffer {
    this.#counter = (this.#counter + 1) >>> 0;
    this.#sendNonce.writeUInt32BE(this.#counter, 0);
    const sealed = xchacha20poly1305(this.#key, this.#sendNonce, header).encrypt(payload);
    return Buffer.concat([header, sealed, this.#sendNonce.subarray(0, COUNTER_LENGTH)]);
  }

  open(packet: Buffer, headerLength: number): Buffer | undefined {
    const end = packet.length - COUNTER_LENGTH;
    if (end - TAG_LENGTH < headerLength) return undefined;
    packet.copy(this.#openNonce, 0, end);
    const header = packet.subarray(0, headerLength);
    try {
      const opened = xchacha20poly1305(this.#key, this.#openNonce, header).decrypt(
        packet.subarray(headerLength, end),
      );
      return Buffer.from(opened.buffer, opened.byteOffset, opened.byteLength);
    } catch {
      return undefined;
    }
  }
}
