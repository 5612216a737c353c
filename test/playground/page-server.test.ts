import { request } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { Emulator } from '../../src/emulator/index.js';
import type { Playground } from '../../src/playground/index.js';
import { startPlayground } from '../../src/playground/index.js';

describe('The server of the page', () => {
  let playground: Playground | undefined;

  afterEach(async () => {
    await playground?.close();
    playground = undefined;
  });

  async function open(): Promise<{ url: URL; discord: Emulator }> {
    const discord = new Emulator();
    const alice = discord.createUser('Alice');
    discord.createGuild({ owner: alice, members: [alice] });
    playground = await startPlayground({ emulator: discord, people: [alice] });
    return { url: new URL(playground.url), discord };
  }

  function get(url: URL, headers: Record<string, string> = {}): Promise<{ status: number; policy: string }> {
    return new Promise((resolve, reject) => {
      request(url, { headers }, (response) => {
        response.resume();
        const policy = String(response.headers['content-security-policy']);
        response.once('end', () => resolve({ status: response.statusCode ?? 0, policy }));
      })
        .once('error', reject)
        .end();
    });
  }

  function connect(url: URL, origin: string | undefined): Promise<string> {
    const address = new URL('socket', url.href.replace(/^http/, 'ws'));
    const socket = new WebSocket(address, origin === undefined ? {} : { origin });
    return new Promise((resolve) => {
      socket.once('message', (data) => {
        resolve((JSON.parse(String(data)) as { type: string }).type);
        socket.terminate();
      });
      socket.once('error', () => resolve('refused'));
    });
  }

  it('listens on loopback, behind a token that differs each time', async () => {
    const { url } = await open();
    expect(url.hostname).toBe('127.0.0.1');
    expect(url.pathname).toMatch(/^\/[0-9a-f]{32}\/$/);
    const { status, policy } = await get(url);
    expect(status).toBe(200);
    expect(policy).toContain("default-src 'none'");
  });

  it('knows nothing without the token, nor under the name of another host', async () => {
    const { url } = await open();
    expect((await get(new URL('/', url))).status).toBe(404);
    expect((await get(new URL(`/${'0'.repeat(32)}/`, url))).status).toBe(404);
    expect((await get(url, { host: 'evil.example' })).status).toBe(404);
    expect((await get(new URL('../package.json', url))).status).toBe(404);
    expect((await get(new URL('package.json', url))).status).toBe(404);
  });

  it('takes WebSockets of its own page only', async () => {
    const { url } = await open();
    expect(await connect(url, url.origin)).toBe('status');
    expect(await connect(url, 'http://evil.example')).toBe('refused');
    expect(await connect(url, undefined)).toBe('refused');
    expect(await connect(new URL('/', url), url.origin)).toBe('refused');
  });

  it('survives what no page sends', async () => {
    const { url } = await open();
    const address = new URL('socket', url.href.replace(/^http/, 'ws'));
    const code = await new Promise((resolve) => {
      const socket = new WebSocket(address, { origin: url.origin });
      socket.once('open', () => socket.send('nonsense'));
      socket.once('close', resolve);
    });
    expect(code).toBe(1003);
    expect((await get(url)).status).toBe(200);
  });

  it('refuses to start without people', async () => {
    const starting = startPlayground({ emulator: new Emulator(), people: [] });
    await expect(starting).rejects.toThrow('give it people');
  });

  it('serves uploaded files in a sandbox', async () => {
    const { url, discord } = await open();
    const bytes = Buffer.from('<script>alert(1)</script>');
    discord.world.files.set('/attachments/1/2/page.html', { bytes, contentType: 'text/html' });
    const { status, policy } = await get(new URL('files/attachments/1/2/page.html', url));
    expect(status).toBe(200);
    expect(policy).toContain('sandbox');
  });
});
