import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocketServer } from 'ws';
import { TunnelAgent } from '../../src/gateway/proxy/tunnel-agent.js';
import { WsSocketFactory } from '../../src/utils/ws-socket-factory.js';

let proxy: Server;
let server: WebSocketServer;
let asked: { target: string | undefined; authorization: string | undefined }[];

/** Proxy that opens tunnels to whoever knows the password. */
function createProxy(): Server {
  const created = createServer();
  created.on('connect', (request, client, head) => {
    asked.push({ target: request.url, authorization: request.headers['proxy-authorization'] });
    if (request.headers['proxy-authorization'] !== `Basic ${Buffer.from('me:p@ss').toString('base64')}`) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const [host, port] = (request.url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  return created;
}

const portOf = (listening: { address(): unknown }): number => (listening.address() as AddressInfo).port;

/** Opens a socket through the proxy and tells how it went. */
function open(password: string): Promise<{ messages: string[]; errors: Error[]; code: number }> {
  const sockets = new WsSocketFactory({
    createAgent: (isSecure) => new TunnelAgent(`http://me:${password}@127.0.0.1:${portOf(proxy)}`, isSecure),
  });
  const messages: string[] = [];
  const errors: Error[] = [];
  return new Promise((resolve) => {
    const socket = sockets.open(`ws://127.0.0.1:${portOf(server)}/?v=10`, {
      onOpen: () => socket.send('hello'),
      onMessage: (data) => {
        messages.push(data.toString());
        socket.close(1000);
      },
      onError: (error) => errors.push(error),
      onClose: (code) => resolve({ messages, errors, code }),
    });
  });
}

beforeEach(async () => {
  asked = [];
  proxy = createProxy().listen(0, '127.0.0.1');
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', (socket) => socket.on('message', (data) => socket.send(`${data} yourself`)));
  await Promise.all([once(proxy, 'listening'), once(server, 'listening')]);
});

afterEach(async () => {
  proxy.close();
  server.close();
  proxy.closeAllConnections();
  await Promise.all([once(proxy, 'close'), once(server, 'close')]);
});

describe('a WebSocket through a proxy', () => {
  it('goes through the tunnel with the credentials of the url', async () => {
    expect(await open('p%40ss')).toEqual({ messages: ['hello yourself'], errors: [], code: 1000 });
    expect(asked).toEqual([
      {
        target: `127.0.0.1:${portOf(server)}`,
        authorization: `Basic ${Buffer.from('me:p@ss').toString('base64')}`,
      },
    ]);
  });

  it('fails with a typed error that shows no credentials when the proxy refuses', async () => {
    const { errors, code } = await open('wrong');
    expect(errors).toEqual([expect.objectContaining({ code: 'PROXY_REFUSED', status: 407 })]);
    expect(errors[0]?.message).not.toMatch(/wrong|me:/);
    expect(code).toBe(1006);
  });
});
