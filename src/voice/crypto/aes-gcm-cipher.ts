import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { TransportCipher } from './transport-cipher.js';
import { COUNTER_LENGTH, TAG_LENGTH } from './transport-cipher.js';

/** `aead_aes256_gcm_rtpsize`, by the AES instructions of the processor. */
export class AesGcmCipher implements TransportCipher {
  readonly mode = 'aead_aes256_gcm_rtpsize';
  readonly #key: Uint8Array;
  readonly #sendNonce = Buffer.alloc(12);
  readonly #openNonce = Buffer.alloc(12);
  #counter = 0;

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  seal(header: Uint8Array, payload: Uint8Array): Buffer {
    this.#counter = (this.#counter + 1) >>> 0;
    this.#sendNonce.writeUInt32BE(this.#counter, 0);
    const cipher = createCipheriv('aes-256-gcm', this.#key, this.#sendNonce);
    cipher.setAAD(header);
    const body = cipher.update(payload);
    cipher.final();
    return Buffer.concat([header, body, cipher.getAuthTag(), this.#sendNonce.subarray(0, COUNTER_LENGTH)]);
  }

  open(packet: Buffer, headerLength: number): Buffer | undefined {
    const tagAt = packet.length - COUNTER_LENGTH - TAG_LENGTH;
    if (tagAt < headerLength) return undefined;
    packet.copy(this.#openNonce, 0, packet.length - COUNTER_LENGTH);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, this.#openNonce);
    decipher.setAAD(packet.subarray(0, headerLength));
    decipher.setAuthTag(packet.subarray(tagAt, tagAt + TAG_LENGTH));
    const payload = decipher.update(packet.subarray(headerLength, tagAt));
    try {
      decipher.final();
    } catch {
      return undefined;
    }
    return payload;
  }
}
