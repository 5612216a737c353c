import { afterEach, describe, expect, it } from '@jest/globals';
import type { EmulatedBot, EmulatedChannel, EmulatedGuild, Person } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { InvalidInvocationError } from '../../src/errors/invalid-invocation-error.js';
import { NoAnswerError } from '../../src/errors/no-answer-error.js';
import { RawBot } from './raw-bot.js';

const INTENTS = 1 | 512 | 4096 | 32768;

interface Scene {
  discord: Emulator;
  alice: Person;
  account: EmulatedBot;
  guild: EmulatedGuild;
  general: EmulatedChannel;
  bot: RawBot;
}

let open: Emulator | undefined;

async function scene(): Promise<Scene> {
  const discord = new Emulator();
  open = discord;
  const alice = discord.createUser('Alice');
  const account = discord.createBot({ name: 'maths' });
  const guild = discord.createGuild({ members: [alice, account] });
  const bot = await RawBot.create(discord, account);
  await bot.start(INTENTS);
  const registered = await bot.rest('PUT', `/applications/${account.id}/commands`, [
    {
      name: 'add',
      description: 'Adds',
      options: [
        { type: 4, name: 'a', description: 'First', required: true },
        { type: 4, name: 'b', description: 'Second', min_value: 0 },
      ],
    },
    {
      name: 'config',
      description: 'Settings',
      options: [
        { type: 1, name: 'show', description: 'Shows' },
        {
          type: 2,
          name: 'roles',
          description: 'Roles',
          options: [
            {
              type: 1,
              name: 'add',
              description: 'Adds',
              options: [{ type: 8, name: 'role', description: 'Which', required: true }],
            },
          ],
        },
      ],
    },
  ]);
  expect(registered.status).toBe(200);
  return { discord, alice, account, guild, general: guild.channel('general'), bot };
}

afterEach(async () => {
  expect(open?.crashes ?? []).toEqual([]);
  await open?.close();
  open = undefined;
});

