import { describe, expect, test } from '@jest/globals';
import { BotStateError } from 'cogwork';
import { testBot } from 'cogwork/testing';

describe('a bot that has been started', () => {
  test('refuses to start again, and goes on as it was', async () => {
    const { bot, discord } = await testBot();
    const [account] = discord.world.bots.values();
    await expect(bot.start(account!.token)).rejects.toBeInstanceOf(BotStateError);
    await expect(bot.connect()).rejects.toThrow('started already');
    expect(bot.isReady).toBe(true);
    expect([...bot.shards]).toHaveLength(1);
  });

  test('refuses to start after it was closed, and says to make a new one', async () => {
    const { bot, discord } = await testBot();
    const [account] = discord.world.bots.values();
    await bot.close();
    await expect(bot.start(account!.token)).rejects.toThrow('Make a new one');
    await expect(bot.connect()).rejects.toBeInstanceOf(BotStateError);
  });

  test('says in the log who it is and where', async () => {
    const { logs } = await testBot();
    expect(logs.of('info').map(({ message }) => message)).toContain('Logged in as bot, in 1 guild');
  });

  test('shows on every shard what it is doing', async () => {
    const { bot, clock, discord } = await testBot({ shards: { count: 2 } });
    await bot.setPresence({ status: 'dnd', activity: { name: 'chess', type: 0 } });
    await clock.settle();
    expect(
      String(discord.transcript).match(/"?op"?:? ?3|op 3|Presence/gi)?.length ?? 0,
    ).toBeGreaterThanOrEqual(2);
  });
});
