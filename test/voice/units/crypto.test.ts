import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { gcm } from '@noble/ciphers/aes.js';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { VoiceModeError } from '../../../src/errors/voice-mode-error.js';
import { AesGcmCipher } from '../../../src/voice/crypto/aes-gcm-cipher.js';
import { chooseMode } from '../../../src/voice/crypto/choose-mode.js';
import { XChaChaCipher } from '../../../src/voice/crypto/xchacha-cipher.js';

const header = Buffer.from('8078000100000002000003e8', 'hex');

const ciphers = [
  ['AES-GCM', AesGcmCipher, (key: Buffer, nonce: Buffer) => gcm(key, nonce.subarray(0, 12), header)],
  ['XChaCha20', XChaChaCipher, (key: Buffer, nonce: Buffer) => xchacha20poly1305(key, nonce, header)],
] as const;

describe.each(ciphers)('%s', (_name, Cipher, oracle) => {
  it('seals as another implementation does, with a counter that never repeats', () => {
    const key = randomBytes(32);
    const cipher = new Cipher(key);
    const counters = new Set<number>();
    for (let length = 0; length < 300; length++) {
      const payload = randomBytes(length);
      const packet = cipher.seal(header, payload);
      const counter = packet.subarray(-4);
      counters.add(counter.readUInt32BE());
      const nonce = Buffer.concat([counter, Buffer.alloc(20)]);
      expect(Buffer.from(oracle(key, nonce).decrypt(packet.subarray(12, -4))).equals(payload)).toBe(true);
      expect(packet.subarray(0, 12).equals(header)).toBe(true);
    }
    expect(counters.size).toBe(300);
  });

  it('opens what it sealed, and nothing that was changed', () => {
    const key = randomBytes(32);
    const packet = new Cipher(key).seal(header, Buffer.from('opus'));
    const opener = new Cipher(key);
    expect(opener.open(packet, 12)?.toString()).toBe('opus');
    for (let at = 0; at < packet.length; at++) {
      const changed = Buffer.from(packet);
      changed[at]! ^= 1;
      expect(opener.open(changed, 12)).toBeUndefined();
    }
    for (let length = 0; length < packet.length; length++)
      expect(opener.open(packet.subarray(0, length), Math.min(12, length))).toBeUndefined();
  });
});

describe('The mode', () => {
  it('is the fastest of those on offer', () => {
    const both = ['aead_xchacha20_poly1305_rtpsize', 'aead_aes256_gcm_rtpsize'];
    expect(chooseMode(both)).toBe('aead_aes256_gcm_rtpsize');
    expect(chooseMode(both, ['aead_xchacha20_poly1305_rtpsize'])).toBe('aead_xchacha20_poly1305_rtpsize');
    expect(() => chooseMode(['xsalsa20_poly1305'])).toThrow(VoiceModeError);
  });
});
