import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { DiscordApiError } from '../../src/errors/discord-api-error.js';
import { RequestFailedError } from '../../src/errors/request-failed-error.js';
import { RequestTimeoutError } from '../../src/errors/request-timeout-error.js';
import { flattenErrors } from '../../src/rest/transport/api-error.js';
import { settle } from './support/manual-clock.js';
import { outcomeOf, scriptedRest } from './support/scripted-rest.js';

const fault = (code: string): Error => Object.assign(new Error(`it broke with ${code}`), { code });

describe('repeating requests', () => {
  it.each([500, 502, 503, 504])('repeats a GET after %d, with growing pauses', async (status) => {
    const { rest, clock, wire } = scriptedRest((_, index) =>
      index < 3 ? { status } : { body: { id: '1' } },
    );
    const done = rest.channels.get('1');
    await clock.advance(30_000);
    expect((await done).id).toBe('1');
    const [first = 0, second = 0, third = 0, fourth = 0] = wire.sent.map(({ atMs }) => atMs);
    expect(second - first).toBeGreaterThanOrEqual(500);
    expect(third - second).toBeGreaterThanOrEqual(1000);
    expect(fourth - third).toBeGreaterThanOrEqual(2000);
  });

  it('gives up after `retries` and says what Discord said', async () => {
    const { rest, clock, wire } = scriptedRest(() => ({ status: 503, body: 'upstream connect error' }), {
      retries: 2,
    });
    const done = outcomeOf(rest.channels.get('1'));
    await clock.advance(60_000);
    expect(await done).toMatchObject({ code: 'DISCORD_API_ERROR', status: 503, discordCode: 0 });
    expect(wire.sent).toHaveLength(3);
  });

  it('does not send a message twice when the answer was lost', async () => {
    for (const answer of [{ status: 502 }, fault('ECONNRESET'), fault('UND_ERR_SOCKET')]) {
      const { rest, clock, wire } = scriptedRest(() => answer);
      const done = outcomeOf(rest.channels.createMessage('1', { content: 'once' }));
      await clock.advance(60_000);
      expect(await done).toBeInstanceOf(Error);
      expect(wire.sent).toHaveLength(1);
    }
  });

  it('does send it again when nothing reached Discord, or Discord drops the second by its nonce', async () => {
    const refused = scriptedRest((_, index) => (index === 0 ? fault('ECONNREFUSED') : { body: {} }));
    const first = refused.rest.channels.createMessage('1', { content: 'x' });
    await refused.clock.advance(60_000);
    await first;
    const nonced = scriptedRest((_, index) => (index === 0 ? { status: 500 } : { body: {} }));
    const second = nonced.rest.channels.createMessage('1', { content: 'x', nonce: '7', enforce_nonce: true });
    await nonced.clock.advance(60_000);
    await second;
    expect([refused.wire.sent.length, nonced.wire.sent.length]).toEqual([2, 2]);
  });

  it('wraps a connection fault, with its cause and without the token of the path', async () => {
    const { rest } = scriptedRest(() => fault('ECONNRESET'), { retries: 0 });
    const error = (await outcomeOf(
      rest.webhooks.execute('1', 'very-secret', { content: 'x' }),
    )) as RequestFailedError;
    expect(error).toBeInstanceOf(RequestFailedError);
    expect(error.message).toMatch(/POST \/webhooks\/1\/:token .*ECONNRESET/);
    expect((error.cause as Error).message).toContain('ECONNRESET');
    expect(inspect(error)).not.toContain('very-secret');
  });
});

