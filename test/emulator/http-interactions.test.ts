import { createPublicKey, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmulatedBot, Person } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { RawBot } from './raw-bot.js';

let discord: Emulator;
let alice: Person;
let account: EmulatedBot;
let general: { id: string };

function isSigned(request: Request, body: string): boolean {
  const prefix = Buffer.from('302a300506032b6570032100', 'hex');
  const der = Buffer.concat([prefix, Buffer.from(account.publicKey, 'hex')]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const signed = Buffer.from(request.headers.get('x-signature-timestamp') + body);
  return verify(null, signed, key, Buffer.from(request.headers.get('x-signature-ed25519') ?? '', 'hex'));
}

async function endpoint(request: Request): Promise<Response> {
  const body = await request.text();
  if (!isSigned(request, body)) return new Response(null, { status: 401 });
  const interaction = JSON.parse(body) as { type: number };
  return Response.json(interaction.type === 1 ? { type: 1 } : { type: 4, data: { content: 'over HTTP' } });
}

beforeEach(async () => {
  discord = new Emulator();
  alice = discord.createUser('Alice');
  account = discord.createBot();
  general = discord.createGuild({ members: [alice, account] }).channel('general');
  const bot = await RawBot.create(discord, account);
  await bot.rest('PUT', `/applications/${account.id}/commands`, [{ name: 'ping', description: 'Ping' }]);
});

afterEach(async () => {
  await discord.close();
});

describe('interactions over HTTP', () => {
  it('are signed so that node:crypto can verify them, and answered in the body', async () => {
    await discord.setInteractionEndpoint(account, endpoint);
    expect((await alice.slash(general, 'ping')).content).toBe('over HTTP');
  });

  it('that a reachable endpoint leaves unanswered are not taken for those of a bot that is gone', async () => {
    await expect(alice.slash(general, 'ping')).rejects.toThrow(
      /is not connected, and has no interactions endpoint/,
    );
    let isSilent = false;
    const silent = (request: Request): Response | Promise<Response> =>
      isSilent ? new Response(null, { status: 202 }) : endpoint(request);
    await discord.setInteractionEndpoint(account, silent);
    isSilent = true;
    await expect(alice.slash(general, 'ping')).rejects.toThrow(/"bot" did not answer/);
  });

  it('refuse endpoints that accept bad signatures or do not answer the PING', async () => {
    const careless = (): Response => Response.json({ type: 1 });
    await expect(discord.setInteractionEndpoint(account, careless)).rejects.toThrow(
      /bad signature with 200 instead of 401/,
    );
    const broken = (): Response => new Response(null, { status: 500 });
    await expect(discord.setInteractionEndpoint(account, broken)).rejects.toThrow(
      /answered the PING with 500/,
    );
  });

  it('that an endpoint fails to answer are noted in the transcript, without tokens', async () => {
    let isBroken = false;
    const failing = async (request: Request): Promise<Response> => {
      if (isBroken) throw new RangeError(`no answer to ${await request.clone().text()}`);
      return endpoint(request);
    };
    await discord.setInteractionEndpoint(account, failing);
    isBroken = true;
    await alice.slash(general, 'ping').catch(() => {});
    const failed = discord.transcript.entries.filter(({ kind }) => kind === 'endpoint-failed');
    expect(failed.map(({ line }) => line)).toEqual([
      expect.stringMatching(/^interactions endpoint failed: RangeError: no answer to .*"token":"\[secret\]"/),
    ]);
  });

  it('no longer come over the gateway', async () => {
    const bot = await RawBot.create(discord, account);
    await bot.start(1);
    await discord.setInteractionEndpoint(account, endpoint);
    await alice.slash(general, 'ping');
    expect(bot.heard('INTERACTION_CREATE')).toEqual([]);
  });
});
