import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { botCommand } from '../../src/playground/bot-command.js';

describe('The command that runs a bot', () => {
  it('is this Node for JavaScript', () => {
    expect(botCommand('/bots/shop.mjs')).toEqual([
      process.execPath,
      '--enable-source-maps',
      '/bots/shop.mjs',
    ]);
  });

  it("takes TypeScript through the project's tsx", () => {
    const entry = resolve('examples/01-first-bot/main.ts');
    const [, , ...rest] = botCommand(entry);
    expect(rest).toEqual(['--import', expect.stringMatching(/^file:.*\/tsx\/.*esm/), entry]);
  });
});
