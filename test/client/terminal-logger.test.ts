import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { TerminalLogger } from '../../src/client/terminal-logger.js';
import { ManualClock } from '../rest/support/manual-clock.js';

const run = promisify(execFile);

function logger(hasColors?: boolean): { log: TerminalLogger; lines: () => string } {
  let lines = '';
  const stream = {
    write: (text: string) => {
      lines += text;
    },
    ...(hasColors === undefined ? {} : { hasColors: () => hasColors }),
  };
  return { log: new TerminalLogger(new ManualClock(), stream), lines: () => lines };
}

describe('a line in a terminal', () => {
  test('is time of day, level, room, message and facts', () => {
    const { log, lines } = logger();
    log.info('gateway', 'Shard 0 is ready', {
      shardId: 0,
      name: 'a b',
      plain: 'word',
      ok: true,
      none: undefined,
    });
    expect(lines()).toMatch(
      /^\d\d:\d\d:\d\d\.000 info {2}gateway: Shard 0 is ready shardId=0 name="a b" plain=word ok=true\n$/,
    );
  });

  test('shows structures on the same line, and an error with its stack and causes below', () => {
    const { log, lines } = logger();
    const error = new Error('outer', { cause: new TypeError('inner') });
    log.error('rest', 'failed', { ids: ['1', '2'], error });
    const [first, ...rest] = lines().split('\n');
    expect(first).toMatch(/ERROR rest: failed ids=\[ '1', '2' \]$/);
    expect(rest.join('\n')).toMatch(/^Error: outer\n {4}at .*terminal-logger\.test/);
    expect(rest.join('\n')).toContain('[cause]: TypeError: inner');
  });

  test('has colours where the terminal has them', () => {
    const { log, lines } = logger(true);
    log.warn('rest', 'slow', { ms: 1 });
    expect(lines()).toContain('\u001b[33mWARN \u001b[0m \u001b[36mrest:\u001b[0m slow');
    const plain = logger(false);
    plain.log.warn('rest', 'slow');
    expect(plain.lines()).not.toContain('\u001b');
  });

  test('cannot be used to drive the terminal by what people write', () => {
    const { log, lines } = logger();
    log.error('app', 'said \u001b[2J\r', { name: '\u001b]0;x\u0007\u009b', error: new Error('\u001b[31m') });
    expect(lines().replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(lines()).toContain('said \\x1b[2J\\x0d');
  });
});

/** `script`, which gives a program a terminal of its own, is part of every Debian. */
const ownTerminal = process.platform === 'linux' ? test : test.skip;

ownTerminal(
  'a real terminal gets readable lines, coloured unless NO_COLOR is set',
  async () => {
    const program = `import { Bot, inject, Logger } from 'cogwork';
    const bot = new Bot();
    bot.container.resolve(Logger).warn('app', 'hello', { n: 1 });
    await bot.close();`;
    const inTerminal = async (env: Record<string, string>): Promise<string> => {
      const { CI: _robot, NO_COLOR: _none, FORCE_COLOR: _force, ...inherited } = process.env;
      const node = `${process.execPath} --import tsx --input-type=module -e "${program.replaceAll('\n', ' ')}"`;
      const { stdout } = await run('script', ['-qec', node, '/dev/null'], {
        env: { ...inherited, NODE_OPTIONS: '', TERM: 'xterm-256color', ...env },
      });
      return stdout;
    };
    expect(await inTerminal({})).toContain('\u001b[33mWARN \u001b[0m \u001b[36mapp:\u001b[0m hello');
    expect(await inTerminal({ NO_COLOR: '1' })).toMatch(/\.\d{3} WARN {2}app: hello n=1\r?\n/);
  },
  30_000,
);
