import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Emulator } from 'cogwork/emulator';
import { testBot } from 'cogwork/testing';
import 'cogwork/testing/jest';
import { makeFetchHandler } from '../../examples/11-http-only/fetch-handler.js';
import { Oracle } from '../../examples/11-http-only/oracle.js';
import { BotProcess } from '../package/bot-process.js';
import { until } from '../package/until.js';

const question = 'Will it rain?';

/** Port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

describe('the oracle', () => {
  test('answers the same over the gateway', async () => {
    const { alice, general } = await testBot({ cogs: [Oracle] });
    const answer = await alice.slash(general, 'ask', { question });
    expect(answer).toShowText(`> ${question}\n`);
    expect((await alice.slash(general, 'ask', { question: 'WILL IT RAIN?' })).content.split('\n')[1]).toBe(
      answer.content.split('\n')[1],
    );
  });

  test('answers commands, buttons and modals over HTTP alone, and takes its time', async () => {
    const { alice, clock, discord, general } = await testBot({ cogs: [Oracle], overHttp: true });
    const answer = await alice.slash(general, 'ask', { question });
    const modal = await alice.click(answer.button('Ask something else'));
    expect(await alice.submit(modal, { 'What do you want to know?': 'Or snow?' })).toShowText('> Or snow?');
    const pondering = alice.slash(general, 'ponder', { question });
    await clock.advance('6s');
    expect(await pondering).toShowText(`> ${question}`);
    expect(String(discord.transcript)).not.toContain('IDENTIFY');
  });

  test('as a function answers requests that Discord has signed', async () => {
    const { account, alice, discord, general } = await testBot({ cogs: [Oracle], overHttp: true });
    const handle = await makeFetchHandler(account.token, account.publicKey, {
      clock: discord.clock,
      rest: { baseUrl: discord.apiUrl, dispatcher: () => discord.dispatcher() },
    });
    await discord.setInteractionEndpoint(account, handle);
    expect(await alice.slash(general, 'ask', { question })).toShowText(`> ${question}`);
    const unsigned = new Request('http://bot.example/', { method: 'POST', body: '{"id":"1","type":1}' });
    expect((await handle(unsigned)).status).toBe(401);
  });
});

describe('the program', () => {
  test('serves interactions without a gateway, and refuses what is not signed', async () => {
    await using discord = new Emulator();
    const { apiUrl } = await discord.listen();
    const alice = discord.createUser('alice');
    const account = discord.createBot();
    const general = discord.createGuild({ members: [alice, account] }).channel('general');
    const port = await freePort();
    const bot = new BotProcess({
      command: process.execPath,
      args: ['--import', 'tsx', 'examples/11-http-only/main.ts'],
      cwd: resolve('.'),
      apiUrl,
      token: account.token,
      env: { PORT: String(port) },
    });
    await until(
      'it takes interactions',
      () => bot.output.includes(`over HTTP on port ${port}`),
      () => (bot.hasExited ? bot.output : undefined),
    );
    const url = `http://127.0.0.1:${port}/interactions`;
    await discord.setInteractionEndpoint(account, url);
    expect(await alice.slash(general, 'ask', { question })).toShowText(`> ${question}`);

    const body = JSON.stringify({ id: '1', type: 1 });
    const statuses = await Promise.all([
      fetch(url, { method: 'POST', body }),
      fetch(url),
      fetch(`http://127.0.0.1:${port}/elsewhere`, { method: 'POST', body }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 405, 404]);
    expect(String(discord.transcript)).not.toContain('IDENTIFY');
    expect(await bot.stop()).toBe(0);
  }, 60_000);
});
