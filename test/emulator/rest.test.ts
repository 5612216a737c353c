import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmulatedBot, EmulatedChannel, EmulatedGuild, Person } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { RawBot } from './raw-bot.js';

let discord: Emulator;
let alice: Person;
let account: EmulatedBot;
let guild: EmulatedGuild;
let general: EmulatedChannel;
let bot: RawBot;

beforeEach(async () => {
  discord = new Emulator();
  alice = discord.createUser('Alice');
  account = discord.createBot({ name: 'bot' });
  guild = discord.createGuild({ members: [alice, account] });
  general = guild.channel('general');
  bot = await RawBot.create(discord, account);
});

afterEach(async () => {
  expect(discord.crashes).toEqual([]);
  await discord.close();
});

describe('REST', () => {
  it('knows who asks', async () => {
    expect(await bot.rest('GET', '/users/@me')).toMatchObject({
      status: 200,
      body: { id: account.id, username: 'bot', bot: true },
    });
    const stranger = await bot.rest('GET', '/users/@me', undefined, { authorization: 'Bot x.y.z' });
    expect(stranger).toMatchObject({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
    expect((await bot.rest('GET', '/gateway', undefined, { authorization: '' })).body).toEqual({
      url: discord.gatewayUrl,
    });
  });

  it('tells the gateway and the session start limit', async () => {
    expect((await bot.rest('GET', '/gateway/bot')).body).toEqual({
      url: discord.gatewayUrl,
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 },
    });
  });

  it('answers unknown paths, methods, channels and malformed bodies as Discord does', async () => {
    expect(await bot.rest('GET', '/nowhere')).toMatchObject({
      status: 404,
      body: { message: '404: Not Found', code: 0 },
    });
    expect(await bot.rest('PUT', '/gateway/bot')).toMatchObject({ status: 405, body: { code: 0 } });
    expect(await bot.rest('GET', '/channels/1')).toMatchObject({
      status: 404,
      body: { code: 10003, message: 'Unknown Channel' },
    });
    const path = `/channels/${general.id}/messages`;
    const broken = await bot.rest('POST', path, undefined, { 'content-type': 'application/json' });
    expect(broken).toMatchObject({ status: 400, body: { code: 50006 } });
  });

  it('reports every wrong field of a message in the nested error tree', async () => {
    const { status, body } = await bot.rest('POST', `/channels/${general.id}/messages`, {
      content: 'x'.repeat(2001),
      embeds: [{ title: 'ok' }, { fields: [{ name: '', value: 'v' }] }],
      components: [{ type: 1, components: [{ type: 2, style: 1, label: 'a' }] }],
    });
    expect(status).toBe(400);
    expect(body).toEqual({
      message: 'Invalid Form Body',
      code: 50035,
      errors: {
        content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }] },
        embeds: {
          1: {
            fields: {
              0: { name: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] } },
            },
          },
        },
        components: {
          0: {
            components: {
              0: {
                custom_id: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] },
              },
            },
          },
        },
      },
    });
  });

  it('creates, lists, edits and deletes messages', async () => {
    const path = `/channels/${general.id}/messages`;
    const ids: unknown[] = [];
    for (const content of ['one', 'two', 'three'])
      ids.push((await bot.rest('POST', path, { content })).body['id']);
    const list = (await bot.rest('GET', `${path}?limit=2`)).body as unknown as { content: string }[];
    expect(list.map(({ content }) => content)).toEqual(['three', 'two']);
    const after = (await bot.rest('GET', `${path}?after=${ids[0]}&limit=1`)).body as unknown as {
      content: string;
    }[];
    expect(after.map(({ content }) => content)).toEqual(['two']);
    const edited = await bot.rest('PATCH', `${path}/${ids[0]}`, { content: 'uno' });
    expect(edited.body).toMatchObject({ content: 'uno', edited_timestamp: expect.any(String) });
    expect((await bot.rest('DELETE', `${path}/${ids[0]}`)).status).toBe(204);
    expect((await bot.rest('GET', `${path}/${ids[0]}`)).body).toMatchObject({ code: 10008 });
  });

  it('replies, and refuses to reply to what is not there', async () => {
    const said = await alice.say(general, 'hello');
    const path = `/channels/${general.id}/messages`;
    const reply = await bot.rest('POST', path, { content: 'hi', message_reference: { message_id: said.id } });
    expect(reply.body).toMatchObject({
      type: 19,
      referenced_message: { content: 'hello' },
      mentions: [{ id: alice.id }],
    });
    expect(said.reply?.repliesTo).toBe(said.id);
    const lost = await bot.rest('POST', path, { content: 'hi', message_reference: { message_id: '123' } });
    expect(lost.body).toMatchObject({
      code: 50035,
      errors: { message_reference: { _errors: [{ code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE' }] } },
    });
  });

  it('takes files and serves them again', async () => {
    const form = new FormData();
    form.set(
      'payload_json',
      JSON.stringify({ content: 'file', attachments: [{ id: 0, description: 'words' }] }),
    );
    form.set('files[0]', new Blob(['hello'], { type: 'text/plain' }), 'a b.txt');
    const { status, body } = await bot.rest('POST', `/channels/${general.id}/messages`, form);
    expect(status).toBe(200);
    const [attachment] = body['attachments'] as {
      url: string;
      size: number;
      filename: string;
      description: string;
    }[];
    expect(attachment).toMatchObject({
      filename: 'a_b.txt',
      size: 5,
      description: 'words',
      content_type: 'text/plain',
    });
    expect(discord.world.files.get(new URL(attachment!.url).pathname)?.bytes.toString()).toBe('hello');
  });

  it('lets through only the mentions that are allowed', async () => {
    const role = guild.createRole('quiet');
    const path = `/channels/${general.id}/messages`;
    const content = `${alice.mention} <@&${role.id}> @everyone`;
    const loud = await bot.rest('POST', path, { content });
    expect(loud.body).toMatchObject({
      mentions: [{ id: alice.id }],
      mention_roles: [role.id],
      mention_everyone: true,
    });
    const quiet = await bot.rest('POST', path, { content, allowed_mentions: { parse: [] } });
    expect(quiet.body).toMatchObject({ mentions: [], mention_roles: [], mention_everyone: false });
  });

  it('enforces permissions in channels', async () => {
    const role = guild.roles.find(({ tags }) => tags?.bot_id === account.id)!;
    general.setPermissions(role, { deny: 2048n });
    const path = `/channels/${general.id}/messages`;
    expect(await bot.rest('POST', path, { content: 'x' })).toMatchObject({
      status: 403,
      body: { code: 50013 },
    });
    general.setPermissions(role, { deny: 1024n });
    expect(await bot.rest('GET', path)).toMatchObject({ status: 403, body: { code: 50001 } });
  });

  it('validates commands with the path of each mistake', async () => {
    const path = `/applications/${account.id}/commands`;
    const { body } = await bot.rest('PUT', path, [
      { name: 'ok', description: 'fine' },
      { name: 'Not OK', description: '' },
      {
        name: 'order',
        description: 'd',
        options: [
          { type: 3, name: 'a', description: 'a' },
          { type: 3, name: 'a', description: 'b', required: true },
        ],
      },
    ]);
    expect(body['code']).toBe(50035);
    expect(body['errors']).toMatchObject({
      1: {
        name: { _errors: [{ code: 'APPLICATION_COMMAND_INVALID_NAME' }] },
        description: { _errors: [{ code: 'BASE_TYPE_REQUIRED' }] },
      },
      2: {
        options: {
          1: {
            name: { _errors: [{ code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS' }] },
            required: { _errors: [{ code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID' }] },
          },
        },
      },
    });
    expect((await bot.rest('GET', path)).body).toEqual([]);
  });

  it('keeps the ids of commands that stay, and counts them', async () => {
    const path = `/applications/${account.id}/commands`;
    const first = (await bot.rest('POST', path, { name: 'ping', description: 'Ping' })) as {
      status: number;
      body: { id?: string };
    };
    expect(first.status).toBe(201);
    const again = await bot.rest('POST', path, { name: 'ping', description: 'Pong' });
    expect(again).toMatchObject({ status: 200, body: { id: first.body.id, description: 'Pong' } });
    const many = Array.from({ length: 101 }, (_, i) => ({ name: `c${i}`, description: 'd' }));
    expect((await bot.rest('PUT', path, many)).body).toMatchObject({ code: 30032 });
    expect(account.commands.map(({ name }) => name)).toEqual(['ping']);
  });

  it('answers interactions once, in time, and lets the token live for 15 minutes', async () => {
    await bot.start(1);
    await bot.rest('PUT', `/applications/${account.id}/commands`, [{ name: 'ping', description: 'Ping' }]);
    const asked = alice.slash(general, 'ping').catch(() => undefined);
    await discord.settle();
    await asked;
    const [interaction] = bot.heard('INTERACTION_CREATE') as [Record<string, unknown>];
    await discord.virtualClock.advance('2s');
    expect((await bot.respond(interaction, 4, { content: 'pong' })).status).toBe(204);
    expect((await bot.respond(interaction, 4, { content: 'pong' })).body).toMatchObject({ code: 40060 });
    const followUp = `/webhooks/${account.id}/${interaction['token']}`;
    expect((await bot.rest('POST', followUp, { content: 'more' })).status).toBe(200);
    await discord.virtualClock.advance('15m');
    expect(await bot.rest('POST', followUp, { content: 'late' })).toMatchObject({
      status: 401,
      body: { code: 50027 },
    });
  });

  it('forgets interactions that were not answered within three seconds', async () => {
    await bot.start(1);
    await bot.rest('PUT', `/applications/${account.id}/commands`, [{ name: 'ping', description: 'Ping' }]);
    await alice.slash(general, 'ping').catch(() => undefined);
    await discord.virtualClock.advance(3001);
    const late = await bot.respond(bot.heard('INTERACTION_CREATE')[0]!, 4, { content: 'pong' });
    expect(late).toMatchObject({ status: 404, body: { code: 10062, message: 'Unknown interaction' } });
  });

  it('announces buckets and refuses what is over a limit', async () => {
    discord.faults.limitRoute({ method: 'GET', path: '/channels/:channel', limit: 1, windowMs: 2000 });
    const first = await bot.rest('GET', `/channels/${general.id}`);
    expect(first.headers).toMatchObject({
      'x-ratelimit-limit': '1',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': '2.000',
    });
    const second = await bot.rest('GET', `/channels/${general.id}`);
    expect(second).toMatchObject({
      status: 429,
      headers: { 'x-ratelimit-scope': 'user', 'retry-after': '2' },
      body: { retry_after: 2, global: false },
    });
    await discord.virtualClock.advance('2s');
    expect((await bot.rest('GET', `/channels/${general.id}`)).status).toBe(200);
  });

  it('fails on demand', async () => {
    discord.faults.failRequests({ status: 503, times: 1, path: '/users' });
    discord.faults.dropRequests({ method: 'GET' });
    expect((await bot.rest('GET', '/users/@me')).status).toBe(503);
    await expect(bot.rest('GET', '/users/@me')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect((await bot.rest('GET', '/users/@me')).status).toBe(200);
  });
});
