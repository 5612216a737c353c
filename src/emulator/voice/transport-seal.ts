/** Transport encryption, written for the server's side apart from the library's. */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { uint } from './mls/mls-bytes.js';

const AES = 'aead_aes256_gcm_rtpsize';

/** Seals a packet: header, ciphertext, tag, counter. */
export function sealPacket(mode: string, key: Buffer, counter: number, header: Buffer, body: Buffer): Buffer {
  const suffix = uint(4, counter);
  if (mode !== AES) {
    const sealed = xchacha20poly1305(key, nonceOf(suffix, 24), header).encrypt(body);
    return Buffer.concat([header, sealed, suffix]);
  }
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(suffix, 12)).setAAD(header);
  return Buffer.concat([header, cipher.update(body), cipher.final(), cipher.getAuthTag(), suffix]);
}

/** Opens a packet; `undefined` when it is not authentic. */
export function openPacket(
  mode: string,
  key: Buffer,
  packet: Buffer,
  headerLength: number,
): Buffer | undefined {
  const header = packet.subarray(0, headerLength);
  const body = packet.subarray(headerLength, -4);
  const suffix = packet.subarray(-4);
  try {
    if (mode !== AES) return Buffer.from(xchacha20poly1305(key, nonceOf(suffix, 24), header).decrypt(body));
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(suffix, 12)).setAAD(header);
    decipher.setAuthTag(body.subarray(-16));
    return Buffer.concat([decipher.update(body.subarray(0, -16)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function nonceOf(counter: Buffer, length: number): Buffer {
  return Buffer.concat([counter, Buffer.alloc(length - 4)]);
}
