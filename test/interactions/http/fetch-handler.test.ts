import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import nacl from 'tweetnacl';
import { Cog } from '../../../src/cogs/cog.js';
import { SlashCommand } from '../../../src/commands/application/slash-command.js';
import type { SlashContext } from '../../../src/commands/application/slash-context.js';
import { InvalidOptionError } from '../../../src/errors/invalid-option-error.js';
import type { FetchHandler } from '../../../src/interactions/http/fetch-handler.js';
import { createFetchHandler } from '../../../src/interactions/http/fetch-handler.js';
import type { InteractionServer } from '../../../src/interactions/http/serve-fetch.js';
import { serveFetch } from '../../../src/interactions/http/serve-fetch.js';
import { Interaction } from '../../../src/interactions/interaction.js';
import { CommandBench, USER_ID, wireUser } from '../../commands/support/command-bench.js';

const keys = nacl.sign.keyPair.fromSeed(new Uint8Array(32).fill(7));
const publicKey = Buffer.from(keys.publicKey).toString('hex');

@Cog()
class Web {
  @SlashCommand('x')
  hello(): string {
    return 'hello over HTTP';
  }

  @SlashCommand('x')
  async later(ctx: SlashContext): Promise<string> {
    await ctx.defer({ ephemeral: true });
    return 'at last';
  }

  @SlashCommand({ description: 'x', autoDefer: false })
  never(): Promise<string> {
    return new Promise(() => undefined);
  }
}

function setUp(): { bench: CommandBench; handler: FetchHandler } {
  const bench = new CommandBench().add(Web);
  const sink = {
    receive(payload: Parameters<typeof Interaction.of>[1], receivedAtMs: number): void {
      void bench.application.dispatch(Interaction.of(bench.host, payload, receivedAtMs));
    },
  };
  return {
    bench,
    handler: createFetchHandler({ publicKey, maxBodyBytes: 5000 }, { host: bench.host, sink }),
  };
}

function signed(
  body: unknown,
  nowMs: number,
  changes: { body?: string; agoMs?: number; headers?: object } = {},
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const timestamp = String(Math.trunc((nowMs - (changes.agoMs ?? 0)) / 1000));
  const signature = nacl.sign.detached(Buffer.from(timestamp + text), keys.secretKey);
  const headers = {
    'content-type': 'application/json',
    'x-signature-ed25519': Buffer.from(signature).toString('hex'),
    'x-signature-timestamp': timestamp,
    ...changes.headers,
  };
  return { method: 'POST', headers, body: changes.body ?? text };
}

const request = (init: object): Request => new Request('http://localhost/', init as RequestInit);

function command(bench: CommandBench, name: string): object {
  return {
    id: bench.id(),
    application_id: '1',
    type: 2,
    token: 't',
    version: 1,
    user: wireUser(USER_ID),
    data: { id: '1', name, type: 1 },
  };
}

