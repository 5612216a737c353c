import { describe, expect, it } from '@jest/globals';
import { readLogLine } from '../../src/playground/read-log-line.js';
import { shortenStack } from '../../src/playground/shorten-stack.js';

describe('A line that a bot prints', () => {
  it('is read as what the logger wrote, with cog and method', () => {
    const line = {
      level: 50,
      time: 1000,
      room: 'pipeline',
      cog: 'Shop',
      method: 'buy',
      err: { stack: 'Error: no\n    at Shop.buy' },
      msg: 'It failed',
    };
    expect(readLogLine(JSON.stringify(line), 5)).toEqual({
      atMs: 1000,
      level: 'error',
      room: 'pipeline',
      message: 'It failed',
      origin: 'Shop.buy',
      stack: 'Error: no\n    at Shop.buy',
    });
  });

  it.each(['plain words', '{ not json', '{"level":"loud"}', '{}'])('is shown as it is: %s', (text) => {
    expect(readLogLine(text, 5)).toMatchObject({ atMs: 5, level: 'output', message: text });
  });
});

describe('A stack', () => {
  it('shows the frames of the bot by their paths in its folder', () => {
    const stack =
      'Error: no\n    at Shop.buy (/bots/shop/cogs/shop.ts:3:9)\n    at run (/bots/shop/node_modules/x/y.js:1:1)\n    at node:internal:1';
    expect(shortenStack(stack, '/bots/shop')).toBe(
      'Error: no\n    at Shop.buy (cogs/shop.ts:3:9)\n    … 2 more of the framework and Node',
    );
  });

  it('stays whole when none of its frames is of the bot', () => {
    const stack = 'Error: no\n    at node:internal:1';
    expect(shortenStack(stack, '/bots/shop')).toBe(stack);
  });
});
