import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { botCommand } from '../../src/playground/bot-command.js';

describe('The command that runs a bot', () => {
  it('is this Node for JavaScript', () => {
    expect(botCommand('/bots/shop.mjs')).toEqual({
      command: [process.execPath, '--enable-source-maps', '--stack-trace-limit=50', '/bots/shop.mjs'],
      env: {},
    });
  });

  it("takes TypeScript through the project's tsx", () => {
    const entry = resolve('examples/01-first-bot/main.ts');
    const { command, env } = botCommand(entry);
    expect(command.slice(3)).toEqual(['--import', expect.stringMatching(/^file:.*\/tsx\//), entry]);
    expect(env).toEqual({ TSX_TSCONFIG_PATH: resolve('examples/tsconfig.json') });
  });
});
