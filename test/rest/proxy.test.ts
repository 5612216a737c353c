import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { Rest } from '../../src/rest/rest.js';
import { outcomeOf, TOKEN } from './support/scripted-rest.js';

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

/** Proxy that tunnels for whoever knows the password. */
function tunnel(seen: string[]): Server {
  return createServer().on('connect', (request, client, head) => {
    seen.push(String(request.headers['proxy-authorization']));
    if (request.headers['proxy-authorization'] !== `Basic ${btoa('bot:p@ss')}`) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const [host, port] = (request.url ?? '').split(':');
    const target = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.write(head);
      target.pipe(client).pipe(target);
    });
    target.on('error', () => client.destroy());
    client.on('error', () => target.destroy());
  });
}

describe('a proxy', () => {
  it('carries every request, with its user and password', async () => {
    const seen: string[] = [];
    const api = createServer((_, response) => {
      response.setHeader('content-type', 'application/json').end('{"url":"wss://x"}');
    });
    const proxy = tunnel(seen);
    const baseUrl = `http://127.0.0.1:${await listen(api)}`;
    const port = await listen(proxy);
    const open = new Rest(TOKEN, { baseUrl, proxy: `http://bot:p%40ss@127.0.0.1:${port}` });
    const shut = new Rest(TOKEN, {
      baseUrl,
      retries: 0,
      proxy: { url: `http://127.0.0.1:${port}`, username: 'x' },
    });
    try {
      expect(await open.gateway.get()).toEqual({ url: 'wss://x' });
      expect(String(await outcomeOf(shut.gateway.get()))).toMatch(/407/);
      expect(seen).toHaveLength(2);
    } finally {
      await Promise.all([open.close(), shut.close()]);
      for (const server of [api, proxy]) server.closeAllConnections();
      await Promise.all([api, proxy].map((server) => new Promise((resolve) => server.close(resolve))));
    }
  });
});
