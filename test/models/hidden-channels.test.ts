import { describe, expect, it } from '@jest/globals';
import type { TextChannel } from 'cogwork';
import { ChannelType, Permissions, Rest } from 'cogwork';
import { testBot } from 'cogwork/testing';

const SEEING = new Permissions(['ViewChannel']).bits;
const BASICS = ['ViewChannel', 'SendMessages', 'EmbedLinks', 'ManageChannels', 'ManageRoles'] as const;

async function makeWorld() {
  const world = await testBot({ botPermissions: BASICS });
  const { account, discord, guild, owner } = world;
  const other = discord.createGuild({ owner, channels: ['open', 'plans'] });
  other.channel('plans').setPermissions({ id: other.id }, { deny: SEEING });
  other.add(account, { permissions: new Permissions(BASICS).bits });
  await discord.settle();
  const everyone = { id: guild.id };
  return { ...world, everyone, other, known: world.bot.guilds.get(guild.id)! };
}

describe('a channel that the bot cannot see', () => {
  it('is known by id, type and place when a guild arrives, and allows the bot nothing', async () => {
    const { bot, other } = await makeWorld();
    const { channels } = bot.guilds.get(other.id)!;
    const [open, plans] = [other.channel('open'), other.channel('plans')].map(
      ({ id }) => channels.get(id) as TextChannel,
    );
    expect([open!.isObfuscated, plans!.isObfuscated]).toEqual([false, true]);
    expect([plans!.type, plans!.topic, plans!.name]).toEqual([
      ChannelType.GuildText,
      undefined,
      '___hidden___',
    ]);
    expect(plans!.ownPermissions.toArray()).toEqual([]);
    expect(open!.ownPermissions.has('SendMessages')).toBe(true);
  });

  it('stays cached when the channels are asked for, among which Discord leaves it out', async () => {
    const { bot, other } = await makeWorld();
    const { channels } = bot.guilds.get(other.id)!;
    expect((await channels.fetchAll()).map((channel) => channel.toJSON()['name'])).toEqual(['open']);
    expect(channels.size).toBe(2);
    const { id } = other.channel('plans');
    await expect(channels.get(id)!.fetch()).rejects.toMatchObject({ discordCode: 50001 });
  });

  it('shows all it has, and its threads, as soon as the bot may see it', async () => {
    const { bot, channel, discord, everyone, known } = await makeWorld();
    const secret = channel({ name: 'secret', topic: 'the plan' });
    await discord.settle();
    const held = known.channels.get(secret.id) as TextChannel;
    const told: [before: string, after: string][] = [];
    bot.listen('channelUpdate', (before, after) =>
      told.push([(before as TextChannel).name, (after as TextChannel).name]),
    );
    secret.setPermissions(everyone, { deny: SEEING });
    await discord.settle();
    expect([held.isObfuscated, held.topic]).toEqual([true, undefined]);
    secret.setPermissions(everyone, {});
    await discord.settle();
    expect([held.isObfuscated, held.topic]).toEqual([false, 'the plan']);
    expect(told).toEqual([
      ['secret', '___hidden___'],
      ['___hidden___', 'secret'],
    ]);
  });

  it('brings its threads when it comes into sight', async () => {
    const { bot, discord, other } = await makeWorld();
    const colleague = discord.createBot();
    other.add(colleague);
    const plans = other.channel('plans');
    plans.setPermissions(colleague, { allow: SEEING });
    await using rest = new Rest(colleague.token, {
      baseUrl: discord.apiUrl,
      dispatcher: () => discord.dispatcher(),
    });
    const thread = await rest.threads.create(plans.id, { name: 'details', type: ChannelType.PublicThread });
    await discord.settle();
    expect(bot.channels.get(thread.id)).toBeUndefined();
    const synced: string[] = [];
    bot.listen('threadListSync', (threads) => synced.push(...threads.map(({ name }) => name)));
    plans.setPermissions({ id: other.id }, {});
    await discord.settle();
    expect(synced).toEqual(['details']);
    expect(bot.channels.get(thread.id)?.toString()).toBe(`<#${thread.id}>`);
  });

  it('comes into sight by a role of the bot, and its category with it', async () => {
    const { account, channel, discord, everyone, guild, known } = await makeWorld();
    const category = await known.channels.create({ name: 'Back office', type: ChannelType.GuildCategory });
    const room = await category.createChannel({ name: 'room' });
    await discord.settle();
    channel('room').setPermissions(everyone, { deny: SEEING });
    channel('Back office').setPermissions(everyone, { deny: SEEING });
    await discord.settle();
    const seen = () => [room, category].map(({ id }) => known.channels.get(id)?.toJSON()['name']);
    expect(seen()).toEqual(['___hidden___', '___hidden___']);
    const role = guild.createRole('insiders');
    channel('room').setPermissions(role, { allow: SEEING });
    await discord.settle();
    expect(seen()).toEqual(['___hidden___', '___hidden___']);
    guild.giveRole(account, role);
    await discord.settle();
    expect(seen()).toEqual(['room', 'Back office']);
  });
});
