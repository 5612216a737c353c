/** Code of the user that throws where nobody thinks of it: it is told of, and the bot lives on. */
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { CooldownStore, LogLine, Plugin, SlashContext } from 'cogwork';
import {
  Button,
  Cog,
  Injectable,
  Intents,
  LineLogger,
  Logger,
  MemoryCooldownStore,
  OnError,
  SlashCommand,
  servicesOf,
  View,
  ViewOptions,
} from 'cogwork';
import { testBot } from 'cogwork/testing';

const intents = Intents.default().with('GuildMessages');
const strays: unknown[] = [];
const noteStray = (reason: unknown): void => void strays.push(reason);
process.on('unhandledRejection', noteStray);

afterEach(() => {
  expect(strays.splice(0)).toEqual([]);
});

describe('Closing a bot', () => {
  @Injectable()
  class Database {
    dispose(): never {
      throw new Error('database is stuck');
    }
  }

  @Cog()
  class First {
    constructor(readonly database: Database) {}
    onUnload(): never {
      throw new RangeError('first does not let go');
    }
  }

  @Cog()
  class Second {
    async onUnload(): Promise<void> {
      throw new TypeError('second neither');
    }
  }

  const plugin: Plugin = {
    name: 'sticky',
    install: (host) =>
      host.onClose(() => {
        throw new Error('plugin sticks');
      }),
  };

  class StickyStore extends MemoryCooldownStore implements CooldownStore {
    async close(): Promise<void> {
      throw new Error('cooldowns stick');
    }
  }

  test('closes everything, whatever cogs, plugins, services and stores throw, and tells of each', async () => {
    const { bot, discord, logs } = await testBot({
      cogs: [First, Second],
      cooldowns: new StickyStore(),
      plugins: [plugin],
    });
    bot.container.resolve(Database);
    await bot.close();
    await discord.settle();
    expect(bot.isClosed).toBe(true);
    expect(String(discord.transcript)).toContain('gateway closed by client with 1000');
    const told = logs.of('error').map(({ message, fields }) => [message, (fields['error'] as Error).message]);
    expect(told).toEqual([
      ['onUnload of Second failed', 'second neither'],
      ['onUnload of First failed', 'first does not let go'],
      ['A plugin could not be taken back', 'plugin sticks'],
      ['A part of the bot failed to close', 'cooldowns stick'],
      ['A part of the bot failed to close', 'database is stuck'],
    ]);
  });

  test('tells the caller of removeCog what onUnload threw', async () => {
    const { bot } = await testBot({ cogs: [Second] });
    await expect(bot.removeCog(Second)).rejects.toThrow('second neither');
  });
});

describe('A handler', () => {
  @Injectable({ scope: 'invocation' })
  class Transaction {
    dispose(): never {
      throw new RangeError('could not roll back');
    }
  }

  @Cog()
  class Desk {
    readonly seen: string[] = [];
    @SlashCommand('Uses a service') use(ctx: SlashContext): string {
      servicesOf(ctx).resolve(Transaction);
      return 'done';
    }
    @SlashCommand('Fails') fail(): never {
      throw new Error('broken');
    }
    @OnError(RangeError) stuck(_ctx: unknown, error: Error): void {
      this.seen.push(error.message);
    }
  }

  test('whose service fails to be disposed has answered, and its error handlers hear of it', async () => {
    const { alice, bot, discord, general } = await testBot({ cogs: [Desk] });
    for (let use = 1; use <= 2; use++) {
      expect((await alice.slash(general, 'use')).content).toBe('done');
      await discord.settle();
      expect(bot.getCog(Desk)?.seen).toHaveLength(use);
    }
  });

  test('whose user cannot be told of its failure is logged, and so is that', async () => {
    const { alice, discord, general, logs } = await testBot({ cogs: [Desk] });
    discord.faults.failRequests({ status: 404, path: '/callback', times: 9 });
    await alice.slash(general, 'fail').catch(() => {});
    await discord.settle();
    expect(logs.of('error').map(({ message }) => message)).toEqual([
      expect.stringContaining('(Desk.fail) failed: broken'),
    ]);
    expect(logs.of('debug')).toContainEqual(
      expect.objectContaining({
        message: 'Nobody could be told of an error',
        fields: expect.objectContaining({ method: 'fail', error: expect.objectContaining({ status: 404 }) }),
      }),
    );
  });
});

describe('A view', () => {
  const seen: string[] = [];

  @ViewOptions({ timeoutMs: 60_000, disableOnTimeout: true })
  class Moody extends View {
    isOver = false;
    @Button({ label: (view: Moody) => (view.isOver ? fail() : 'Press') }) press(): void {}
    override onTimeout(): void {
      seen.push('timed out');
    }
  }

  function fail(): never {
    throw new RangeError('no label any more');
  }

  @Cog()
  class Shows {
    @SlashCommand('Shows') show(): Moody {
      const view = new Moody();
      setMoody(view);
      return view;
    }
  }

  let setMoody: (view: Moody) => void = () => {};

  test('that cannot be drawn as ended is told of, and its onTimeout runs all the same', async () => {
    let shown: Moody | undefined;
    setMoody = (view) => {
      shown = view;
    };
    const { alice, clock, general, logs } = await testBot({ cogs: [Shows] });
    await alice.slash(general, 'show');
    shown!.isOver = true;
    await clock.advance('2m');
    expect(seen).toEqual(['timed out']);
    expect(logs.of('error')[0]).toMatchObject({
      message: expect.stringContaining('no label any more'),
      fields: { cog: 'Moody', method: 'onTimeout' },
    });
  });

  test('whose message is gone is nobody’s mistake', async () => {
    const { alice, bot, clock, general, logs } = await testBot({ cogs: [Shows] });
    setMoody = () => {};
    const reply = await alice.slash(general, 'show');
    await bot.rest.channels.deleteMessage(general.id, reply.id);
    await clock.advance('20m');
    expect(logs.of('error')).toEqual([]);
    expect(logs.of('debug').map(({ message }) => message)).toContain(
      'A view that has ended could not be shown as such',
    );
  });
});

describe('A logger', () => {
  test('that fails takes nothing with it, and a warning says so once', async () => {
    class Full extends LineLogger {
      protected write(_line: LogLine): void {
        throw new Error('no space left on device');
      }
    }
    const warnings = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const { alice, bot, general } = await testBot({ logger: new Full(), intents });
    const logger = bot.container.resolve(Logger);
    logger.info('app', 'one');
    logger.error('app', 'two');
    bot.once('messageCreate', (message) => message.reply('pong'));
    expect((await alice.say(general, 'ping')).reply?.content).toBe('pong');
    expect(warnings.mock.calls).toEqual([
      [expect.stringContaining('no space left'), { code: 'COGWORK_LOGGER' }],
    ]);
    warnings.mockRestore();
  });
});

test('a listener for one event that fails is told of with its name, like any other', async () => {
  const { alice, bot, general, logs } = await testBot({ intents });
  bot.once('messageCreate', async function greetOnce() {
    throw new Error('not even once');
  });
  await alice.say(general, 'hello');
  await alice.say(general, 'again');
  expect(logs.of('error')).toHaveLength(1);
  expect(logs.of('error')[0]).toMatchObject({ fields: { kind: 'listener', method: 'greetOnce' } });
});
