/** An unmodified discord.js bot, connected to the emulator over loopback. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ChatInputCommandInteraction,
  ClientEvents,
  Interaction,
  Message,
  TextChannel,
} from 'discord.js';
import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ComponentType,
  DiscordAPIError,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  MessageFlags,
  ModalBuilder,
  Partials,
  PermissionFlagsBits,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { PortScene } from './support/port-scene.js';
import { handshakes, openPort, until } from './support/port-scene.js';

let scene: PortScene;
let client: Client<true>;
let channel: TextChannel;

const commands = [
  new SlashCommandBuilder()
    .setName('add')
    .setDescription('Adds two numbers')
    .addIntegerOption((option) => option.setName('a').setDescription('First').setRequired(true))
    .addIntegerOption((option) => option.setName('b').setDescription('Second').setRequired(true)),
  new SlashCommandBuilder().setName('counter').setDescription('Counts'),
  new SlashCommandBuilder().setName('colour').setDescription('Asks for a colour'),
  new SlashCommandBuilder().setName('slow').setDescription('Answers later'),
  new SlashCommandBuilder().setName('feedback').setDescription('Opens a form'),
  new SlashCommandBuilder()
    .setName('read')
    .setDescription('Reads a file')
    .addAttachmentOption((option) => option.setName('file').setDescription('File').setRequired(true)),
  new SlashCommandBuilder()
    .setName('fruit')
    .setDescription('Picks a fruit')
    .addStringOption((option) => option.setName('name').setDescription('Name').setAutocomplete(true)),
];

beforeAll(async () => {
  scene = await openPort();
  client = new Client({
    intents: Object.values(GatewayIntentBits).filter((bit): bit is number => typeof bit === 'number'),
    partials: [Partials.Message, Partials.Channel, Partials.Reaction],
    rest: { api: scene.apiBase, cdn: `http://127.0.0.1:${scene.port}` },
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
  });
  const ready = next(Events.ClientReady);
  await client.login(scene.account.token);
  await ready;
  channel = (await client.channels.fetch(scene.general.id)) as TextChannel;
  client.on(Events.MessageCreate, (message) => void onMessage(message));
  client.on(Events.InteractionCreate, (interaction) => void onInteraction(interaction));
  await client.application.commands.set(commands);
});

afterAll(async () => {
  await client?.destroy();
  await scene?.discord.close();
});

/** Waits for an event, with all its arguments. */
function next<K extends keyof ClientEvents>(name: K): Promise<ClientEvents[K]> {
  return new Promise((resolve) => client.once(name, (...values) => resolve(values)));
}

async function onMessage(message: Message): Promise<void> {
  if (message.content === 'ping') await message.reply('pong');
}

async function onInteraction(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    const fruits = ['apple', 'apricot', 'banana'].filter((name) => name.startsWith(typed));
    await interaction.respond(fruits.map((name) => ({ name, value: name })));
  } else if (interaction.isButton()) {
    await interaction.update({ components: [counter(Number(interaction.customId.split('/')[1]) + 1)] });
  } else if (interaction.isStringSelectMenu()) {
    await interaction.update({ content: `You chose ${interaction.values.join()}`, components: [] });
  } else if (interaction.isModalSubmit()) {
    const story = interaction.fields.getTextInputValue('story');
    await interaction.reply({ content: `Read: ${story}`, flags: MessageFlags.Ephemeral });
  } else if (interaction.isChatInputCommand()) {
    await answers[interaction.commandName]?.(interaction);
  }
}

