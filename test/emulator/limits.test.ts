import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmulatedBot, EmulatedGuild } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { RawBot } from './raw-bot.js';

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

describe('Discord', () => {
  it.each(['', 'node', 'undici', 'axios/1.7.0'])('turns away bots that go as "%s"', async (agent) => {
    const { status, body } = await bot.rest('GET', '/users/@me', undefined, { 'user-agent': agent });
    expect([status, body['code']]).toEqual([403, 40333]);
  });

  it('lets an application make 200 commands a day and guild', async () => {
    const scope = `/applications/${account.id}/guilds/${guild.id}/commands`;
    const set = (prefix: string): Record<string, string>[] =>
      Array.from({ length: 100 }, (_, index) => ({ name: `${prefix}${index}`, description: 'x' }));
    expect((await bot.rest('PUT', scope, set('a'))).status).toBe(200);
    expect((await bot.rest('PUT', scope, set('a'))).status).toBe(200);
    expect((await bot.rest('PUT', scope, set('b'))).status).toBe(200);
    const refused = await bot.rest('PUT', scope, set('c'));
    expect([refused.status, refused.body['code']]).toEqual([400, 30034]);
    const global = `/applications/${account.id}/commands`;
    expect((await bot.rest('POST', global, { name: 'd', description: 'x' })).status).toBe(201);
    await discord.virtualClock.advance('1d');
    expect((await bot.rest('PUT', scope, set('c'))).status).toBe(200);
  });

  it('takes an interactions endpoint only when it answers a PING', async () => {
    const refused = await bot.rest('PATCH', '/applications/@me', {
      interactions_endpoint_url: 'http://127.0.0.1:9/nothing',
    });
    expect([refused.status, refused.body['code']]).toEqual([400, 50035]);
    expect(account.application.interactionsEndpointUrl).toBeNull();
    await discord.setInteractionEndpoint(account, answerPings());
    const url = account.application.interactionsEndpointUrl;
    expect((await bot.rest('PATCH', '/applications/@me', { interactions_endpoint_url: url })).status).toBe(
      200,
    );
    await bot.rest('PATCH', '/applications/@me', { interactions_endpoint_url: null });
    expect(account.application.interactionsEndpointUrl).toBeNull();
  });
});

function answerPings(): () => Response {
  let calls = 0;
  return () => (calls++ === 0 ? Response.json({ type: 1 }) : new Response('', { status: 401 }));
}