describe('people', () => {
  it('get the reply of a bot to what they say', async () => {
    const { alice, general, bot } = await scene();
    bot.on('MESSAGE_CREATE', (message) => {
      if (message['content'] === 'ping')
        return bot.rest('POST', `/channels/${message['channel_id']}/messages`, { content: 'pong' });
      return undefined;
    });
    const said = await alice.say(general, 'ping');
    expect(said.reply?.content).toBe('pong');
    expect(said.reply?.author).toBe('maths');
    const silent = await alice.say(general, 'nothing');
    expect(silent.reply).toBeUndefined();
  });

  it('run slash commands with typed options', async () => {
    const { alice, general, bot } = await scene();
    bot.on('INTERACTION_CREATE', (interaction) => {
      const { options } = interaction['data'] as { options: { name: string; value: number; type: number }[] };
      return bot.respond(interaction, 4, {
        content: String(options.reduce((sum, { value }) => sum + value, 0)),
      });
    });
    const reply = await alice.slash(general, 'add', { a: 2, b: 3 });
    expect(reply.content).toBe('5');
    expect(reply.ephemeral).toBe(false);
    expect((bot.heard('INTERACTION_CREATE')[0]!['member'] as { user: { id: string } }).user.id).toBe(
      alice.id,
    );
  });

  it('run nested sub-commands with resolved roles', async () => {
    const { alice, general, guild, bot } = await scene();
    const role = guild.createRole('red');
    bot.on('INTERACTION_CREATE', (interaction) =>
      bot.respond(interaction, 4, { content: 'done', flags: 64 }),
    );
    const reply = await alice.slash(general, 'config roles add', { role });
    expect(reply.ephemeral).toBe(true);
    expect(bot.heard('INTERACTION_CREATE')[0]!['data']).toMatchObject({
      name: 'config',
      options: [
        {
          name: 'roles',
          type: 2,
          options: [{ name: 'add', type: 1, options: [{ name: 'role', type: 8, value: role.id }] }],
        },
      ],
      resolved: { roles: { [role.id]: { name: 'red' } } },
    });
  });

  it('are offered what they may use, and told which permission is missing for the rest', async () => {
    const { account, alice, bot, general, guild } = await scene();
    await bot.rest('POST', `/applications/${account.id}/commands`, {
      name: 'purge',
      description: 'Deletes',
      default_member_permissions: '8208', // ManageChannels and ManageMessages
    });
    guild.giveRole(alice, guild.createRole('gardener', 16n));
    expect(alice.commands(general)).toEqual(['add', 'config']);
    await expect(alice.slash(general, 'purge')).rejects.toThrow(
      'alice may not use /purge: it needs the permission ManageMessages.',
    );
    guild.giveRole(alice, guild.createRole('cleaner', 8192n));
    expect(alice.commands(general)).toEqual(['add', 'config', 'purge']);
  });

  it('do not see the ephemeral answers of others', async () => {
    const { discord, alice, guild, general, bot } = await scene();
    const bob = discord.createUser('Bob');
    guild.add(bob);
    bot.on('INTERACTION_CREATE', (interaction) =>
      bot.respond(interaction, 4, { content: 'secret', flags: 64 }),
    );
    await alice.slash(general, 'config show');
    expect(alice.read(general).map(({ content }) => content)).toContain('secret');
    expect(bob.read(general).map(({ content }) => content)).not.toContain('secret');
  });

  it('press buttons and see the message change', async () => {
    const { alice, general, bot } = await scene();
    let count = 0;
    const counter = () => ({
      content: `${count}`,
      components: [
        { type: 1, components: [{ type: 2, style: 1, custom_id: 'more', label: `Pressed ${count} times` }] },
      ],
    });
    bot.on('INTERACTION_CREATE', (interaction) => {
      if (interaction['type'] === 2) return bot.respond(interaction, 4, counter());
      count++;
      return bot.respond(interaction, 7, counter());
    });
    const first = await alice.slash(general, 'config show');
    const pressed = await alice.click(first.button('Pressed 0 times'));
    expect(pressed.content).toBe('1');
    expect(first.content).toBe('1');
    expect(first.edited).toBe(true);
    expect(() => first.button('Pressed 0 times')).toThrow(InvalidInvocationError);
  });

  it('are told which option, command or value is wrong', async () => {
    const { alice, general } = await scene();
    await expect(alice.slash(general, 'ad', {})).rejects.toThrow(/Did you mean "add"/);
    await expect(alice.slash(general, 'add', { a: 1, c: 2 })).rejects.toThrow(
      /has no option "c".*There are: a, b/,
    );
    await expect(alice.slash(general, 'add', {})).rejects.toThrow(/needs a value for "a"/);
    await expect(alice.slash(general, 'add', { a: 1.5 })).rejects.toThrow(/whole number/);
    await expect(alice.slash(general, 'add', { a: 1, b: -1 })).rejects.toThrow(/at least 0/);
    await expect(alice.slash(general, 'config')).rejects.toThrow(/needs a sub-command.*"show"/);
  });

  it('are told that nobody answered, and whether the bot had deferred', async () => {
    const { alice, general, bot } = await scene();
    const error = await alice.slash(general, 'add', { a: 1 }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(NoAnswerError);
    expect(error).toMatchObject({ code: 'NO_ANSWER', state: 'unacknowledged', asked: '/add a:1' });
    bot.on('INTERACTION_CREATE', (interaction) => bot.respond(interaction, 5));
    await expect(alice.slash(general, 'add', { a: 1 })).rejects.toMatchObject({ state: 'deferred' });
  });

  it('see a deferred answer when it comes', async () => {
    const { alice, account, general, bot } = await scene();
    bot.on('INTERACTION_CREATE', async (interaction) => {
      await bot.respond(interaction, 5);
      await bot.rest('PATCH', `/webhooks/${account.id}/${interaction['token']}/messages/@original`, {
        content: 'later',
      });
    });
    const reply = await alice.slash(general, 'add', { a: 1 });
    expect(reply.content).toBe('later');
    expect(reply.edited).toBe(false);
    expect(reply.isLoading).toBe(false);
  });

  it('wait as long as a handler is at work on something real', async () => {
    const { discord, alice, general, bot } = await scene();
    let isBusy = false;
    discord.addActivityProbe(() => isBusy, { name: 'handler' });
    bot.on('INTERACTION_CREATE', async (interaction) => {
      isBusy = true;
      for (let i = 0; i < 50; i++) await new Promise((resolve) => setImmediate(resolve));
      await bot.respond(interaction, 4, { content: 'slow' });
      isBusy = false;
    });
    expect((await alice.slash(general, 'add', { a: 1 })).content).toBe('slow');
  });

  it('fill in modals', async () => {
    const { alice, general, bot } = await scene();
    bot.on('INTERACTION_CREATE', (interaction) => {
      if (interaction['type'] === 5) {
        const [row] = (interaction['data'] as { components: { component: { value: string } }[] }).components;
        return bot.respond(interaction, 4, { content: `Hello ${row!.component.value}` });
      }
      return bot.respond(interaction, 9, {
        custom_id: 'name',
        title: 'Who are you?',
        components: [
          { type: 18, label: 'Name', component: { type: 4, custom_id: 'n', style: 1, max_length: 10 } },
        ],
      });
    });
    const asked = await alice.slash(general, 'config show');
    expect(asked.isModal).toBe(true);
    expect(() => asked.content).toThrow(/opened the modal "Who are you\?"/);
    expect(asked.modal.title).toBe('Who are you?');
    await expect(alice.submit(asked, { Nme: 'x' })).rejects.toThrow(/Did you mean "Name"/);
    await expect(alice.submit(asked, { Name: 'x'.repeat(11) })).rejects.toThrow(/1 to 10 characters/);
    expect((await alice.submit(asked, { Name: 'Ann' })).content).toBe('Hello Ann');
  });

  it('choose in menus', async () => {
    const { alice, general, bot } = await scene();
    bot.on('INTERACTION_CREATE', (interaction) => {
      const { values } = interaction['data'] as { values?: string[] };
      if (values) return bot.respond(interaction, 4, { content: values.join('+') });
      const options = ['red', 'green'].map((value) => ({ label: value.toUpperCase(), value }));
      return bot.respond(interaction, 4, {
        content: 'Choose',
        components: [{ type: 1, components: [{ type: 3, custom_id: 'c', options, max_values: 2 }] }],
      });
    });
    const menu = await alice.slash(general, 'config show');
    expect((await alice.select(menu.select(), 'RED', 'green')).content).toBe('red+green');
    await expect(alice.select(menu.select(), 'blue')).rejects.toThrow(/"RED", "GREEN"/);
  });
});
