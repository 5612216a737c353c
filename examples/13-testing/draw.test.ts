/** What needs no Discord is tested without one. */
import { expect, test } from '@jest/globals';
import { RandomDraw } from './draw.js';

test('everybody can win', () => {
  const draw = new RandomDraw();
  const winners = new Set(Array.from({ length: 200 }, () => draw.pick(['a', 'b', 'c'])));
  expect([...winners].sort()).toEqual(['a', 'b', 'c']);
});

test('nobody wins where nobody is', () => {
  expect(new RandomDraw().pick([])).toBeUndefined();
});
