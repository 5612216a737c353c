import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { PreparedHmac } from '../../../src/ui/state/prepared-hmac.js';

/** Bytes that look random and are the same in every run. */
function bytes(length: number, seed: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, index) => ((index + 1) * (seed + 7) * 2_654_435_761) >>> 13));
}

test('a prepared HMAC gives what createHmac gives, for every length around a block', () => {
  for (const keyLength of [0, 1, 32, 63, 64]) {
    const key = bytes(keyLength, keyLength);
    const hmac = new PreparedHmac(key);
    for (let length = 0; length <= 130; length++) {
      const message = bytes(length, 3);
      expect(hmac.digest(message)).toEqual(createHmac('sha256', key).update(message).digest());
    }
  }
});

test('a key longer than a block is refused', () => {
  expect(() => new PreparedHmac(bytes(65, 1))).toThrow('at most 64 bytes');
});
