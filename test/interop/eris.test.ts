/** An unmodified eris bot, connected to the emulator over loopback. */
import { Agent } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActionRow, ClientEvents, Message, PossiblyUncachedTextableChannel, TextChannel } from 'eris';
import {
  AutocompleteInteraction,
  Client,
  CommandInteraction,
  ComponentInteraction,
  Constants,
  ModalSubmitInteraction,
} from 'eris';
import type { PortScene } from './support/port-scene.js';
import { handshakes, openPort, until } from './support/port-scene.js';

const { ApplicationCommandOptionTypes, ApplicationCommandTypes, ButtonStyles, ComponentTypes } = Constants;

let scene: PortScene;
let client: Client;
let channel: TextChannel;
const connectionErrors: (number | undefined)[] = [];

const commands = [
  {
    type: ApplicationCommandTypes.CHAT_INPUT,
    name: 'add',
    description: 'Adds two numbers',
    options: [
      { type: ApplicationCommandOptionTypes.INTEGER, name: 'a', description: 'First', required: true },
      { type: ApplicationCommandOptionTypes.INTEGER, name: 'b', description: 'Second', required: true },
    ],
  },
  { type: ApplicationCommandTypes.CHAT_INPUT, name: 'counter', description: 'Counts' },
  { type: ApplicationCommandTypes.CHAT_INPUT, name: 'colour', description: 'Asks for a colour' },
  { type: ApplicationCommandTypes.CHAT_INPUT, name: 'slow', description: 'Answers later' },
  { type: ApplicationCommandTypes.CHAT_INPUT, name: 'feedback', description: 'Opens a form' },
  {
    type: ApplicationCommandTypes.CHAT_INPUT,
    name: 'fruit',
    description: 'Picks a fruit',
    options: [
      { type: ApplicationCommandOptionTypes.STRING, name: 'name', description: 'Name', autocomplete: true },
    ],
  },
] as const;

beforeAll(async () => {
  scene = await openPort();
  client = new Client(`Bot ${scene.account.token}`, {
    intents: ['all'],
    restMode: true,
    rest: { agent: plainHttpAgent(scene.port) as never, domain: '127.0.0.1' },
  });
  const ready = next('ready');
  await client.connect();
  await ready;
  channel = client.getChannel(scene.general.id) as TextChannel;
  client.on('error', ({ code }: Error & { code?: number }) => connectionErrors.push(code));
  client.on('messageCreate', (message) => void onMessage(message));
  client.on('interactionCreate', (interaction) => void onInteraction(interaction));
  await client.bulkEditCommands(structuredClone(commands) as never);
});

afterAll(async () => {
  client?.disconnect({ reconnect: false });
  await scene?.discord.close();
});

/** Takes eris, which speaks only HTTPS, to a plain HTTP port: the agent decides what a connection is. */
function plainHttpAgent(port: number): Agent {
  return Object.assign(new Agent(), { protocol: 'https:', defaultPort: port });
}

/** Waits for an event, with all its arguments. */
function next<K extends keyof ClientEvents>(name: K): Promise<ClientEvents[K]> {
  return new Promise((resolve) =>
    client.once(name as 'ready', (...values: unknown[]) => resolve(values as ClientEvents[K])),
  );
}

async function onMessage(message: Message<PossiblyUncachedTextableChannel>): Promise<void> {
  if (message.content !== 'ping') return;
  await client.createMessage(message.channel.id, {
    content: 'pong',
    messageReference: { messageID: message.id },
  });
}

async function onInteraction(interaction: unknown): Promise<void> {
  if (interaction instanceof AutocompleteInteraction) {
    const typed = String((interaction.data.options[0] as { value?: unknown }).value);
    const fruits = ['apple', 'apricot', 'banana'].filter((name) => name.startsWith(typed));
    await interaction.result(fruits.map((name) => ({ name, value: name })));
  } else if (interaction instanceof ModalSubmitInteraction) {
    const row = interaction.data.components[0] as { components: { value: string }[] };
    await interaction.createMessage({ content: `Read: ${row.components[0]?.value}`, flags: 64 });
  } else if (interaction instanceof ComponentInteraction) {
    const { data } = interaction;
    await interaction.editParent(
      'values' in data
        ? { content: `You chose ${data.values.join()}`, components: [] }
        : { components: counter(Number(data.custom_id.split('/')[1]) + 1) },
    );
  } else if (interaction instanceof CommandInteraction) {
    await answers[interaction.data.name]?.(interaction);
  }
}

