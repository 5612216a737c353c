import { describe, expect, test } from '@jest/globals';
import type { Message } from 'cogwork';
import { Bot, Client, Cog, inject } from 'cogwork';
import { Emulator } from 'cogwork/emulator';
import { testBot } from 'cogwork/testing';

function clientOptions(discord: Emulator): ConstructorParameters<typeof Client>[0] {
  return {
    clock: discord.clock,
    logLevel: 'silent',
    sockets: discord.sockets,
    rest: { baseUrl: discord.apiUrl, dispatcher: () => discord.dispatcher() },
  };
}

describe('a client without commands', () => {
  test('is ready when start resolves: its guilds and its user are there', async () => {
    const discord = new Emulator();
    const account = discord.createBot({ name: 'plain' });
    const guild = discord.createGuild({ name: 'Home', members: [account] });
    const client = new Client(clientOptions(discord));
    await client.start(account.token);
    expect(client.isReady).toBe(true);
    expect(client.user.id).toBe(account.id);
    expect([...client.guilds].map(({ name }) => name)).toEqual(['Home']);
    expect(client.guilds.get(guild.id)?.name).toBe('Home');
    await client.close();
    expect(client.isClosed).toBe(true);
    expect(client.isReady).toBe(false);
    expect(discord.virtualClock.pendingTimers).toBe(0);
  });

  test('logs in and connects in two steps as well', async () => {
    const discord = new Emulator();
    const account = discord.createBot();
    const client = new Client(clientOptions(discord));
    await client.login(account.token);
    expect(client.isReady).toBe(false);
    await client.connect();
    expect(client.isReady).toBe(true);
    await client.close();
  });

  test('waits for an event', async () => {
    const discord = new Emulator();
    const account = discord.createBot();
    const alice = discord.createUser('alice');
    const guild = discord.createGuild({ members: [alice, account] });
    const client = new Client({
      ...clientOptions(discord),
      intents: ['Guilds', 'GuildMessages', 'MessageContent'],
    });
    await client.start(account.token);
    const heard = client.waitFor('messageCreate', (message: Message) => message.content === 'two');
    await alice.say(guild.channel('general'), 'one');
    await alice.say(guild.channel('general'), 'two');
    expect((await heard).author.id).toBe(alice.id);
    await client.close();
  });
});

describe('closing', () => {
  test('twice waits for the same end', async () => {
    const { bot } = await testBot();
    await Promise.all([bot.close(), bot.close()]);
    expect(await bot.closed()).toBeUndefined();
  });

  test('while starting ends the start', async () => {
    const discord = new Emulator();
    const account = discord.createBot();
    const bot = new Bot(clientOptions(discord));
    const started = bot.start(account.token).catch((error: unknown) => error);
    await bot.close();
    await started;
    expect(bot.isReady).toBe(false);
    expect(discord.virtualClock.pendingTimers).toBe(0);
  });

  test('by Discord, for good, closes the bot with the reason', async () => {
    const { bot, discord, logs } = await testBot();
    discord.faults.closeGateway(4004);
    const reason = await bot.closed();
    expect(reason).toMatchObject({ code: 'INVALID_TOKEN' });
    expect(logs.of('error').length).toBeGreaterThan(0);
  });
});

test('the bot itself can be injected', async () => {
  @Cog()
  class Asking {
    readonly bot = inject(Bot);
  }
  const { bot } = await testBot({ cogs: [Asking] });
  expect(bot.getCog(Asking)?.bot).toBe(bot);
});

test('two bots in one process do not share a service', async () => {
  class Tally {
    count = 0;
  }
  @Cog()
  class Counting {
    readonly tally = inject(Tally);
  }
  const emulator = new Emulator();
  const first = await testBot({ cogs: [Counting], emulator });
  const second = await testBot({ cogs: [Counting], emulator });
  first.bot.getCog(Counting)!.tally.count = 7;
  expect(second.bot.getCog(Counting)!.tally.count).toBe(0);
});
