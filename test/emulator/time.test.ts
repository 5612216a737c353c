import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmulatedBot, EmulatedChannel, EmulatedGuild, Person } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { RawBot } from './raw-bot.js';

const GUILDS = 1;
const MESSAGES = 512;
const EVENTS = 1 << 16;

let discord: Emulator;
let alice: Person;
let account: EmulatedBot;
let guild: EmulatedGuild;
let general: EmulatedChannel;
let bot: RawBot;

beforeEach(async () => {
  discord = new Emulator({ heartbeatIntervalMs: 90 * 86_400_000 });
  alice = discord.createUser('Alice');
  account = discord.createBot();
  guild = discord.createGuild({ members: [alice, account] });
  general = guild.channel('general');
  bot = await RawBot.create(discord, account);
  await bot.start(GUILDS | MESSAGES | EVENTS | 32_768);
});

afterEach(async () => {
  await discord.close();
});

describe('by time', () => {
  it('polls end, and the channel is told who won', async () => {
    const path = `/channels/${general.id}/messages`;
    const answers = ['Tea', 'Coffee'].map((text) => ({ poll_media: { text } }));
    const poll = { question: { text: 'Drink?' }, answers, duration: 1 };
    const asked = await bot.rest('POST', path, { poll });
    await alice.vote({ id: String(asked.body['id']), channelId: general.id }, 2);
    await discord.virtualClock.advance('59m');
    expect(alice.read(general)).toHaveLength(1);
    await discord.virtualClock.advance('1m');
    const [question, result] = (await bot.rest('GET', path)).body as unknown as Record<string, unknown>[];
    expect(result).toMatchObject({ poll: { results: { is_finalized: true } } });
    expect(question).toMatchObject({
      type: 46,
      message_reference: { message_id: asked.body['id'] },
      embeds: [{ type: 'poll_result' }],
    });
    expect(JSON.stringify(question)).toContain('"name":"victor_answer_text","value":"Coffee"');
    await expect(alice.vote({ id: String(asked.body['id']), channelId: general.id }, 1)).rejects.toThrow(
      'no open poll',
    );
  });

  it('threads fall asleep when nobody writes, and wake when somebody does', async () => {
    const made = await bot.rest('POST', `/channels/${general.id}/threads`, {
      name: 'talk',
      type: 11,
      auto_archive_duration: 60,
    });
    const id = String(made.body['id']);
    const isArchived = async (): Promise<unknown> => {
      const { body } = await bot.rest('GET', `/channels/${id}`);
      return (body['thread_metadata'] as { archived: boolean }).archived;
    };
    await discord.virtualClock.advance('40m');
    await alice.say(id, 'still here');
    await discord.virtualClock.advance('40m');
    expect(await isArchived()).toBe(false);
    await discord.virtualClock.advance('20m');
    expect(await isArchived()).toBe(true);
    expect(bot.heard('THREAD_UPDATE')).toHaveLength(1);
    await alice.say(id, 'good morning');
    expect(await isArchived()).toBe(false);
    await discord.virtualClock.advance('1h');
    expect(await isArchived()).toBe(true);
  });

  it('external events begin and end, and people follow them', async () => {
    const event = await bot.rest('POST', `/guilds/${guild.id}/scheduled-events`, {
      name: 'Fair',
      privacy_level: 2,
      entity_type: 3,
      entity_metadata: { location: 'Park' },
      scheduled_start_time: '2026-01-02T00:00:00Z',
      scheduled_end_time: '2026-01-03T00:00:00Z',
    });
    const id = String(event.body['id']);
    await alice.followEvent(guild, id);
    expect(bot.heard('GUILD_SCHEDULED_EVENT_USER_ADD')).toEqual([
      { guild_scheduled_event_id: id, user_id: alice.id, guild_id: guild.id },
    ]);
    const path = `/guilds/${guild.id}/scheduled-events/${id}`;
    expect((await bot.rest('GET', `${path}?with_user_count=true`)).body['user_count']).toBe(1);
    await discord.virtualClock.advance('1d');
    expect((await bot.rest('GET', path)).body['status']).toBe(2);
    await discord.virtualClock.advance('1d');
    expect((await bot.rest('GET', path)).body['status']).toBe(3);
    await alice.followEvent(guild, id, false);
    expect((await bot.rest('GET', `${path}/users`)).body).toEqual([]);
  });

  it('subscriptions that were cancelled run out with their period', async () => {
    const sku = discord.createSku(account, { name: 'Gold' });
    const entitlement = await alice.buy(sku);
    await alice.cancelSubscription(sku);
    expect(bot.heard('SUBSCRIPTION_UPDATE')).toMatchObject([{ status: 2, user_id: alice.id }]);
    await discord.virtualClock.advance('30d');
    expect(bot.heard('ENTITLEMENT_UPDATE')).toMatchObject([{ id: entitlement, ends_at: expect.any(String) }]);
    expect(bot.heard('SUBSCRIPTION_UPDATE').at(-1)).toMatchObject({ status: 1 });
  });

  it('silent members without roles can be pruned', async () => {
    const bob = discord.createUser('Bob');
    guild.add(bob);
    const carol = discord.createUser('Carol');
    guild.add(carol);
    guild.giveRole(carol, guild.createRole('regular'));
    await discord.virtualClock.advance('8d');
    await bob.say(general, 'I am here');
    const path = `/guilds/${guild.id}/prune`;
    expect((await bot.rest('GET', `${path}?days=7`)).body).toEqual({ pruned: 1 });
    expect((await bot.rest('GET', `${path}?days=10`)).body).toEqual({ pruned: 0 });
    expect((await bot.rest('POST', path, { days: 7 })).body).toEqual({ pruned: 1 });
    expect((await bot.rest('GET', `/guilds/${guild.id}/members/${alice.id}`)).status).toBe(404);
    expect((await bot.rest('GET', `/guilds/${guild.id}/members/${bob.id}`)).status).toBe(200);
  });

  it('leaves no timer behind when it closes', async () => {
    await bot.rest('POST', `/channels/${general.id}/threads`, { name: 'talk', type: 11 });
    await discord.close();
    expect(discord.virtualClock.pendingTimers).toBe(0);
  });
});
