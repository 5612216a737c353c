import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Emulator } from '../../src/emulator/index.js';
import { DiscordApiError } from '../../src/errors/discord-api-error.js';
import { Rest } from '../../src/rest/rest.js';
import { outcomeOf } from './support/scripted-rest.js';

describe('the REST client against the emulator', () => {
  let discord: Emulator;
  let rest: Rest;
  let channelId: string;

  beforeEach(async () => {
    discord = new Emulator();
    const bot = discord.createBot({ name: 'rest' });
    const guild = discord.createGuild({ members: [bot], channels: ['general'] });
    channelId = guild.channel('general').id;
    rest = new Rest(bot.token, {
      baseUrl: discord.apiUrl,
      clock: discord.clock,
      dispatcher: () => discord.dispatcher(),
    });
  });

  afterEach(async () => {
    await rest.close();
    await discord.close();
  });

  it('sends, edits, lists and deletes messages', async () => {
    const sent = await rest.channels.createMessage(channelId, { content: 'one' });
    const edited = await rest.channels.editMessage(channelId, sent.id, { content: 'two' });
    expect(edited).toMatchObject({ id: sent.id, content: 'two' });
    const all = await rest.channels.iterateMessages(channelId).toArray();
    expect(all.map(({ content }) => content)).toEqual(['two']);
    await rest.channels.deleteMessage(channelId, sent.id, { reason: 'done' });
    const error = await outcomeOf(rest.channels.getMessage(channelId, sent.id));
    expect(error).toMatchObject({ status: 404, discordCode: 10008 });
  });

  it('uploads files', async () => {
    const files = [{ name: 'a.txt', data: Buffer.from('hello'), description: 'A greeting' }];
    const sent = await rest.channels.createMessage(channelId, { content: 'look' }, { files });
    expect(sent.attachments).toMatchObject([{ filename: 'a.txt', size: 5, description: 'A greeting' }]);
  });

  it('tells which field was wrong', async () => {
    const body = { embeds: [{ title: 'x'.repeat(300) }] };
    const error = (await outcomeOf(rest.channels.createMessage(channelId, body))) as DiscordApiError;
    expect(error).toBeInstanceOf(DiscordApiError);
    expect(error.discordCode).toBe(50035);
    expect(error.errors.join('\n')).toContain('embeds[0].title');
  });

  it('waits out a global rate limit and faults of the server, on the virtual clock', async () => {
    discord.faults.rateLimitRequests({ scope: 'global', retryAfterMs: 500, times: 1 });
    const limited = rest.channels.get(channelId);
    await discord.virtualClock.advance(600);
    expect((await limited).id).toBe(channelId);
    discord.faults.failRequests({ status: 503, times: 2, path: '/channels' });
    const failing = rest.channels.get(channelId);
    await discord.virtualClock.advance('30s');
    expect((await failing).id).toBe(channelId);
  });

  it('never meets a 429 of its own making', async () => {
    const sending = Promise.all(
      Array.from({ length: 25 }, (_, i) => rest.channels.createMessage(channelId, { content: String(i) })),
    );
    await discord.virtualClock.advance('2m');
    await sending;
    expect(discord.transcript.requests).toHaveLength(25);
    expect(discord.transcript.requests.filter((line) => line.includes('429'))).toEqual([]);
    expect(rest.limits().buckets[0]?.limit).toBeGreaterThan(1);
  });
});
