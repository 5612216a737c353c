import { describe, expect, test } from '@jest/globals';
import type { ButtonContext, CheckContext, CogLifecycle, CommandRun, Plugin, SlashContext } from 'cogwork';
import {
  Bot,
  Button,
  Check,
  Clock,
  Cog,
  Cooldown,
  CooldownError,
  inject,
  NoAnswerError,
  OnError,
  Option,
  RequireOwner,
  SlashCommand,
  Task,
} from 'cogwork';
import { Emulator } from 'cogwork/emulator';
import { testBot } from 'cogwork/testing';

describe('events', () => {
  test('are waited for, heard once, and gone through in a loop that stops hearing when it is left', async () => {
    const intents = ['Guilds', 'GuildMessages', 'MessageContent'] as const;
    const { alice, bot, clock, general } = await testBot({ intents });
    const heard: string[] = [];
    bot.once('messageCreate', ({ content }) => void heard.push(content));
    const answer = bot.waitFor('messageCreate', ({ content }) => content === 'two');
    const loop = (async () => {
      const read: string[] = [];
      for await (const [{ content }] of bot.events('messageCreate')) if (read.push(content) === 2) break;
      return read;
    })();
    for (const word of ['one', 'two', 'three']) await alice.say(general, word);
    expect([heard, (await answer).content, await loop]).toEqual([['one'], 'two', ['one', 'two']]);
    const late = bot.waitFor('messageCreate', () => false, { timeoutMs: 1000 });
    const refused = expect(late).rejects.toMatchObject({ code: 'WAIT_TIMEOUT' });
    await clock.advance('1s');
    await refused;
  });
});

describe('plain functions', () => {
  test('are commands, listeners and buttons, checked by the compiler, and can be taken back', async () => {
    const { alice, bot, general } = await testBot({ intents: ['Guilds', 'GuildMessages', 'MessageContent'] });
    const undo = bot.slashCommand(
      'Doubles',
      { n: Option.integer('The number') },
      function double(_ctx, { n }) {
        return {
          content: `${n * 2}`,
          components: [rowOf(Button.to('again/:n(integer)', { n }, { label: 'Again' }))],
        };
      },
    );
    bot.component(Button('again/:n(integer)'), (async (ctx: ButtonContext, { n }: { n: number }) => {
      await ctx.update(`${n * 4}`);
    }) as (...args: never[]) => unknown);
    bot.listen('messageCreate', async (message) => {
      if (message.content === 'ping') await message.reply('pong');
    });
    await bot.commands.sync();
    const doubled = await alice.slash(general, 'double', { n: 4 });
    expect(doubled.content).toBe('8');
    expect((await alice.click(doubled.button('Again'))).content).toBe('16');
    expect((await alice.say(general, 'ping')).reply?.content).toBe('pong');
    undo();
    expect(bot.commands.get('double')).toBeUndefined();
  });
});

function rowOf(component: unknown): never {
  return { type: 1, components: [component] } as never;
}