describe('fetch handler', () => {
  test('answers a ping', async () => {
    const { bench, handler } = setUp();
    const response = await handler(request(signed({ id: '1', type: 1 }, bench.clock.now())));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ type: 1 });
  });

  test('sends a message by the callback route, and answers with an empty 202', async () => {
    const { bench, handler } = setUp();
    const response = await handler(request(signed(command(bench, 'hello'), bench.clock.now())));
    expect(response.status).toBe(202);
    expect(await response.text()).toBe('');
    expect(bench.answers).toMatchObject([{ via: 'callback:4', content: 'hello over HTTP' }]);
  });

  test('answers a deferral in the response, and goes on by follow-ups', async () => {
    const { bench, handler } = setUp();
    const response = await handler(request(signed(command(bench, 'later'), bench.clock.now())));
    expect(await response.json()).toEqual({ type: 5, data: { flags: 64 } });
    await bench.clock.settle();
    expect(bench.answers).toMatchObject([{ via: 'editOriginal', content: 'at last' }]);
  });

  test('lets the request go after three seconds without an answer', async () => {
    const { bench, handler } = setUp();
    const response = handler(request(signed(command(bench, 'never'), bench.clock.now())));
    await bench.clock.settle();
    await bench.clock.advance(3000);
    expect((await response).status).toBe(202);
  });

  test.each([
    ['another body', { body: '{"id":"1","type":1 }' }],
    ['an old signature', { agoMs: 301_000 }],
    ['a signature from the future', { agoMs: -301_000 }],
    ['no signature', { headers: { 'x-signature-ed25519': '' } }],
    ['a signature that is no signature', { headers: { 'x-signature-ed25519': 'zz' } }],
    ['another timestamp', { headers: { 'x-signature-timestamp': '1767225601' } }],
  ])('refuses %s with 401', async (_name, changes) => {
    const { bench, handler } = setUp();
    const response = await handler(request(signed('{"id":"1","type":1}', bench.clock.now(), changes)));
    expect(response.status).toBe(401);
  });

  test('refuses what is too large, no interaction, or no POST', async () => {
    const { bench, handler } = setUp();
    const now = bench.clock.now();
    expect((await handler(request(signed('x'.repeat(5001), now)))).status).toBe(413);
    expect((await handler(request(signed('not json', now)))).status).toBe(400);
    expect((await handler(request(signed('[]', now)))).status).toBe(400);
    expect((await handler(new Request('http://localhost/'))).status).toBe(405);
  });

  test('refuses a public key of another form when it is made', () => {
    const { bench } = setUp();
    const parts = { host: bench.host, sink: { receive: () => undefined } };
    expect(() => createFetchHandler({ publicKey: 'abc' }, parts)).toThrow(InvalidOptionError);
  });
});

describe('serveFetch', () => {
  let server: InteractionServer;

  beforeAll(async () => {
    const handler: FetchHandler = async (given) =>
      new Response(`${given.method} ${await given.text()} ${given.headers.get('x-test')}`, { status: 201 });
    server = await serveFetch(handler, { hostname: '127.0.0.1', path: '/interactions' });
  });

  afterAll(() => server.close());

  test('hands requests to the handler and its responses back', async () => {
    const init = { method: 'POST', body: 'body', headers: { 'x-test': 'yes', connection: 'close' } };
    const response = await fetch(`http://127.0.0.1:${server.port}/interactions`, init);
    expect(response.status).toBe(201);
    expect(await response.text()).toBe('POST body yes');
  });

  test('answers other paths with 404', async () => {
    const response = await fetch(`http://127.0.0.1:${server.port}/`, { headers: { connection: 'close' } });
    expect(response.status).toBe(404);
  });

  test('tells of a request that the handler fails to answer, and goes on', async () => {
    const errors: unknown[] = [];
    let isBroken = true;
    const handler: FetchHandler = async () => {
      if (isBroken) throw new RangeError('no answer');
      return new Response('answer');
    };
    const failing = await serveFetch(handler, { hostname: '127.0.0.1' }, (error) => errors.push(error));
    const url = `http://127.0.0.1:${failing.port}/`;
    await expect(fetch(url)).rejects.toThrow();
    isBroken = false;
    expect(await (await fetch(url, { headers: { connection: 'close' } })).text()).toBe('answer');
    expect(errors).toEqual([expect.objectContaining({ message: 'no answer' })]);
    await failing.close();
  });

  test('answers what is open when it closes, and keeps no connection for more', async () => {
    let arrive: (() => void) | undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    let answer: ((response: Response) => void) | undefined;
    const slow = await serveFetch(
      () => {
        arrive?.();
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
      { hostname: '127.0.0.1' },
    );
    const asking = fetch(`http://127.0.0.1:${slow.port}/`);
    await arrived;
    const closing = slow.close();
    answer?.(new Response('at last'));
    const response = await asking;
    expect([await response.text(), response.headers.get('connection')]).toEqual(['at last', 'close']);
    await closing;
  });
});
