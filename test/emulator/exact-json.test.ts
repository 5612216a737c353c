import { describe, expect, it } from '@jest/globals';
import { parseExactJson } from '../../src/emulator/transport/exact-json.js';

describe('JSON with ids as numbers', () => {
  it('keeps every digit of an integer that a number cannot hold', () => {
    expect(
      parseExactJson('{"id":150203841827045376,"ids":[821355005788684298, -9223372036854775808]}'),
    ).toEqual({
      id: '150203841827045376',
      ids: ['821355005788684298', '-9223372036854775808'],
    });
  });

  it('leaves exact numbers, fractions and texts as they are', () => {
    for (const json of [
      '[9007199254740991, 0.12345678901234567, 1e21, -12]',
      '[1234567890123456789.5, 1234567890123456789e2, 1.2345678901234567890]',
      String.raw`["x: 150203841827045376, \"821355005788684298\"\\", {"150203841827045376": true}]`,
    ])
      expect(parseExactJson(json)).toEqual(JSON.parse(json));
  });

  it('refuses what is no JSON', () => {
    expect(() => parseExactJson('{"id":150203841827045376')).toThrow(SyntaxError);
  });
});