describe('a bot', () => {
  class Gate {
    isOpen = false;
  }

  class IsOpen {
    readonly gate = inject(Gate);
    check(): boolean {
      return this.gate.isOpen;
    }
  }

  @Cog()
  class Door {
    readonly gate = inject(Gate);

    @SlashCommand('Opens')
    open(): string {
      this.gate.isOpen = true;
      return 'opened';
    }

    @SlashCommand('Goes through')
    @Check(IsOpen)
    through(): string {
      return 'through';
    }

    @SlashCommand('Only for the owner')
    @RequireOwner()
    owned(): string {
      return 'yours';
    }

    @SlashCommand('Now and then')
    @Cooldown({ uses: 1, perMs: 10_000, by: 'user' })
    slowly(): string {
      return 'done';
    }

    @OnError(CooldownError)
    async tooFast(ctx: CheckContext, error: CooldownError): Promise<void> {
      await (ctx as SlashContext).reply(`wait ${Math.ceil(error.retryAfterMs / 1000)} s`);
    }
  }

  test('builds checks by injection, from the services of its cogs', async () => {
    const { alice, general } = await testBot({ cogs: [Door] });
    expect((await alice.slash(general, 'through')).content).not.toBe('through');
    await alice.slash(general, 'open');
    expect((await alice.slash(general, 'through')).content).toBe('through');
  });

  test('has the services of its options before cogs and plugins are built, and ends those that it built', async () => {
    const steps: string[] = [];
    class Shelf extends Gate implements AsyncDisposable {
      readonly isStocked = true;
      async [Symbol.asyncDispose](): Promise<void> {
        steps.push('ended');
      }
    }
    const plugin: Plugin = {
      name: 'look',
      install: ({ container }) => void steps.push(container.resolve(Gate).constructor.name),
    };
    const { bot, close } = await testBot({
      cogs: [Door],
      plugins: [plugin],
      services: (container) => container.registerClass(Gate, Shelf),
    });
    expect(bot.getCog(Door)?.gate).toBeInstanceOf(Shelf);
    await close();
    expect(steps).toEqual(['Shelf', 'ended']);
  });

  test('knows its owners', async () => {
    const emulator = new Emulator();
    const owner = emulator.createUser('owner');
    const { alice, bot, general, guild } = await testBot({ cogs: [Door], emulator, ownerId: owner.id });
    guild.add(owner);
    expect(await bot.isOwner(owner.user)).toBe(true);
    expect((await owner.slash(general, 'owned')).content).toBe('yours');
    expect((await alice.slash(general, 'owned')).content).not.toBe('yours');
  });

  test('counts cooldowns on its clock, and hands them to the cog that handles them', async () => {
    const { alice, clock, general } = await testBot({ cogs: [Door] });
    await alice.slash(general, 'slowly');
    expect((await alice.slash(general, 'slowly')).content).toBe('wait 10 s');
    await clock.advance('11s');
    expect((await alice.slash(general, 'slowly')).content).toBe('done');
  });

  test('tells of the runs of its handlers by events', async () => {
    const { alice, bot, general } = await testBot({ cogs: [Door] });
    const told: string[] = [];
    const note = (what: string) => (run: CommandRun) => told.push(`${what} ${run.cog}.${run.method}`);
    bot.listen('commandInvoked', note('invoked'));
    bot.listen('commandCompleted', note('completed'));
    bot.listen('commandFailed', note('failed'));
    await alice.slash(general, 'open');
    await alice.slash(general, 'owned');
    expect(told).toEqual([
      'invoked Door.open',
      'completed Door.open',
      'invoked Door.owned',
      'failed Door.owned',
    ]);
  });

  test('has checks, hooks and error handlers for all of its commands', async () => {
    const { alice, bot, general } = await testBot({ cogs: [Door] });
    const seen: string[] = [];
    bot.hook({ before: (_ctx, origin) => seen.push(origin.method) });
    const undo = bot.check((ctx) => ctx.user.id !== alice.id);
    bot.onError(Error, async (ctx, error) => {
      await (ctx as SlashContext).reply(`refused by ${error.name}`);
    });
    expect((await alice.slash(general, 'open')).content).toContain('refused by');
    undo();
    expect((await alice.slash(general, 'open')).content).toBe('opened');
    expect(seen).toEqual(['open']);
  });
});

describe('tasks', () => {
  @Cog()
  class Ticker {
    count = 0;

    @Task({ every: '5m' })
    tick(): void {
      this.count += 1;
    }
  }

  test('run at once when the bot is ready, then on the clock until it is closed', async () => {
    const { bot, clock } = await testBot({ cogs: [Ticker] });
    const ticker = bot.getCog(Ticker)!;
    await clock.advance('16m');
    expect(ticker.count).toBe(4);
    expect([...bot.tasks.keys()]).toEqual(['Ticker.tick']);
    await bot.close();
    expect(clock.pendingTimers).toBe(0);
  });
});

test('what a plugin adds is taken back when the bot is closed', async () => {
  const log: string[] = [];
  const plugin: Plugin = {
    name: 'quiet',
    install(host) {
      host.addCheck(() => false);
      host.onClose(() => log.push('closed'));
    },
  };
  @Cog()
  class Anything {
    @SlashCommand('Does anything')
    anything(): string {
      return 'anything';
    }
  }
  const { alice, bot, general } = await testBot({ cogs: [Anything], plugins: [plugin] });
  expect((await alice.slash(general, 'anything')).content).not.toBe('anything');
  await bot.close();
  expect(log).toEqual(['closed']);
});

