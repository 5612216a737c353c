import { describe, expect, test } from '@jest/globals';
import { Bot, MemberCacheFlags } from 'cogwork';
import { testBot } from 'cogwork/testing';

const members = MemberCacheFlags.all();

describe('members by the gateway', () => {
  test('are all cached after chunking, and asked for once in 30 seconds', async () => {
    const { bot, clock, discord, guild } = await testBot({
      cache: { members },
      gateway: { largeThreshold: 50 },
    });
    for (let i = 0; i < 5; i++) guild.add(discord.createUser(`member${i}`));
    await clock.settle();
    const { members: known } = bot.guilds.get(guild.id)!;
    await Promise.all([known.chunk(), known.chunk()]);
    expect(known.size).toBe(9);
    let isAnswered = false;
    const again = known.chunk().then(() => (isAnswered = true));
    await clock.advance('29s');
    expect(isAnswered).toBe(false);
    await clock.advance('2s');
    await again;
    expect(isAnswered).toBe(true);
  });

  test('are found by the beginning of their name, or by id', async () => {
    const { alice, bob, bot, guild } = await testBot({ cache: { members } });
    const known = bot.guilds.get(guild.id)!.members;
    expect((await known.query({ query: 'ali', limit: 5 })).map(({ user }) => user.username)).toEqual([
      'alice',
    ]);
    expect((await known.query({ users: [bob.id, alice.id] })).map(({ id }) => id).sort()).toEqual(
      [alice.id, bob.id].sort(),
    );
  });

  test('come as each guild arrives when the cache is told so', async () => {
    const requests = /RequestGuildMembers|REQUEST_GUILD_MEMBERS|op 8|"op":8/i;
    const plain = await testBot({ cache: { members } });
    await plain.discord.settle();
    expect(String(plain.discord.transcript)).not.toMatch(requests);
    const { bot, discord, guild } = await testBot({ cache: { chunkGuilds: true, members } });
    await discord.settle();
    expect(bot.intents.reasonsFor('GuildMembers')).toContain('cache.chunkGuilds asks for all members');
    expect(String(discord.transcript)).toMatch(requests);
    expect(bot.guilds.get(guild.id)!.members.size).toBe(4);
  });

  test('cannot be had before the bot is connected, and the error says so', async () => {
    const bot = new Bot();
    await expect(bot.guilds.ref('300000000000000000').members.chunk()).rejects.toThrow(
      'Await bot.start() first',
    );
  });
});
