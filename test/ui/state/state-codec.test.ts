import { describe, expect, test } from '@jest/globals';
import { packState, unpackState } from '../../../src/ui/state/state-codec.js';
import type { StateField, StateKind } from '../../../src/ui/state/state-field.js';

function field(kind: StateKind, choices?: readonly string[]): StateField {
  return { property: 'it', kind, ...(choices ? { choices } : {}) };
}

function through(kind: StateKind, it: unknown): unknown {
  const fields = [field(kind)];
  return unpackState(fields, packState(1, fields, { it }))?.it;
}

/** Numbers of a fixed seed, so that every run tries the same. */
function* randomIntegers(seed: number, count: number): Generator<number> {
  let state = seed;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const magnitude = (state * 2 ** 21) % 2 ** (1 + (i % 53));
    yield i % 2 === 0 ? magnitude : -magnitude;
  }
}

describe('packed state', () => {
  test.each([
    ['boolean', true],
    ['boolean', false],
    ['integer', 0],
    ['integer', -1],
    ['integer', 63],
    ['integer', 64],
    ['integer', -64],
    ['integer', Number.MAX_SAFE_INTEGER],
    ['integer', Number.MIN_SAFE_INTEGER],
    ['number', 0.1],
    ['number', -1e300],
    ['string', 'grüße 🎉'],
    ['string', ''],
    ['snowflake', '18446744073709551615'],
    ['snowflake', ''],
    ['json', { a: [1, null] }],
    ['json', null],
  ] as const)('brings back %s %p', (kind, value) => {
    expect(through(kind, value)).toEqual(value);
  });

  test('brings back any integer', () => {
    for (const value of randomIntegers(7, 500))
      expect(through('integer', value)).toBe(value === 0 ? 0 : value);
  });

  test('takes a byte for the version and a bit for each field that is zero', () => {
    const fields = Array.from({ length: 8 }, (_, index) => ({
      property: `f${index}`,
      kind: 'integer' as const,
    }));
    const zeros = Object.fromEntries(fields.map(({ property }) => [property, 0]));
    expect(packState(1, fields, zeros)).toHaveLength(2);
    expect(packState(1, fields, { ...zeros, f3: 5 })).toHaveLength(3);
  });

  test.each([
    ['integer', 1.5],
    ['number', Number.NaN],
    ['string', undefined],
    ['snowflake', 'me'],
    ['boolean', 1],
  ] as const)('refuses %s %p, naming the property', (kind, it) => {
    class Poll {
      it = it;
    }
    expect(() => packState(1, [field(kind)], new Poll())).toThrow(/Poll\.it/);
  });

  test('refuses a value outside its choices in both directions', () => {
    const before = [field('string', ['a', 'b'])];
    const packed = packState(1, before, { it: 'b' });
    expect(unpackState([field('string', ['a'])], packed)).toBeUndefined();
    expect(() => packState(1, before, { it: 'c' })).toThrow('cannot travel');
  });

  test('never throws on bytes that it did not write', () => {
    const fields = (['integer', 'string', 'json', 'snowflake', 'number'] as const).map((kind, index) => ({
      property: `f${index}`,
      kind,
    }));
    let refused = 0;
    for (const seed of randomIntegers(3, 300)) {
      const bytes = Buffer.from(String(seed)).map((byte, index) => (byte * (index + seed)) & 0xff);
      if (unpackState(fields, Buffer.from(bytes)) === undefined) refused += 1;
    }
    expect(refused).toBeGreaterThan(250);
  });
});
