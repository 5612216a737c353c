import { describe, expect, it } from '@jest/globals';
import { CrashReport } from '../../src/playground/crash-report.js';

function read(lines: readonly string[]): string[] {
  const shown: string[] = [];
  const report = new CrashReport('/bots/shop', (line) => shown.push(line));
  for (const line of lines) report.take(line);
  report.end();
  return shown;
}

const frames = [
  '    at new Bot (/bots/shop/node_modules/cogwork/dist/index.js:9:1)',
  '    at /bots/shop/main.ts:3:1',
];

describe('What Node prints of an error that nobody caught', () => {
  it('begins with its sentence when it was thrown in a package', () => {
    const excerpt = [
      'file:///bots/shop/node_modules/cogwork/dist/index.js:9',
      'if(x){throw new E',
      '      ^',
      '',
    ];
    const rest = ['    at node:internal:1 {', "  code: 'X'", '}', '', 'Node.js v22.1.0', 'the next process'];
    expect(read([...excerpt, 'E: no', ...frames, ...rest])).toEqual([
      'E: no',
      '    at main.ts:3:1',
      '    … 2 more of the framework and Node {',
      ...["  code: 'X'", '}', ''],
      'the next process',
    ]);
  });

  it("shows the bot's own code, and all frames when none is of the bot", () => {
    const excerpt = ['/bots/shop/main.ts:3', 'throw new Error("no")', '      ^'];
    expect(read([...excerpt, '', 'Error: no', '    at node:internal:1'])).toEqual([
      ...excerpt,
      'Error: no',
      '    at node:internal:1',
    ]);
  });

  it.each([
    [['/bots/shop/main.ts:3']],
    [['/bots/shop/main.ts:3', 'one', 'two', 'three', 'four', '^']],
    [['Error: told by the bot', ...frames, 'and on it goes']],
  ])('is nothing else: %j', (lines) => {
    expect(read(lines)).toEqual(lines);
  });
});
