import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isSigned, signatureCheck } from '../../../src/interactions/http/verify-signature.js';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const hex = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
const body = Buffer.from('{"type":1}');
const signature = sign(null, Buffer.concat([Buffer.from('1700000000'), body]), privateKey).toString('hex');

const withNode = signatureCheck(hex);
const withoutEd25519 = signatureCheck(hex, () => {
  throw new Error('unsupported');
});

describe.each([
  ['node:crypto', withNode],
  ['tweetnacl, where Node lacks Ed25519', withoutEd25519],
])('A signature, checked by %s', (_way, check) => {
  it('holds for what was signed', () => {
    expect(isSigned(check, '1700000000', body, signature)).toBe(true);
  });

  it('does not hold for another time, other bytes or another signature', () => {
    expect(isSigned(check, '1700000001', body, signature)).toBe(false);
    expect(isSigned(check, '1700000000', Buffer.from('{"type":2}'), signature)).toBe(false);
    expect(isSigned(check, '1700000000', body, `00${signature.slice(2)}`)).toBe(false);
    expect(isSigned(check, '1700000000', body, signature.slice(2))).toBe(false);
  });
});
