import { randomBytes } from 'node:crypto';
import { describe, expect, it, test } from '@jest/globals';
import { gcm } from '@noble/ciphers/aes.js';
import { VoiceModeError } from '../../../src/errors/voice-mode-error.js';
import { AesGcmCipher } from '../../../src/voice/crypto/aes-gcm-cipher.js';
import { chooseMode } from '../../../src/voice/crypto/choose-mode.js';
import { XChaChaCipher } from '../../../src/voice/crypto/xchacha-cipher.js';
import { hchacha20, openXChaCha } from '../support/xchacha-oracle.js';

const header = Buffer.from('8078000100000002000003e8', 'hex');

/** Ways to open, by other implementations than the one under test. */
const ciphers = [
  [
    'AES-GCM',
    AesGcmCipher,
    (key: Buffer, nonce: Buffer, sealed: Buffer) => gcm(key, nonce.subarray(0, 12), header).decrypt(sealed),
  ],
  [
    'XChaCha20',
    XChaChaCipher,
    (key: Buffer, nonce: Buffer, sealed: Buffer) => openXChaCha(key, nonce, header, sealed),
  ],
] as const;

test('The other implementation of XChaCha20 keeps to the test vector of the draft', () => {
  const key = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex');
  const nonce = Buffer.from('000000090000004a0000000031415927', 'hex');
  expect(hchacha20(key, nonce).toString('hex')).toBe(
    '82413b4227b27bfed30e42508a877d73a0f9e4d58a74a853c12ec41326d3ecdc',
  );
});

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
      expect(Buffer.from(oracle(key, nonce, packet.subarray(12, -4))).equals(payload)).toBe(true);
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