const answers: Record<string, (interaction: CommandInteraction) => Promise<unknown>> = {
  add: (interaction) => {
    const values = interaction.data.options?.map((option) => Number((option as { value: unknown }).value));
    return interaction.createMessage(`Sum: ${values?.reduce((sum, value) => sum + value, 0)}`);
  },
  counter: (interaction) => interaction.createMessage({ content: 'Press', components: counter(0) }),
  colour: (interaction) =>
    interaction.createMessage({
      content: 'Which?',
      components: [
        {
          type: ComponentTypes.ACTION_ROW,
          components: [
            {
              type: ComponentTypes.SELECT_MENU,
              custom_id: 'colour',
              options: [
                { label: 'Red', value: 'red' },
                { label: 'Blue', value: 'blue' },
              ],
            },
          ],
        },
      ],
    }),
  slow: async (interaction) => {
    await interaction.defer(64);
    await interaction.editOriginalMessage('Done');
    await interaction.createFollowup({ content: 'And more', flags: 64 });
  },
  feedback: (interaction) =>
    interaction.createModal({
      title: 'Feedback',
      custom_id: 'feedback',
      components: [
        {
          type: ComponentTypes.ACTION_ROW,
          components: [{ type: ComponentTypes.TEXT_INPUT, custom_id: 'story', label: 'Story', style: 2 }],
        },
      ],
    }),
};

function counter(count: number): ActionRow[] {
  const label = `Pressed ${count} times`;
  return [
    {
      type: ComponentTypes.ACTION_ROW,
      components: [
        { type: ComponentTypes.BUTTON, custom_id: `count/${count}`, label, style: ButtonStyles.PRIMARY },
      ],
    },
  ];
}

