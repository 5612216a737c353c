import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmulatedBot, EmulatedGuild, Person } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { RawBot } from './raw-bot.js';

const INTENTS = 1 | 2 | 4 | 512 | 1024 | 32_768;

let discord: Emulator;
let alice: Person;
let account: EmulatedBot;
let guild: EmulatedGuild;
let general: { id: string };
let bot: RawBot;

beforeEach(async () => {
  discord = new Emulator();
  alice = discord.createUser('Alice');
  account = discord.createBot({ name: 'bot' });
  guild = discord.createGuild({ members: [alice, account] });
  general = guild.channel('general');
  bot = await RawBot.create(discord, account);
  await bot.start(INTENTS);
});

afterEach(async () => {
  expect(discord.crashes).toEqual([]);
  await discord.close();
});

describe('guild resources', () => {
  it('bans with the reason in the audit log, and deletes recent messages', async () => {
    await alice.say(general, 'spam');
    const path = `/guilds/${guild.id}/bans/${alice.id}`;
    const reason = { 'x-audit-log-reason': encodeURIComponent('Größe zählt') };
    expect((await bot.rest('PUT', path, { delete_message_seconds: 60 }, reason)).status).toBe(204);
    await discord.settle();
    expect(bot.names).toEqual(
      expect.arrayContaining(['MESSAGE_DELETE_BULK', 'GUILD_MEMBER_REMOVE', 'GUILD_BAN_ADD']),
    );
    expect((await bot.rest('GET', path)).body).toMatchObject({
      reason: 'Größe zählt',
      user: { id: alice.id },
    });
    expect(bot.heard('GUILD_AUDIT_LOG_ENTRY_CREATE')).toMatchObject([
      { action_type: 22, target_id: alice.id, user_id: account.id, reason: 'Größe zählt' },
    ]);
    await expect(alice.say(general, 'still here?')).rejects.toThrow(/may not see it/);
  });

  it('lets nobody act on who stands above them', async () => {
    const owner = guild.roles[0]!;
    const boss = guild.createRole('boss');
    guild.giveRole(alice, boss);
    expect(await bot.rest('DELETE', `/guilds/${guild.id}/members/${alice.id}`)).toMatchObject({
      status: 204,
    });
    const ownerId = discord.world.guilds.get(guild.id)!.data.owner_id;
    expect(await bot.rest('DELETE', `/guilds/${guild.id}/members/${ownerId}`)).toMatchObject({
      status: 403,
      body: { code: 50013 },
    });
    expect(await bot.rest('DELETE', `/guilds/${guild.id}/roles/${owner.id}`)).toMatchObject({
      status: 400,
      body: { code: 50028 },
    });
  });

  it('refuses to grant permissions that the bot does not have', async () => {
    const path = `/guilds/${guild.id}/roles`;
    expect(await bot.rest('POST', path, { name: 'admin', permissions: '8' })).toMatchObject({
      status: 403,
      body: { code: 50013 },
    });
    const made = await bot.rest('POST', path, { name: 'talker', permissions: '2048' });
    expect(made).toMatchObject({ status: 200, body: { name: 'talker', permissions: '2048', position: 1 } });
    expect(bot.heard('GUILD_ROLE_CREATE')).toMatchObject([{ guild_id: guild.id, role: { name: 'talker' } }]);
  });

  it('times members out, which takes their voice', async () => {
    const until = new Date(discord.clock.now() + 60_000).toISOString();
    const path = `/guilds/${guild.id}/members/${alice.id}`;
    expect((await bot.rest('PATCH', path, { communication_disabled_until: until })).status).toBe(200);
    await expect(alice.say(general, 'mmf')).rejects.toThrow(/may not write/);
    await discord.virtualClock.advance('61s');
    expect((await alice.say(general, 'free')).content).toBe('free');
    const far = new Date(discord.clock.now() + 29 * 86_400_000).toISOString();
    expect((await bot.rest('PATCH', path, { communication_disabled_until: far })).body).toMatchObject({
      code: 50035,
    });
  });

  it('starts threads from messages, once', async () => {
    const said = await alice.say(general, 'topic');
    const path = `/channels/${general.id}/messages/${said.id}/threads`;
    const thread = await bot.rest('POST', path, { name: 'about it' });
    expect(thread).toMatchObject({
      status: 201,
      body: { id: said.id, type: 11, parent_id: general.id, member: { user_id: account.id } },
    });
    expect((await bot.rest('POST', path, { name: 'again' })).body).toMatchObject({ code: 160004 });
    await alice.say({ id: said.id }, 'inside');
    expect(bot.heard('MESSAGE_CREATE').at(-1)).toMatchObject({ channel_id: said.id, content: 'inside' });
    expect(bot.heard('THREAD_CREATE')).toMatchObject([{ newly_created: true }]);
  });

  it('adds and counts reactions, and knows which emojis exist', async () => {
    const said = await alice.say(general, 'vote');
    await alice.react(said, '👍');
    const path = `/channels/${general.id}/messages/${said.id}`;
    expect((await bot.rest('PUT', `${path}/reactions/${encodeURIComponent('👍')}/@me`)).status).toBe(204);
    expect((await bot.rest('GET', path)).body['reactions']).toMatchObject([
      { count: 2, me: true, emoji: { name: '👍' } },
    ]);
    expect(said.reactions.get('👍')).toBe(2);
    expect((await bot.rest('PUT', `${path}/reactions/nonsense/@me`)).body).toMatchObject({ code: 10014 });
    expect(bot.heard('MESSAGE_REACTION_ADD')).toHaveLength(2);
  });

  it('lets webhooks write without a bot token', async () => {
    const webhook = await bot.rest('POST', `/channels/${general.id}/webhooks`, { name: 'herald' });
    const path = `/webhooks/${webhook.body['id']}/${webhook.body['token']}`;
    const sent = await bot.rest(
      'POST',
      `${path}?wait=true`,
      { content: 'news', username: 'Town crier' },
      { authorization: '' },
    );
    expect(sent.body).toMatchObject({ webhook_id: webhook.body['id'], author: { username: 'Town crier' } });
    const wrong = await bot.rest('POST', `/webhooks/${webhook.body['id']}/nope`, { content: 'x' });
    expect(wrong).toMatchObject({ status: 401, body: { code: 50027 } });
    const named = await bot.rest('POST', `/channels/${general.id}/webhooks`, { name: 'Discord official' });
    expect(named.body).toMatchObject({
      code: 50035,
      errors: { name: { _errors: [{ code: 'USERNAME_INVALID_CONTAINS' }] } },
    });
  });

  it('creates, edits and deletes channels', async () => {
    const made = await bot.rest('POST', `/guilds/${guild.id}/channels`, { name: 'New Channel', topic: 'x' });
    expect(made).toMatchObject({ status: 201, body: { name: 'new-channel', type: 0, topic: 'x' } });
    const path = `/channels/${made.body['id']}`;
    expect((await bot.rest('PATCH', path, { rate_limit_per_user: 5 })).body).toMatchObject({
      rate_limit_per_user: 5,
    });
    await bot.rest('DELETE', path);
    expect((await bot.rest('GET', path)).body).toMatchObject({ code: 10003 });
    expect(bot.names).toEqual(expect.arrayContaining(['CHANNEL_CREATE', 'CHANNEL_UPDATE', 'CHANNEL_DELETE']));
  });
});