const answers: Record<string, (interaction: ChatInputCommandInteraction) => Promise<unknown>> = {
  add: (interaction) => {
    const sum = interaction.options.getInteger('a', true) + interaction.options.getInteger('b', true);
    return interaction.reply(`Sum: ${sum}`);
  },
  counter: (interaction) => interaction.reply({ components: [counter(0)] }),
  colour: (interaction) =>
    interaction.reply({
      content: 'Which?',
      components: [
        new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
          new StringSelectMenuBuilder()
            .setCustomId('colour')
            .addOptions({ label: 'Red', value: 'red' }, { label: 'Blue', value: 'blue' }),
        ),
      ],
    }),
  slow: async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply('Done');
    await interaction.followUp({ content: 'And more', flags: MessageFlags.Ephemeral });
  },
  feedback: (interaction) =>
    interaction.showModal(
      new ModalBuilder()
        .setCustomId('feedback')
        .setTitle('Feedback')
        .addComponents(
          new ActionRowBuilder<TextInputBuilder>().addComponents(
            new TextInputBuilder().setCustomId('story').setLabel('Story').setStyle(TextInputStyle.Paragraph),
          ),
        ),
    ),
  read: async (interaction) => {
    const file = interaction.options.getAttachment('file', true);
    const text = await (await fetch(file.url)).text();
    await interaction.reply(`${file.name}, ${file.size} bytes: ${text}`);
  },
};

function counter(count: number): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder()
      .setCustomId(`count/${count}`)
      .setLabel(`Pressed ${count} times`)
      .setStyle(ButtonStyle.Primary),
  );
}