describe('interactions over HTTP', () => {
  @Cog()
  class Web {
    @SlashCommand('Says hello')
    hello(ctx: SlashContext): string {
      return `hello ${ctx.user.username}`;
    }
  }

  test('reach the same cogs without a gateway, once they are loaded', async () => {
    let isLoaded = false;
    @Cog()
    class Slow implements CogLifecycle {
      async onLoad(): Promise<void> {
        await new Promise((resolve) => setImmediate(resolve));
        isLoaded = true;
      }

      @SlashCommand('Says whether it is loaded')
      loaded(): string {
        return isLoaded ? 'yes' : 'no';
      }
    }
    await using world = await testBot({ cogs: [Web, Slow], overHttp: true });
    const { alice, bot, discord, general } = world;
    expect((await alice.slash(general, 'hello')).content).toBe('hello alice');
    expect((await alice.slash(general, 'loaded')).content).toBe('yes');
    expect(bot.isReady).toBe(false);
    expect(String(discord.transcript)).not.toContain('IDENTIFY');
  });

  test('may take their time: the emulator waits for them as for any handler', async () => {
    @Cog()
    class Thinker {
      readonly clock = inject(Clock);

      @SlashCommand('Thinks')
      async think(): Promise<string> {
        await new Promise<void>((resolve) => this.clock.setTimeout(resolve, 60_000));
        return 'at last';
      }
    }
    await using world = await testBot({ cogs: [Thinker], overHttp: true });
    const { alice, clock, general } = world;
    const answer = alice.slash(general, 'think');
    await clock.advance('61s');
    expect((await answer).content).toBe('at last');
  });

  test('are let go at once when nothing that the bot says is taken', async () => {
    await using world = await testBot({ cogs: [Web] });
    const { account, alice, bot, discord, general } = world;
    const handle = bot.fetchHandler({ publicKey: account.publicKey });
    const statuses: number[] = [];
    await discord.setInteractionEndpoint(account, async (request) => {
      const response = await handle(request);
      statuses.push(response.status);
      return response;
    });
    statuses.splice(0);
    discord.faults.failRequests({ status: 400, path: '/callback', times: 2 });
    await expect(alice.slash(general, 'hello')).rejects.toBeInstanceOf(NoAnswerError);
    expect(statuses).toEqual([202]);
  });

  test('come to a server that asks Discord for the public key and runs tasks', async () => {
    let runs = 0;
    @Cog()
    class Ticker {
      @Task({ every: '1m' })
      tick(): void {
        runs += 1;
      }
    }
    await using discord = new Emulator();
    const alice = discord.createUser('alice');
    const account = discord.createBot();
    const general = discord.createGuild({ members: [alice, account] }).channel('general');
    const { apiUrl } = await discord.listen();
    await using bot = new Bot({ cogs: [Web, Ticker], logLevel: 'silent', rest: { baseUrl: apiUrl } });
    await bot.login(account.token);
    await bot.commands.sync();
    const { port } = await bot.serve({ hostname: '127.0.0.1' });
    await discord.setInteractionEndpoint(account, `http://127.0.0.1:${port}/`);
    expect((await alice.slash(general, 'hello')).content).toBe('hello alice');
    expect(runs).toBe(1);
  });

  test('refuse options of run() that nobody reads', () => {
    const bot = new Bot();
    expect(() => bot.run({ server: {} } as object)).toThrow(/Did you mean 'serve'/);
  });

  test('a bot without commands that listens to interactions answers them itself', async () => {
    const { alice, bot, discord, general } = await testBot({ cogs: [Web] });
    await bot.removeCog(Web);
    bot.listen('interactionCreate', async (interaction) => {
      await interaction.responder.reply('by hand');
    });
    expect((await alice.slash(general, 'hello')).content).toBe('by hand');
    expect(discord.crashes).toEqual([]);
  });
});
