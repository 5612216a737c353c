/**
 * What a request costs above the bare HTTP client: CPU time of the REST client beside an undici `Pool` in the same run.
 *
 *     npm run bench rest
 *
 * The server is another process, so its CPU is not counted. Target: at most 1.35 times the floor.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { Rest } from '../src/rest/rest.js';
import { median, publish } from './support/results.js';

const REQUESTS = 8000;
const PARALLEL = 32;
const ROUNDS = 7;
const TOKEN = 'bench.bench.bench';
const BODY = {
  content: 'How much does one message cost?',
  embeds: [{ title: 'Bench', description: 'x'.repeat(200) }],
};

type Send = (index: number) => Promise<unknown>;

if (process.argv[2] === 'server') serve();
else void main();

async function main(): Promise<void> {
  const server = fork(import.meta.filename, ['server']);
  const [port] = (await once(server, 'message')) as [number];
  const origin = `http://127.0.0.1:${port}`;
  const pool = new Pool(origin, { connections: PARALLEL });
  const rest = new Rest(TOKEN, {
    baseUrl: `${origin}/api`,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    connections: PARALLEL,
  });
  const floor: Send = (index) => sendBare(pool, index);
  const ours: Send = (index) => rest.channels.createMessage(String(index % 100), BODY);
  await measure(floor);
  await measure(ours);
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const floorMs = await measure(floor);
    const oursMs = await measure(ours);
    ratios.push(oursMs / floorMs);
    console.log(
      `floor ${perSecond(floorMs)} requests per CPU second, cogwork ${perSecond(oursMs)}, ratio ${(oursMs / floorMs).toFixed(2)}`,
    );
  }
  publish({ name: 'a message by REST, beside a bare pool', ratio: median(ratios) });
  await rest.close();
  await pool.close();
  server.kill();
}

/** What anybody would write who wants nothing but the answer. */
async function sendBare(pool: Pool, index: number): Promise<unknown> {
  const { body } = await pool.request({
    method: 'POST',
    path: `/api/v10/channels/${index % 100}/messages`,
    headers: { authorization: `Bot ${TOKEN}`, 'content-type': 'application/json', 'user-agent': 'bench' },
    body: JSON.stringify(BODY),
  });
  return body.json();
}

/** CPU milliseconds for all requests. */
async function measure(send: Send): Promise<number> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  let next = 0;
  const lanes = Array.from({ length: PARALLEL }, async () => {
    while (next < REQUESTS) await send(next++);
  });
  await Promise.all(lanes);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function perSecond(cpuMs: number): string {
  return Math.round((REQUESTS / cpuMs) * 1000).toLocaleString('en');
}

/** Answers like Discord: a message of about a kilobyte, with limit headers that never bite. */
function serve(): void {
  const answer = JSON.stringify({
    id: '1',
    channel_id: '2',
    ...BODY,
    author: { id: '3', username: 'bench' },
    extra: 'y'.repeat(600),
  });
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const reset = Date.now() / 1000 + 1;
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(answer),
        'x-ratelimit-bucket': '80c17d2f203122d936070c88c8d10f33',
        'x-ratelimit-limit': '100000',
        'x-ratelimit-remaining': '99999',
        'x-ratelimit-reset': reset.toFixed(3),
        'x-ratelimit-reset-after': '1.000',
      });
      response.end(answer);
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
}