describe('a discord.js bot in the emulator', () => {
  it('logs in and receives its guilds with channels, roles and members', async () => {
    const guild = client.guilds.cache.get(scene.guild.id);
    expect(client.user.username).toBe('stranger');
    expect(guild?.name).toBe('Harbour');
    expect(guild?.memberCount).toBe(3);
    expect(guild?.roles.everyone.name).toBe('@everyone');
    expect(channel.permissionsFor(client.user)?.has(PermissionFlagsBits.SendMessages)).toBe(true);
    const members = await guild?.members.fetch();
    expect(members?.map(({ user }) => user.username).sort()).toEqual(['alice', 'owner', 'stranger']);
    expect((await guild?.members.fetch({ query: 'al', limit: 5 }))?.size).toBe(1);
  });

  it('hears messages and replies to them', async () => {
    const said = await scene.alice.say(scene.general, 'ping');
    expect(said.reply?.content).toBe('pong');
    expect(said.reply?.repliesTo).toBe(said.id);
  });

  it('registers commands and answers them', async () => {
    expect((await client.application.commands.fetch()).map(({ name }) => name).sort()).toEqual(
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

  it('uploads a file that can be downloaded again, and reads one from an option', async () => {
    const sent = await channel.send({
      content: 'Here',
      files: [new AttachmentBuilder(Buffer.from('one,two'), { name: 'list.csv', description: 'A list' })],
      embeds: [new EmbedBuilder().setTitle('Files').setImage('attachment://list.csv')],
    });
    const file = sent.attachments.first();
    expect(file).toMatchObject({ name: 'list.csv', size: 7, description: 'A list' });
    expect(await (await fetch(file!.url)).text()).toBe('one,two');
    const answer = await scene.alice.slash(scene.general, 'read', {
      file: { name: 'note.txt', data: 'hello' },
    });
    expect(answer.content).toBe('note.txt, 5 bytes: hello');
  });

  it('collects components and reactions by its own collectors', async () => {
    const message = await channel.send({ content: 'Press', components: [counter(7)] });
    const pressed = message.awaitMessageComponent({ componentType: ComponentType.Button, time: 3000 });
    const reacted = message.awaitReactions({ max: 1, time: 3000 });
    const seen = scene.alice.read(scene.general).at(-1)!;
    await scene.alice.click(seen.button('Pressed 7 times'));
    await scene.alice.react(seen, '👍');
    expect((await pressed).user.id).toBe(scene.alice.id);
    expect((await reacted).first()?.emoji.name).toBe('👍');
  });

  it('edits, pins, threads, fetches and deletes messages', async () => {
    const message = await channel.send('First');
    expect((await message.edit('Second')).editedTimestamp).not.toBeNull();
    await message.pin();
    expect((await channel.messages.fetchPins()).items.map(({ message: { id } }) => id)).toContain(message.id);
    const thread = await message.startThread({ name: 'Talk', autoArchiveDuration: 60 });
    await thread.send('Inside');
    await thread.members.add(scene.alice.id);
    expect((await thread.members.fetch()).has(scene.alice.id)).toBe(true);
    await thread.setArchived(true);
    expect((await channel.threads.fetchArchived()).threads.has(thread.id)).toBe(true);
    expect((await channel.messages.fetch({ limit: 100 })).has(message.id)).toBe(true);
    const deleted = next(Events.MessageDelete);
    await message.delete();
    expect((await deleted)[0].id).toBe(message.id);
  });

  it('manages channels, roles, members and webhooks, with reasons in the audit log', async () => {
    const guild = client.guilds.cache.get(scene.guild.id)!;
    const role = await guild.roles.create({
      name: 'Crew',
      permissions: ['ManageMessages'],
      reason: 'New crew',
    });
    const member = await guild.members.fetch(scene.alice.id);
    await member.roles.add(role);
    await member.setNickname('Al');
    await member.timeout(60_000, 'Loud');
    expect((await guild.members.fetch({ user: scene.alice.id, force: true })).isCommunicationDisabled()).toBe(
      true,
    );
    await member.timeout(null);
    const made = await guild.channels.create({ name: 'Deck' });
    await made.permissionOverwrites.edit(role, { SendMessages: false });
    expect(made.permissionOverwrites.cache.get(role.id)?.deny.has('SendMessages')).toBe(true);
    const webhook = await made.createWebhook({ name: 'Bell' });
    const rung = await webhook.send({ content: 'Ding', username: 'Big bell' });
    expect(rung.author.username).toBe('Big bell');
    await made.delete();
    const log = await guild.fetchAuditLogs({ limit: 50 });
    expect(log.entries.map(({ reason }) => reason)).toContain('New crew');
  });

  it('is told no as by Discord', async () => {
    const guild = client.guilds.cache.get(scene.guild.id)!;
    const failure = await guild.members.ban(guild.ownerId).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DiscordAPIError);
    expect(failure).toMatchObject({ code: 50013, status: 403 });
    await expect(channel.send({ content: 'x'.repeat(2001) })).rejects.toThrow(/BASE_TYPE_MAX_LENGTH/);
  });

  it('waits out a rate limit and tries a failed request again', async () => {
    scene.discord.faults.rateLimitRequests({ retryAfterMs: 50, path: '/messages' });
    expect((await channel.send('Patient')).content).toBe('Patient');
    scene.discord.faults.failRequests({ status: 502, path: '/messages' });
    expect((await channel.send('Stubborn')).content).toBe('Stubborn');
  });

  it('resumes after its socket was dropped, and hears what it missed', async () => {
    scene.discord.transcript.clear();
    const resumed = next(Events.ShardResume);
    const heard = next(Events.MessageCreate);
    scene.discord.faults.dropGateway();
    const said = await scene.alice.say(scene.general, 'ping');
    expect((await heard)[0].id).toBe(said.id);
    expect((await resumed)[1]).toBeGreaterThan(0);
    expect(said.reply?.content).toBe('pong');
    expect(handshakes(scene.discord)).toEqual(['RESUME', 'RESUMED']);
  });

  it('identifies again when its session is gone', async () => {
    scene.discord.transcript.clear();
    const ready = next(Events.ShardReady);
    scene.discord.faults.refuseResumes();
    scene.discord.faults.dropGateway();
    await ready;
    expect(handshakes(scene.discord)).toEqual(['RESUME', 'IDENTIFY', 'READY']);
  });

  it('met no bug of the emulator', () => {
    expect(scene.discord.crashes).toEqual([]);
  });
});