describe('time-outs and aborts', () => {
  it('gives up an attempt when its time is over, and repeats it where that is safe', async () => {
    const { rest, clock, wire } = scriptedRest((_, index) =>
      index === 0 ? new Promise(() => {}) : { body: { id: '1' } },
    );
    const done = rest.channels.get('1');
    await clock.advance(14_999);
    expect(wire.sent).toHaveLength(1);
    await clock.advance(10_000);
    expect((await done).id).toBe('1');
  });

  it('throws RequestTimeoutError for what may not be repeated', async () => {
    const { rest, clock } = scriptedRest(() => new Promise(() => {}));
    const done = outcomeOf(rest.channels.createMessage('1', { content: 'x' }, { timeoutMs: 500 }));
    await clock.advance(500);
    expect(await done).toBeInstanceOf(RequestTimeoutError);
    expect(clock.pending).toBe(0);
  });

  it('takes a request off the wire when its signal is aborted, and leaves no timer', async () => {
    const { rest, clock } = scriptedRest(() => new Promise(() => {}));
    const controller = new AbortController();
    const done = outcomeOf(rest.channels.get('1', { signal: controller.signal }));
    await settle();
    controller.abort(new Error('enough'));
    expect(await done).toMatchObject({ message: 'enough' });
    expect(clock.pending).toBe(0);
  });

  it('sends nothing for a signal that is aborted already, and stops a pause between attempts', async () => {
    const { rest, clock, wire } = scriptedRest(() => ({ status: 500 }));
    expect(
      await outcomeOf(rest.channels.get('1', { signal: AbortSignal.abort(new Error('early')) })),
    ).toMatchObject({
      message: 'early',
    });
    expect(wire.sent).toHaveLength(0);
    const controller = new AbortController();
    const done = outcomeOf(rest.channels.get('2', { signal: controller.signal }));
    await settle();
    controller.abort(new Error('paused'));
    expect(await done).toMatchObject({ message: 'paused' });
    expect(clock.pending).toBe(0);
  });
});

describe('DiscordApiError', () => {
  it('tells every wrong field by its path', async () => {
    const body = {
      code: 50035,
      message: 'Invalid Form Body',
      errors: {
        _errors: [{ code: 'APPLICATION_COMMAND_TOO_LARGE', message: 'Too large' }],
        embeds: {
          '0': {
            title: {
              _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 256 or fewer in length.' }],
            },
          },
        },
        content: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] },
      },
    };
    const { rest } = scriptedRest(() => ({ status: 400, body }));
    const error = (await outcomeOf(rest.channels.createMessage('1', {}))) as DiscordApiError;
    expect(error).toMatchObject({
      code: 'DISCORD_API_ERROR',
      discordCode: 50035,
      status: 400,
      method: 'POST',
    });
    expect(error.errors).toEqual([
      'request: Too large (APPLICATION_COMMAND_TOO_LARGE)',
      'embeds[0].title: Must be 256 or fewer in length. (BASE_TYPE_MAX_LENGTH)',
      'content: This field is required (BASE_TYPE_REQUIRED)',
    ]);
    expect(error.message).toContain('POST /channels/1/messages: 400 Invalid Form Body (code 50035)');
    expect(error.message).toContain('embeds[0].title');
  });

  it('survives trees of any shape', () => {
    expect(flattenErrors(undefined)).toEqual([]);
    expect(flattenErrors({ a: 'plain', b: { _errors: ['text', { code: 1 }] }, c: null })).toEqual([
      'a: plain',
      'b: text',
      'b: wrong (1)',
    ]);
  });

  it('reads the errors of OAuth2 routes and the title of HTML pages', async () => {
    const oauth = scriptedRest(() => ({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Bad code' },
    }));
    const client = { clientId: '1', clientSecret: 'hush' };
    const first = await outcomeOf(
      oauth.rest.oauth2.createToken(client, { grant_type: 'authorization_code', code: 'c' }),
    );
    expect(String(first)).toContain('invalid_grant: Bad code');
    const html = '<html><head><title>Access denied |\n discord.com used Cloudflare</title></head></html>';
    const blocked = scriptedRest(() => ({
      status: 403,
      headers: { 'content-type': 'text/html' },
      body: html,
    }));
    const second = await outcomeOf(blocked.rest.users.getCurrent());
    expect(String(second)).toContain('"Access denied | discord.com used Cloudflare"');
    expect(second).toMatchObject({ status: 403, discordCode: 0 });
  });

  it('keeps messages short however much Discord says', async () => {
    const errors = Object.fromEntries(
      Array.from({ length: 500 }, (_, i) => [`field${i}`, { _errors: [{ message: 'x'.repeat(90) }] }]),
    );
    const { rest } = scriptedRest(() => ({ status: 400, body: { code: 50035, message: 'Invalid', errors } }));
    const error = (await outcomeOf(rest.channels.createMessage('1', {}))) as DiscordApiError;
    expect(error.message.length).toBeLessThanOrEqual(1000);
    expect(error.errors).toHaveLength(500);
  });
});
