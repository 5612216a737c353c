import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { LogLevels } from 'cogwork';
import { Bot, Cog, InvalidOptionError, inject, Listen, Logger, Route } from 'cogwork';
import { RecordingLogger, testBot } from 'cogwork/testing';
import { logRooms } from '../../src/utils/logger.js';

@Cog()
class Shop {
  readonly #logger = inject(Logger);
  @Listen('messageCreate') sell(): void {
    for (const level of ['trace', 'debug', 'info', 'warn', 'error'] as const)
      this.#logger[level]?.('shop', level, { enabled: this.#logger.isLevelEnabled?.(level, 'shop') });
  }
}

/** Levels of the lines that a cog of one's own gets through. */
async function levelsOfShop(logLevel?: LogLevels): Promise<string[]> {
  const { alice, general, logs } = await testBot({ cogs: [Shop], ...(logLevel ? { logLevel } : {}) });
  await alice.say(general, 'buy');
  const lines = logs.entries.filter(({ room }) => room === 'shop');
  expect(lines.every(({ fields }) => fields['enabled'] === true)).toBe(true);
  return lines.map(({ message }) => message);
}

function refusal(logLevel: unknown): InvalidOptionError {
  try {
    new Bot({ logger: new RecordingLogger(), logLevel: logLevel as LogLevels });
  } catch (error) {
    if (error instanceof InvalidOptionError) return error;
  }
  throw new Error('the levels were accepted');
}

afterEach(() => {
  delete process.env['COGWORK_LOG'];
});

describe('levels of the log', () => {
  test('are debug and above for a logger of one’s own', async () => {
    expect(await levelsOfShop()).toEqual(['debug', 'info', 'warn', 'error']);
  });

  test('are set for all rooms by one word', async () => {
    expect(await levelsOfShop('warn')).toEqual(['warn', 'error']);
    expect(await levelsOfShop('silent')).toEqual([]);
    expect(await levelsOfShop('trace')).toEqual(['trace', 'debug', 'info', 'warn', 'error']);
  });

  test('are set for each room: those of your own code are "app"', async () => {
    expect(await levelsOfShop({ default: 'silent', app: 'error' })).toEqual(['error']);
    expect(await levelsOfShop({ default: 'error', gateway: 'debug' })).toEqual(['error']);
    const { logs } = await testBot({ logLevel: { default: 'silent', client: 'info' } });
    expect(logs.entries.map(({ room }) => room)).toEqual(['client']);
  });

  test('are looked up in COGWORK_LOG last, which changes what it names', async () => {
    process.env['COGWORK_LOG'] = 'error';
    expect(await levelsOfShop('debug')).toEqual(['error']);
    process.env['COGWORK_LOG'] = ' app=warn , gateway=TRACE ';
    expect(await levelsOfShop({ default: 'silent' })).toEqual(['warn', 'error']);
    process.env['COGWORK_LOG'] = '';
    expect(await levelsOfShop('error')).toEqual(['error']);
  });

  test('that do not exist are refused with the nearest one', () => {
    expect(refusal('inof').message).toContain("Did you mean 'info'?");
    expect(refusal({ default: 'wran' }).message).toContain("Did you mean 'warn'?");
    expect(refusal({ rset: 'warn' })).toMatchObject({ code: 'INVALID_OPTION', option: 'logLevel' });
    expect(refusal({ rset: 'warn' }).message).toContain("Did you mean 'rest'?");
    process.env['COGWORK_LOG'] = 'info,gatway=debug';
    expect(refusal('info').message).toMatch(/COGWORK_LOG names a room 'gatway'.*'gateway'/);
    process.env['COGWORK_LOG'] = 'gateway=';
    expect(refusal('info').message).toContain('COGWORK_LOG names a level');
  });
});

test('a line whose level is off is not even made', async () => {
  const named = jest.spyOn(Route.prototype, 'toString');
  const { bot, general } = await testBot({ logLevel: 'info' });
  await bot.rest.channels.get(general.id);
  expect(named).not.toHaveBeenCalled();
  const {
    bot: watched,
    general: other,
    logs,
  } = await testBot({ logLevel: { default: 'info', rest: 'trace' } });
  await watched.rest.channels.get(other.id);
  expect(named).toHaveBeenCalled();
  expect(logs.of('trace').at(-1)).toMatchObject({
    room: 'rest',
    message: `GET /channels/${other.id}: 200`,
    fields: { attempt: 1, botId: watched.user.id },
  });
  named.mockRestore();
});

test('every room that writes lines has a level of its own', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.ts$/.test(file),
  );
  const calls = /ogger(?:\.(?:trace\?|debug|info|warn|error)|\[[^\]]+\])?\.?\(\s*'(\w+)',/g;
  const spoken = files.flatMap((file) =>
    [...readFileSync(join('src', file), 'utf8').matchAll(calls)].map(([, room = '']) => room),
  );
  const own = [...new Set(spoken)].filter((room) => room !== 'shop').sort();
  expect(own).toEqual(logRooms.filter((room) => room !== 'app'));
});
