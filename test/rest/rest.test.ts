import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { DiscordApiError } from '../../src/errors/discord-api-error.js';
import { InvalidOptionError } from '../../src/errors/invalid-option-error.js';
import { InvalidTokenError } from '../../src/errors/invalid-token-error.js';
import { RestClosedError } from '../../src/errors/rest-closed-error.js';
import { Rest } from '../../src/rest/rest.js';
import { GET } from '../../src/rest/transport/route.js';
import { PACKAGE_VERSION } from '../../src/rest/transport/user-agent.js';
import { limitHeaders, outcomeOf, scriptedRest, TOKEN } from './support/scripted-rest.js';

const savedEnvironment = { ...process.env };

afterEach(() => {
  process.env = { ...savedEnvironment };
});

describe('Rest', () => {
  it('sends JSON with the bot token and reads the answer', async () => {
    const { rest, wire } = scriptedRest(() => ({ body: { id: '5', content: 'hi' } }));
    const message = await rest.channels.createMessage('1', { content: 'hi' });
    expect(message.id).toBe('5');
    const [sent] = wire.sent;
    expect(sent).toMatchObject({
      method: 'POST',
      path: '/api/v10/channels/1/messages',
      body: '{"content":"hi"}',
    });
    expect(sent?.headers['authorization']).toBe(`Bot ${TOKEN}`);
    expect(sent?.headers['content-type']).toBe('application/json');
    expect(sent?.headers['user-agent']).toMatch(/^DiscordBot \(https:\/\/\S+, \d+\.\d+\.\d+\)/);
  });

  it('speaks real HTTP through an agent of its own', async () => {
    const server = createServer((request, response) => {
      request.resume().on('end', () => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ url: request.url, agent: request.headers['user-agent'] }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const rest = new Rest(TOKEN, { baseUrl: `http://127.0.0.1:${port}/api`, userAgentSuffix: 'my-bot/2' });
    const answer = await rest.request<{ url: string; agent: string }>(GET`/users/${'@me'}`, {
      query: { a: [1, 2] },
    });
    await rest.close();
    await new Promise((resolve) => server.close(resolve));
    expect(answer.url).toBe('/api/v10/users/%40me?a=1&a=2');
    expect(answer.agent).toMatch(/ my-bot\/2$/);
  });

  it('names the version of the package', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(PACKAGE_VERSION).toBe(manifest.version);
  });

  it('gives undefined for 204, text for text and bytes for images', async () => {
    const answers = [
      { status: 204 },
      { headers: { 'content-type': 'text/csv' }, body: 'a,b' },
      { headers: { 'content-type': 'image/png' }, body: 'PNG' },
    ];
    const { rest } = scriptedRest((_, index) => answers[index] ?? {});
    expect(await rest.request(GET`/gateway`)).toBeUndefined();
    expect(await rest.request(GET`/gateway`)).toBe('a,b');
    expect(await rest.request(GET`/gateway`)).toEqual(new Uint8Array([80, 78, 71]));
  });

  it('accepts a base URL with and without a version, and takes both defaults from the environment', async () => {
    const versionOf = async (options: {
      baseUrl?: string;
      version?: number;
    }): Promise<string | undefined> => {
      const { rest, wire } = scriptedRest(() => ({}), options);
      await rest.gateway.get();
      return wire.sent[0]?.path;
    };
    expect(await versionOf({ baseUrl: 'http://x.test/api/v9/' })).toBe('/api/v9/gateway');
    expect(await versionOf({ baseUrl: 'http://x.test' })).toBe('/v10/gateway');
    process.env['COGWORK_API_VERSION'] = '9';
    expect(await versionOf({})).toBe('/api/v9/gateway');
    expect(await versionOf({ version: 11 })).toBe('/api/v11/gateway');
    process.env['COGWORK_API_VERSION'] = 'ten';
    expect(() => new Rest(TOKEN)).toThrow(InvalidOptionError);
  });

  it('lets COGWORK_API_URL replace the default address and no given one', async () => {
    process.env['COGWORK_API_URL'] = 'http://127.0.0.1:1/api';
    const refused = await outcomeOf(new Rest(TOKEN, { retries: 0 }).gateway.get());
    expect(String(refused)).toMatch(/ECONNREFUSED/);
    const { rest, wire } = scriptedRest(() => ({}));
    await rest.gateway.get();
    expect(wire.sent).toHaveLength(1);
  });

  it('names the nearest option when one is misspelt', () => {
    expect(() => new Rest(TOKEN, { timeoutMS: 5 } as never)).toThrow(/"timeoutMS".*"timeoutMs"/);
    expect(() => new Rest(TOKEN, { baseUrl: 'nonsense' })).toThrow(InvalidOptionError);
    expect(() => new Rest(TOKEN, { retries: -1 })).toThrow(/retries/);
    expect(() => new Rest(TOKEN, { globalRequestsPerSecond: 2.5 })).toThrow(/whole number/);
  });

  it('throws on a token that cannot be one and on a missing one only where it is needed', async () => {
    expect(() => new Rest('two words and ünïcode')).toThrow(InvalidTokenError);
    for (const options of [{}, { retries: 1 }, null]) {
      expect(() => new Rest(options as never)).toThrow(InvalidTokenError);
      expect(() => new Rest(options as never)).toThrow(/A token is a text.*new Rest\(undefined, options\)/);
    }
    const { rest: source, wire } = scriptedRest(() => ({}));
    await source.close();
    const rest = new Rest(undefined, { dispatcher: wire, baseUrl: 'http://discord.test/api' });
    await rest.gateway.get();
    expect(await outcomeOf(rest.users.getCurrent())).toBeInstanceOf(InvalidTokenError);
    rest.setToken(`Bot ${TOKEN}`);
    await rest.users.getCurrent();
    expect(wire.sent.at(-1)?.headers['authorization']).toBe(`Bot ${TOKEN}`);
  });

  it('keeps the token after a 401, and sends the next request with it', async () => {
    const { rest, wire } = scriptedRest((_, index) =>
      index === 0 ? { status: 401, body: { message: '401: Unauthorized', code: 0 } } : { body: { id: '1' } },
    );
    const error = await outcomeOf(rest.users.getCurrent());
    expect(error).toBeInstanceOf(DiscordApiError);
    await rest.users.getCurrent();
    expect(wire.sent[1]?.headers['authorization']).toBe(`Bot ${TOKEN}`);
  });

  it('sends no bot token to routes that carry their own', async () => {
    const { rest, wire } = scriptedRest(() => ({}));
    await rest.interactions.createResponse('1', 'tok', { type: 5 });
    await rest.interactions.createFollowup('2', 'tok', { content: 'x' });
    expect(wire.sent.map(({ headers }) => headers['authorization'])).toEqual([undefined, undefined]);
  });

  it('shows no token of any kind when printed', async () => {
    const { rest } = scriptedRest(() => ({ status: 404, body: { code: 10015, message: 'Unknown Webhook' } }));
    const error = await outcomeOf(rest.interactions.getOriginalResponse('77', 'interaction-secret'));
    const shown = [rest, error, GET`/webhooks/${'7'}/${'interaction-secret'}`].flatMap((value) => [
      inspect(value, { depth: 9, showHidden: true }),
      JSON.stringify(value),
      String(value),
    ]);
    shown.push((error as Error).message, inspect(rest.limits(), { depth: 9 }));
    for (const text of shown) {
      expect(text).not.toContain('secret');
      expect(text).not.toContain(TOKEN);
    }
    expect((error as DiscordApiError).path).toBe('/webhooks/77/:token/messages/@original');
  });

  it('encodes the reason for the audit log', async () => {
    const { rest, wire } = scriptedRest(() => ({ status: 204 }));
    await rest.channels.deleteMessage('1', '2', { reason: 'spám & more' });
    expect(wire.sent[0]?.headers['x-audit-log-reason']).toBe('sp%C3%A1m%20%26%20more');
  });

  it('fails what waits and what comes later when it is closed', async () => {
    const { rest, clock } = scriptedRest((_, index) =>
      index === 0
        ? { headers: limitHeaders(clock, { limit: 1, remaining: 0, resetAtMs: clock.now() + 60_000 }) }
        : new Promise(() => {}),
    );
    await rest.channels.get('1');
    const waiting = outcomeOf(rest.channels.get('1'));
    const underWay = outcomeOf(rest.guilds.get('2'));
    await rest.close();
    expect(await underWay).toBeInstanceOf(RestClosedError);
    expect(await waiting).toBeInstanceOf(RestClosedError);
    expect(await outcomeOf(rest.channels.get('1'))).toBeInstanceOf(RestClosedError);
    expect(clock.pending).toBe(0);
  });
});
