import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmulatedBot, EmulatedChannel, EmulatedGuild, Person } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { RawBot } from './raw-bot.js';

const MEMBERS = 2;

let discord: Emulator;
let owner: Person;
let alice: Person;
let account: EmulatedBot;
let guild: EmulatedGuild;
let general: EmulatedChannel;
let bot: RawBot;

beforeEach(async () => {
  discord = new Emulator();
  owner = discord.createUser('Olga');
  alice = discord.createUser('Alice');
  account = discord.createBot();
  guild = discord.createGuild({ owner, members: [account] });
  general = guild.channel('general');
  bot = await RawBot.create(discord, account);
  await bot.start(1 | MEMBERS);
});

afterEach(async () => {
  await discord.close();
});

describe('people', () => {
  it('join and leave guilds, and bots hear of it', async () => {
    await alice.join(guild);
    await alice.leave(guild);
    expect(bot.names.filter((name) => name.startsWith('GUILD_MEMBER'))).toEqual([
      'GUILD_MEMBER_ADD',
      'GUILD_MEMBER_REMOVE',
    ]);
    await expect(alice.leave(guild)).rejects.toThrow('not a member');
    await expect(owner.leave(guild)).rejects.toThrow('owns');
  });

  it('do not come back when they are banned', async () => {
    await alice.join(guild);
    await bot.rest('PUT', `/guilds/${guild.id}/bans/${alice.id}`, {});
    await expect(alice.join(guild)).rejects.toThrow('banned');
  });

  it('use an invite as often as it is good, and as long', async () => {
    const made = await bot.rest('POST', `/channels/${general.id}/invites`, { max_uses: 1, max_age: 60 });
    const code = String(made.body['code']);
    await alice.join(code);
    expect(guild.memberCount).toBe(3);
    await expect(discord.createUser('Bob').join(code)).rejects.toThrow('no invite');
    const other = await bot.rest('POST', `/channels/${general.id}/invites`, { max_age: 60 });
    await discord.virtualClock.advance('1m');
    await expect(discord.createUser('Bob').join(String(other.body['code']))).rejects.toThrow('no invite');
  });

  it('need to be meant by an invite that names its users', async () => {
    const form = new FormData();
    form.set('target_users_file', new Blob([`user_id\n${alice.id}\n`]), 'users.csv');
    const { body } = await bot.rest('POST', `/channels/${general.id}/invites`, {});
    const path = `/invites/${body['code']}/target-users`;
    expect((await bot.rest('GET', `${path}/job-status`)).body['code']).toBe(10124);
    expect((await bot.rest('PUT', path, form)).status).toBe(204);
    expect((await bot.rest('GET', `${path}/job-status`)).body).toMatchObject({ status: 2, total_users: 1 });
    await expect(discord.createUser('Bob').join(String(body['code']))).rejects.toThrow('not meant');
    await alice.join(String(body['code']));
    expect(guild.memberCount).toBe(3);
  });

  it('that came as guests leave with the voice channel', async () => {
    const voice = guild.createChannel({ name: 'voice', type: 2 });
    const refused = await bot.rest('POST', `/channels/${general.id}/invites`, { flags: 1 });
    expect(refused.body['code']).toBe(50035);
    const { body } = await bot.rest('POST', `/channels/${voice.id}/invites`, { flags: 1 });
    await alice.join(String(body['code']));
    const member = await bot.rest('GET', `/guilds/${guild.id}/members/${alice.id}`);
    expect(member.body['flags']).toBe(16);
    await alice.joinVoice(voice);
    await alice.leaveVoice();
    expect(guild.memberCount).toBe(2);
  });

  it('ask to be let in, and moderators decide', async () => {
    const path = `/guilds/${guild.id}/requests`;
    const request = await alice.askToJoin(guild);
    expect((await bot.rest('GET', `${path}?status=SUBMITTED`)).body).toMatchObject({ total: 1 });
    const review = await bot.rest('PATCH', `${path}/${request}`, { action: 'APPROVED' });
    expect(review.body).toMatchObject({
      application_status: 'APPROVED',
      actioned_by_user: { id: account.id },
    });
    expect(guild.memberCount).toBe(3);
    expect((await bot.rest('PATCH', `${path}/${request}`, { action: 'REJECTED' })).status).toBe(400);
    expect((await bot.rest('PATCH', `${path}/1`, { action: 'APPROVED' })).status).toBe(404);
  });

  it('wait for slowmode, unless they moderate the channel', async () => {
    await alice.join(guild);
    await bot.rest('PATCH', `/channels/${general.id}`, { rate_limit_per_user: 10 });
    await alice.say(general, 'one');
    await expect(alice.say(general, 'two')).rejects.toThrow('again in 10 s');
    await owner.say(general, 'one');
    await owner.say(general, 'two');
    await discord.virtualClock.advance('10s');
    await alice.say(general, 'two');
    expect(general.transcript).toEqual(['alice: one', 'olga: one', 'olga: two', 'alice: two']);
  });
});

describe('settings of a guild', () => {
  it('keep people from commands by role, user and channel', async () => {
    await alice.join(guild);
    const scope = `/applications/${account.id}/guilds/${guild.id}/commands`;
    const command = await bot.rest('POST', scope, { name: 'go', description: 'Go' });
    const path = `${scope}/${command.body['id']}/permissions`;
    const permissions = [
      { id: guild.id, type: 1, permission: false },
      { id: alice.id, type: 2, permission: true },
      { id: general.id, type: 3, permission: false },
    ];
    expect((await bot.rest('GET', path)).body['code']).toBe(10066);
    expect((await bot.rest('PUT', path, { permissions })).body['code']).toBe(20001);
    const code = owner.authorize(account, ['applications.commands.permissions.update']);
    const granted = await bot.rest('POST', '/oauth2/token', {
      client_id: account.id,
      client_secret: account.clientSecret,
      grant_type: 'authorization_code',
      code,
    });
    const authorization = `Bearer ${granted.body['access_token']}`;
    expect((await bot.rest('PUT', path, { permissions }, { authorization })).status).toBe(200);
    await expect(alice.slash(general, 'go')).rejects.toThrow('settings keep alice');
    const other = guild.createChannel('other');
    await expect(alice.slash(other, 'go')).rejects.toThrow('did not answer');
    const bob = discord.createUser('Bob');
    await bob.join(guild);
    await expect(bob.slash(other, 'go')).rejects.toThrow('settings keep bob');
  });
});
