import { describe, expect, test } from '@jest/globals';
import { MissingIntentError } from 'cogwork';
import { testBot } from 'cogwork/testing';
import type { VoiceConnection } from 'cogwork/voice';

describe('bot.voice', () => {
  test('joins a channel, is seen there, and leaves it when the bot is closed', async () => {
    const { bot, close, discord, guild } = await testBot({ voice: true });
    const lounge = guild.createChannel({ name: 'Lounge', type: 2 });
    await discord.settle();
    const voice: VoiceConnection = await bot.voice.join({ id: lounge.id, guildId: guild.id });
    expect(voice.channelId).toBe(lounge.id);
    expect(voice.isReady).toBe(true);
    expect(bot.voice.get(guild.id)).toBe(voice);
    await close();
    expect(bot.voice.connections.size).toBe(0);
    expect(discord.virtualClock.pendingTimers).toBe(0);
  });

  test('says which intent is missing when the bot did not ask for it', async () => {
    const { bot, guild } = await testBot({ intents: ['Guilds'] });
    const join = bot.voice.join({ id: guild.id, guildId: guild.id });
    await expect(join).rejects.toBeInstanceOf(MissingIntentError);
    await expect(join).rejects.toThrow('GuildVoiceStates');
  });

  test('is a reason for its intent once it is used before the start', async () => {
    const { bot } = await testBot();
    expect(bot.intents.has('GuildVoiceStates')).toBe(false);
    const other = await testBot({ voice: true });
    expect(other.bot.intents.reasonsFor('GuildVoiceStates')).toEqual(['the bot joins voice channels']);
  });
});
