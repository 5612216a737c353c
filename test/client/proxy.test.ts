import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { Bot } from 'cogwork';
import { Emulator } from 'cogwork/emulator';

/** Proxy that opens tunnels to whoever knows the password, and remembers to where. */
async function openProxy(): Promise<{ url: string; targets: string[]; close: () => Promise<unknown> }> {
  const targets: string[] = [];
  const server = createServer();
  server.on('connect', (request, client, head) => {
    if (request.headers['proxy-authorization'] !== `Basic ${Buffer.from('me:secret').toString('base64')}`) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    targets.push(request.url ?? '');
    const [host, port] = (request.url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<unknown> => {
    server.closeAllConnections();
    server.close();
    return once(server, 'close');
  };
  return { url: `http://me:secret@127.0.0.1:${port}`, targets, close };
}

test('one proxy option serves requests and the gateway', async () => {
  await using discord = new Emulator();
  const { apiUrl, port } = await discord.listen();
  const proxy = await openProxy();
  const account = discord.createBot();
  discord.createGuild({ members: [account] });
  const bot = new Bot({ logLevel: 'silent', proxy: proxy.url, rest: { baseUrl: apiUrl } });
  await bot.start(account.token);
  expect(bot.guilds.size).toBe(1);
  expect(proxy.targets).toEqual([`127.0.0.1:${port}`, `127.0.0.1:${port}`]);
  await bot.close();
  await proxy.close();
});