describe('an eris bot in the emulator', () => {
  it('logs in and receives its guilds with channels, roles and members', async () => {
    const guild = client.guilds.get(scene.guild.id)!;
    expect(client.user.username).toBe('stranger');
    expect(guild.name).toBe('Harbour');
    expect(guild.memberCount).toBe(3);
    expect(guild.roles.get(guild.id)?.name).toBe('@everyone');
    expect(channel.permissionsOf(client.user.id).has('sendMessages')).toBe(true);
    await guild.fetchAllMembers();
    expect(guild.members.map(({ username }) => username).sort()).toEqual(['alice', 'owner', 'stranger']);
    expect((await guild.searchMembers('al', 5)).length).toBe(1);
  });

  it('hears messages and replies to them', async () => {
    const said = await scene.alice.say(scene.general, 'ping');
    expect(said.reply?.content).toBe('pong');
    expect(said.reply?.repliesTo).toBe(said.id);
  });

  it('registers commands and answers them', async () => {
    expect((await client.getCommands()).map(({ name }) => name).sort()).toEqual(
      commands.map(({ name }) => name).sort(),
    );
    expect((await scene.alice.slash(scene.general, 'add', { a: 2, b: 3 })).content).toBe('Sum: 5');
  });

  it('defers, edits its answer and follows up, for one person only', async () => {
    const answer = await scene.alice.slash(scene.general, 'slow');
    expect(answer.content).toBe('Done');
    expect(answer.ephemeral).toBe(true);
    await until(() => scene.alice.read(scene.general).at(-1)?.content === 'And more');
  });

  it('is pressed through buttons and menus', async () => {
    let shown = await scene.alice.slash(scene.general, 'counter');
    for (let count = 0; count < 3; count += 1)
      shown = await scene.alice.click(shown.button(`Pressed ${count} times`));
    expect(shown.buttons[0]?.label).toBe('Pressed 3 times');
    const asked = await scene.alice.slash(scene.general, 'colour');
    expect((await scene.alice.select(asked.select(), 'Blue')).content).toBe('You chose blue');
  });

  it('opens a modal and reads what was typed', async () => {
    const modal = await scene.alice.slash(scene.general, 'feedback');
    const answer = await scene.alice.submit(modal, { Story: 'All is well' });
    expect(answer.content).toBe('Read: All is well');
  });

  it('suggests while somebody types', async () => {
    const shown = await scene.alice.suggest(scene.general, 'fruit', { option: 'name', text: 'ap' });
    expect(shown.map(({ name }) => name)).toEqual(['apple', 'apricot']);
  });

  it('uploads a file that can be downloaded again', async () => {
    const sent = await client.createMessage(
      channel.id,
      { content: 'Here', embed: { title: 'Files' } },
      { name: 'list.csv', file: Buffer.from('one,two') },
    );
    expect(sent.attachments[0]).toMatchObject({ filename: 'list.csv', size: 7 });
    expect(await (await fetch(sent.attachments[0]!.url)).text()).toBe('one,two');
    expect(scene.alice.read(scene.general).at(-1)?.attachments[0]?.filename).toBe('list.csv');
  });

  it('edits, pins, reacts to, threads and deletes messages', async () => {
    const message = await channel.createMessage('First');
    expect((await message.edit('Second')).editedTimestamp).toBeDefined();
    await message.pin();
    expect((await channel.getPins()).map(({ id }) => id)).toContain(message.id);
    await message.addReaction('👍');
    expect((await message.getReaction('👍')).map(({ id }) => id)).toEqual([client.user.id]);
    const thread = await message.createThreadWithMessage({ name: 'Talk', autoArchiveDuration: 60 });
    await thread.createMessage('Inside');
    await thread.join(scene.alice.id);
    expect((await thread.getMembers()).map(({ id }) => id)).toContain(scene.alice.id);
    expect((await channel.getMessages({ limit: 100 })).map(({ id }) => id)).toContain(message.id);
    const deleted = next('messageDelete');
    await message.delete();
    expect((await deleted)[0].id).toBe(message.id);
  });

  it('manages channels, roles, members and webhooks, with reasons in the audit log', async () => {
    const guild = client.guilds.get(scene.guild.id)!;
    const role = await guild.createRole({ name: 'Crew', permissions: 8192 }, 'New crew');
    await guild.addMemberRole(scene.alice.id, role.id);
    await guild.editMember(scene.alice.id, { nick: 'Al' });
    expect((await guild.getRESTMember(scene.alice.id)).roles).toContain(role.id);
    const made = (await guild.createChannel('deck')) as TextChannel;
    await made.editPermission(role.id, 0, 2048, Constants.PermissionOverwriteTypes.ROLE);
    const webhook = await client.createChannelWebhook(made.id, { name: 'Bell' });
    const rung = await client.executeWebhook(webhook.id, webhook.token!, {
      content: 'Ding',
      username: 'Big bell',
      wait: true,
    });
    expect(rung.author.username).toBe('Big bell');
    await made.delete();
    expect((await guild.getAuditLog()).entries.map(({ reason }) => reason)).toContain('New crew');
  });

  it('is told no as by Discord', async () => {
    const guild = client.guilds.get(scene.guild.id)!;
    await expect(guild.banMember(guild.ownerID)).rejects.toMatchObject({ code: 50013 });
    await expect(channel.createMessage('x'.repeat(2001))).rejects.toMatchObject({ code: 50035 });
  });

  it('waits out a rate limit', async () => {
    scene.discord.faults.rateLimitRequests({ retryAfterMs: 50, path: '/messages' });
    expect((await channel.createMessage('Patient')).content).toBe('Patient');
  });

  it('resumes after its socket was dropped, and hears what it missed', async () => {
    scene.discord.transcript.clear();
    const resumed = next('shardResume');
    const heard = next('messageCreate');
    scene.discord.faults.dropGateway();
    const said = await scene.alice.say(scene.general, 'ping');
    expect((await heard)[0].id).toBe(said.id);
    await resumed;
    expect(said.reply?.content).toBe('pong');
    expect(handshakes(scene.discord)).toEqual(['RESUME', 'RESUMED']);
    expect(connectionErrors).toEqual([1006]);
  });

  it('met no bug of the emulator', () => {
    expect(scene.discord.crashes).toEqual([]);
  });
});
