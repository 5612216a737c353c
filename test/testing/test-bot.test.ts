import { describe, expect, it } from '@jest/globals';
import { Cog, RequirePermissions, SlashCommand } from 'cogwork';
import { testBot } from 'cogwork/testing';

@Cog()
class Doors {
  @SlashCommand('Opens')
  @RequirePermissions('ManageGuild')
  open(): string {
    return 'Open';
  }
}

@Cog()
class Windows {
  @SlashCommand('Shuts')
  shut(): string {
    return 'Shut';
  }
}

describe('the world of a test', () => {
  it('has an owner, who may do everything', async () => {
    const { owner, general } = await testBot({ cogs: [Doors] });
    expect((await owner.slash(general, 'open')).content).toBe('Open');
  });

  it('lets more people in, with permissions or without', async () => {
    const { join, guild, general } = await testBot({ cogs: [Doors] });
    const before = guild.memberCount;
    const [carol, dave] = [join('carol'), join('dave', 'ManageGuild')];
    expect(guild.memberCount).toBe(before + 2);
    expect((await carol.slash(general, 'open')).content).not.toBe('Open');
    expect((await dave.slash(general, 'open')).content).toBe('Open');
  });

  it('gives and takes permissions, in the guild or in a channel', async () => {
    const { alice, bob, allow, deny, general, channel } = await testBot({
      cogs: [Doors],
      channels: ['quiet'],
    });
    allow(alice, ['ManageGuild']);
    expect((await alice.slash(general, 'open')).content).toBe('Open');
    allow(bob, 'ManageGuild', { channel: general });
    expect((await bob.slash(general, 'open')).content).toBe('Open');
    expect((await bob.slash(channel('quiet'), 'open')).content).not.toBe('Open');
    deny(alice, 'SendMessages', { channel: general });
    await expect(alice.say(general, 'Hello')).rejects.toThrow(/may not write/);
  });

  it('has the channels it is told, and makes those that a test asks for', async () => {
    const { bot, channel, guild, settle } = await worldWithChannels();
    expect(guild.channels.map(({ name }) => name)).toEqual(['general', 'quiet', 'Talk']);
    expect(channel('Talk').type).toBe(2);
    expect(channel('quiet').id).toBe(guild.channel('quiet').id);
    const made = channel('new');
    await settle();
    expect(bot.guilds.get(guild.id)?.channels.get(made.id)?.id).toBe(made.id);
  });

  it('gives the bot the permissions it is told', async () => {
    const { bot, general } = await testBot({ botPermissions: ['ViewChannel'] });
    await expect(bot.rest.channels.createMessage(general.id, { content: 'x' })).resolves.toBeDefined();
    const { bot: muted, general: there, deny, account } = await testBot({ botPermissions: [] });
    deny(account, 'SendMessages', { channel: there });
    await expect(muted.rest.channels.createMessage(there.id, { content: 'x' })).rejects.toMatchObject({
      discordCode: 50013,
    });
  });

  it.each([[false], [true]])('restarts the bot as a deployment does, over HTTP: %s', async (overHttp) => {
    const { account, alice, bot, close, general, restart } = await testBot({
      cogs: [Doors],
      overHttp,
    });
    const second = await restart();
    expect([second === bot, second.cogs.map(({ name }) => name)]).toEqual([false, ['Doors']]);
    expect((await alice.slash(general, 'open')).authorId).toBe(account.id);
    await restart({ cogs: [Windows] });
    expect(account.commands.map(({ name }) => name)).toEqual(['shut']);
    expect((await alice.slash(general, 'shut')).content).toBe('Shut');
    await close();
    await expect(second.closed()).resolves.toBeUndefined();
  });

  it('knows the commands that the bot has registered', async () => {
    const { account } = await testBot({ cogs: [Doors] });
    expect(account.commands.map(({ name }) => name)).toEqual(['open']);
  });
});

async function worldWithChannels() {
  const world = await testBot({ channels: ['quiet', { name: 'Talk', type: 2 }] });
  return { ...world, settle: () => world.discord.settle() };
}
