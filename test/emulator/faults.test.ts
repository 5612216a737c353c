import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmulatedBot, EmulatedGuild } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { RawBot } from './raw-bot.js';

const GUILDS = 1;

let discord: Emulator;
let account: EmulatedBot;
let guild: EmulatedGuild;
let bot: RawBot;

beforeEach(async () => {
  discord = new Emulator();
  account = discord.createBot();
  guild = discord.createGuild({ members: [account] });
  bot = await RawBot.create(discord, account);
});

afterEach(async () => {
  await discord.close();
});

function opcodes(): number[] {
  return bot.frames.map(({ op }) => op);
}

function resume(): Promise<void> {
  const { session_id: sessionId } = bot.heard('READY')[0] as { session_id: string };
  return bot.send(6, { token: account.token, session_id: sessionId, seq: bot.lastSeq });
}

describe('faults of a running connection', () => {
  beforeEach(() => bot.start(GUILDS));

  it('close it with a code', async () => {
    discord.faults.closeGateway(4003);
    await discord.settle();
    expect(bot.closes).toEqual([4003]);
  });

  it('drop it without a close frame', async () => {
    discord.faults.dropGateway();
    await discord.settle();
    expect(bot.closes).toEqual([1006]);
  });

  it('strike only the bot and the shard that are named', async () => {
    discord.faults.closeGateway(4000, { botId: '1' });
    discord.faults.closeGateway(4000, { shardId: 1 });
    await discord.settle();
    expect(bot.closes).toEqual([]);
    discord.faults.closeGateway(4000, { botId: account.id, shardId: 0 });
    await discord.settle();
    expect(bot.closes).toEqual([4000]);
  });

  it('ask for a reconnect and for a heartbeat', async () => {
    discord.faults.requestReconnect();
    discord.faults.requestHeartbeat();
    await discord.settle();
    expect(opcodes().slice(-2)).toEqual([7, 1]);
  });

  it('declare the session invalid, and forget it unless it can be resumed', async () => {
    discord.faults.invalidateSession(true);
    await discord.settle();
    expect(bot.frames.at(-1)).toMatchObject({ op: 9, d: true });
    await bot.connect();
    await resume();
    expect(bot.names.at(-1)).toBe('RESUMED');
    discord.faults.invalidateSession(false);
    await discord.settle();
    expect(bot.frames.at(-1)).toMatchObject({ op: 9, d: false });
    await bot.connect();
    await resume();
    expect(bot.frames.at(-1)).toMatchObject({ op: 9, d: false });
  });

  it('leave heartbeats without an acknowledgement until told otherwise', async () => {
    discord.faults.ignoreHeartbeats();
    await bot.send(1, bot.lastSeq);
    expect(opcodes()).not.toContain(11);
    discord.faults.ignoreHeartbeats(false);
    await bot.send(1, bot.lastSeq);
    expect(opcodes().at(-1)).toBe(11);
  });

  it('send dispatches that nothing in the world caused, with the next sequence number', async () => {
    const before = bot.lastSeq;
    discord.faults.sendDispatch('SOMETHING_NEW', { a: 1 });
    await discord.settle();
    expect(bot.frames.at(-1)).toEqual({ t: 'SOMETHING_NEW', s: before + 1, op: 0, d: { a: 1 } });
  });

  it('send bytes as they are', async () => {
    discord.faults.sendRaw('{"op":99,"d":null,"s":null,"t":null}');
    await discord.settle();
    expect(bot.frames.at(-1)?.op).toBe(99);
  });

  it('drop and double frames as long as they are set', async () => {
    discord.faults.setFrameCopies(({ t }) => (t === 'LOST' ? 0 : 2));
    discord.faults.sendDispatch('LOST', {});
    discord.faults.sendDispatch('TWICE', {});
    discord.faults.setFrameCopies(undefined);
    discord.faults.sendDispatch('ONCE', {});
    await discord.settle();
    expect(bot.names.slice(-3)).toEqual(['TWICE', 'TWICE', 'ONCE']);
  });
});

describe('faults of the next connection', () => {
  it('delay the hello, once or for ever', async () => {
    discord.faults.delayHello(5000);
    await bot.connect();
    expect(bot.frames).toEqual([]);
    await discord.virtualClock.advance(5000);
    expect(opcodes()).toEqual([10]);
    discord.faults.delayHello(Number.POSITIVE_INFINITY);
    await bot.connect();
    await discord.virtualClock.advance('1h');
    expect(opcodes()).toEqual([10]);
  });

  it('refuse it', async () => {
    discord.faults.refuseConnections();
    await bot.connect();
    expect(bot.closes).toEqual([1006]);
    await bot.connect();
    expect(opcodes()).toEqual([10]);
  });

  it('refuse resumes', async () => {
    await bot.start(GUILDS);
    discord.faults.refuseResumes();
    discord.faults.dropGateway();
    await discord.settle();
    await bot.connect();
    await resume();
    expect(bot.frames.at(-1)).toMatchObject({ op: 9, d: false });
  });

  it('name another address to resume at', async () => {
    discord.faults.setResumeUrl('ws://elsewhere.discord.emulated');
    await bot.start(GUILDS);
    expect(bot.heard('READY')[0]?.['resume_gateway_url']).toBe('ws://elsewhere.discord.emulated');
  });
});

