import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmulatedBot, EmulatedGuild, Person } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import type { Answer } from './raw-bot.js';
import { RawBot } from './raw-bot.js';

let discord: Emulator;
let alice: Person;
let account: EmulatedBot;
let guild: EmulatedGuild;
let bot: RawBot;

beforeEach(async () => {
  discord = new Emulator();
  alice = discord.createUser('Alice');
  account = discord.createBot();
  guild = discord.createGuild({ members: [account] });
  bot = await RawBot.create(discord, account);
});

afterEach(async () => {
  await discord.close();
});

function token(body: Record<string, string>): Promise<Answer> {
  const client = { client_id: account.id, client_secret: account.clientSecret };
  return bot.rest('POST', '/oauth2/token', { ...client, ...body });
}

function exchange(code: string): Promise<Answer> {
  return token({ grant_type: 'authorization_code', code });
}

async function bearer(...scopes: string[]): Promise<{ authorization: string }> {
  const { body } = await exchange(alice.authorize(account, scopes));
  return { authorization: `Bearer ${body['access_token']}` };
}

describe('OAuth2', () => {
  it('exchanges a code once, and refreshes tokens', async () => {
    const code = alice.authorize(account, ['identify', 'guilds']);
    const first = await exchange(code);
    expect(first.body).toMatchObject({ token_type: 'Bearer', expires_in: 604_800, scope: 'identify guilds' });
    expect((await exchange(code)).body).toMatchObject({ error: 'invalid_grant' });
    const refresh = { grant_type: 'refresh_token', refresh_token: String(first.body['refresh_token']) };
    const second = await token(refresh);
    expect(second.body['access_token']).not.toBe(first.body['access_token']);
    expect((await token(refresh)).status).toBe(400);
  });

  it('knows its clients by their secret', async () => {
    const refused = await token({ grant_type: 'client_credentials', client_secret: 'wrong' });
    expect([refused.status, refused.body]).toEqual([401, { error: 'invalid_client' }]);
    const authorization = `Basic ${Buffer.from(`${account.id}:${account.clientSecret}`).toString('base64')}`;
    const body = { grant_type: 'client_credentials', scope: 'identify' };
    expect((await bot.rest('POST', '/oauth2/token', body, { authorization })).status).toBe(200);
    expect((await token({ grant_type: 'password' })).body).toEqual({ error: 'unsupported_grant_type' });
  });

  it('lets an application see what its scopes allow, until the token ends', async () => {
    const header = await bearer('identify');
    expect((await bot.rest('GET', '/users/@me', undefined, header)).body).toMatchObject({ id: alice.id });
    expect((await bot.rest('GET', '/oauth2/@me', undefined, header)).body).toMatchObject({
      scopes: ['identify'],
      user: { id: alice.id },
      application: { id: account.id },
    });
    const refused = await bot.rest('GET', '/users/@me/guilds', undefined, header);
    expect([refused.status, refused.body['code']]).toEqual([403, 50026]);
    expect((await bot.rest('GET', `/guilds/${guild.id}`, undefined, header)).status).toBe(401);
    expect((await bot.rest('GET', '/oauth2/@me')).status).toBe(401);
    await discord.virtualClock.advance('7d');
    expect((await bot.rest('GET', '/users/@me', undefined, header)).status).toBe(401);
  });

  it('ends tokens that are revoked', async () => {
    const { body } = await exchange(alice.authorize(account, ['identify']));
    const client = { client_id: account.id, client_secret: account.clientSecret };
    const revoked = await bot.rest('POST', '/oauth2/token/revoke', {
      ...client,
      token: body['access_token'],
    });
    expect(revoked.status).toBe(200);
    const header = { authorization: `Bearer ${body['access_token']}` };
    expect((await bot.rest('GET', '/users/@me', undefined, header)).status).toBe(401);
  });

  it('adds members who allowed it, and nobody else', async () => {
    const path = `/guilds/${guild.id}/members/${alice.id}`;
    const grant = async (scope: string): Promise<unknown> =>
      (await exchange(alice.authorize(account, [scope]))).body['access_token'];
    expect((await bot.rest('PUT', path, { access_token: 'x' })).body['code']).toBe(50025);
    const without = await bot.rest('PUT', path, { access_token: await grant('identify') });
    expect(without.body['code']).toBe(50026);
    const access = await grant('guilds.join');
    const added = await bot.rest('PUT', path, { access_token: access, nick: 'Al' });
    expect([added.status, added.body['nick']]).toEqual([201, 'Al']);
    expect((await bot.rest('PUT', path, { access_token: access })).status).toBe(204);
  });

  it('keeps the account elsewhere that gives roles', async () => {
    const metadata = [{ type: 2, key: 'level', name: 'Level', description: 'Level' }];
    await bot.rest('PUT', `/applications/${account.id}/role-connections/metadata`, metadata);
    const header = await bearer('role_connections.write');
    const path = `/users/@me/applications/${account.id}/role-connection`;
    expect((await bot.rest('PUT', path, { metadata: { rank: 1 } }, header)).body['code']).toBe(50035);
    const kept = { platform_name: 'Game', metadata: { level: '5' } };
    await bot.rest('PUT', path, { ...kept, metadata: { level: 5 } }, header);
    expect((await bot.rest('GET', path, undefined, header)).body).toEqual(kept);
  });

  it('gathers groups of people who allowed it', async () => {
    const { body } = await exchange(alice.authorize(account, ['gdm.join']));
    const group = await bot.rest('POST', '/users/@me/channels', { access_tokens: [body['access_token']] });
    expect(group.body).toMatchObject({ type: 3, owner_id: account.id, recipients: [{ id: alice.id }] });
    const path = `/channels/${group.body['id']}/recipients/${alice.id}`;
    expect((await bot.rest('DELETE', path)).status).toBe(204);
    expect((await bot.rest('PUT', path, { access_token: body['access_token'] })).status).toBe(201);
  });
});
