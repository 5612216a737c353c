import { expect, it } from '@jest/globals';
import { drive } from '../../scripts/openapi/drive/drive.js';

it('accepts every request of a bot that uses all routes', async () => {
  const seen = new Set<string>();
  const refused: string[] = [];
  await drive(({ method, path, status, body }) => {
    seen.add(`${method} ${path.replace(/\d{10,}/g, '{id}')}`);
    if (status >= 400) refused.push(`${method} ${path} ${status} ${body}`);
  });
  expect(refused).toEqual([]);
  expect(seen.size).toBeGreaterThan(242);
});