describe('faults of requests', () => {
  it('answer with a status as often as told, and only where told', async () => {
    discord.faults.failRequests({ status: 503, times: 2, method: 'GET', path: '/users/' });
    expect((await bot.rest('GET', '/gateway')).status).toBe(200);
    expect((await bot.rest('PATCH', '/users/@me', {})).status).toBe(200);
    const answers = [1, 2, 3].map(() => bot.rest('GET', '/users/@me'));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([503, 503, 200]);
  });

  it('answer with a page, or with another body', async () => {
    discord.faults.failRequests({ status: 500, body: { message: 'No', code: 7 }, path: /gateway$/ });
    expect((await bot.rest('GET', '/gateway')).body).toEqual({ message: 'No', code: 7 });
    discord.faults.failRequests({ status: 502, html: true });
    await expect(bot.rest('GET', '/gateway')).rejects.toThrow('is not valid JSON');
  });

  it('drop the connection', async () => {
    discord.faults.dropRequests({ path: '/gateway' });
    await expect(bot.rest('GET', '/gateway')).rejects.toThrow();
    expect((await bot.rest('GET', '/gateway')).status).toBe(200);
  });

  it.each([
    ['user', undefined, false],
    ['global', 'true', true],
    ['shared', undefined, false],
  ] as const)('limit with the scope %s', async (scope, globalHeader, isGlobal) => {
    discord.faults.rateLimitRequests({ scope, retryAfterMs: 1500 });
    const { status, headers, body } = await bot.rest('GET', '/users/@me');
    expect(status).toBe(429);
    expect(headers).toMatchObject({ 'retry-after': '2', 'x-ratelimit-scope': scope });
    expect(headers['x-ratelimit-global']).toBe(globalHeader);
    expect(body).toEqual({ message: 'You are being rate limited.', retry_after: 1.5, global: isGlobal });
  });

  it('limit as Cloudflare does: without JSON and without headers of Discord', async () => {
    discord.faults.rateLimitRequests({ scope: 'cloudflare' });
    await expect(bot.rest('GET', '/users/@me')).rejects.toThrow('is not valid JSON');
  });

  it('narrow the bucket of a route until it fills again', async () => {
    discord.faults.limitRoute({ method: 'GET', path: '/guilds/:guild', limit: 1, windowMs: 2000 });
    const path = `/guilds/${guild.id}`;
    const first = await bot.rest('GET', path);
    expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '1', 'x-ratelimit-remaining': '0' });
    const refused = await bot.rest('GET', path);
    expect([refused.status, refused.body['retry_after']]).toEqual([429, 2]);
    expect((await bot.rest('GET', `${path}/roles`)).status).toBe(200);
    await discord.virtualClock.advance(2000);
    expect((await bot.rest('GET', path)).status).toBe(200);
  });

  it('limit all routes of a bot together, interactions excepted', async () => {
    discord.faults.limitGlobally({ limit: 1, windowMs: 1000 });
    expect((await bot.rest('GET', '/users/@me')).status).toBe(200);
    const refused = await bot.rest('GET', `/guilds/${guild.id}`);
    expect([refused.status, refused.body['global']]).toEqual([429, true]);
    expect((await bot.rest('POST', '/interactions/1/x/callback', { type: 1 })).status).toBe(404);
    discord.faults.limitGlobally(undefined);
    expect((await bot.rest('GET', `/guilds/${guild.id}`)).status).toBe(200);
  });
});

it('takes everything back that has not struck yet or lasts', async () => {
  discord.faults.failRequests({ status: 500, times: 9 });
  discord.faults.limitGlobally({ limit: 0, windowMs: 1000 });
  discord.faults.limitRoute({ path: /.*/, limit: 0, windowMs: 1000 });
  discord.faults.refuseConnections(9);
  discord.faults.delayHello(1000, 9);
  discord.faults.ignoreHeartbeats();
  discord.faults.setFrameCopies(() => 0);
  discord.faults.setResumeUrl('ws://elsewhere');
  discord.faults.clear();
  expect((await bot.rest('GET', '/users/@me')).status).toBe(200);
  await bot.start(GUILDS);
  await bot.send(1, bot.lastSeq);
  expect(bot.heard('READY')[0]?.['resume_gateway_url']).toBe(discord.gatewayUrl);
  expect(opcodes().at(-1)).toBe(11);
});
