/**
 * What an interaction over HTTP costs above a bare handler in the same run: signature, routing, checks, options, answer.
 *
 *     npm run bench interactions
 *
 * The bare handler does what anybody would write who wants nothing but the answer: read the body, verify it, look the
 * command up in a map, answer. Both get the same signed requests; no network is involved, and both acknowledge the
 * command in the response. The second table leaves the signature out on both sides, because it costs more than the rest.
 */
import type { KeyObject } from 'node:crypto';
import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { Bot } from '../src/client/bot.js';
import { Interaction } from '../src/interactions/interaction.js';
import { silentLogger } from '../src/utils/silent-logger.js';
import { cogWith, commandPayload } from './support/command-cog.js';
import { median, publish } from './support/results.js';

const REQUESTS = 3000;
const ROUNDS = 7;

interface Signed {
  readonly body: string;
  readonly headers: Record<string, string>;
}

type Handle = (request: Request) => Promise<Response>;

function makeRequests(key: KeyObject, name: string): Signed[] {
  const timestamp = String(Math.floor(Date.now() / 1000));
  return Array.from({ length: REQUESTS }, (_, index) => {
    const body = JSON.stringify(commandPayload(index, name));
    const signature = sign(null, Buffer.from(timestamp + body), key).toString('hex');
    return { body, headers: { 'x-signature-timestamp': timestamp, 'x-signature-ed25519': signature } };
  });
}

/** Bare handler: nothing but the answer. */
function bare(key: KeyObject, commands: ReadonlyMap<string, () => object>): Handle {
  return async (request) => {
    const body = Buffer.from(await request.arrayBuffer());
    const timestamp = request.headers.get('x-signature-timestamp') ?? '';
    const signature = Buffer.from(request.headers.get('x-signature-ed25519') ?? '', 'hex');
    if (!verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, signature)) {
      return new Response(null, { status: 401 });
    }
    const { data } = JSON.parse(body.toString('utf8')) as { data: { name: string } };
    const answer = commands.get(data.name)?.() ?? {};
    return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } });
  };
}

async function cpuMs(requests: readonly Signed[], handle: Handle): Promise<number> {
  const before = process.cpuUsage();
  for (const { body, headers } of requests) {
    const response = await handle(new Request('http://localhost/', { method: 'POST', body, headers }));
    if (response.status !== 200) throw new Error(`Status ${response.status}`);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** CPU time of everything behind the signature: from the parsed payload to the answer. */
async function dispatchMs(
  handle: (body: string) => Promise<unknown>,
  bodies: readonly string[],
): Promise<number> {
  const before = process.cpuUsage();
  for (const body of bodies) await handle(body);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function compare(
  title: string,
  floor: () => Promise<number>,
  ours: () => Promise<number>,
): Promise<void> {
  await floor();
  await ours();
  const ratios: number[] = [];
  let line = '';
  for (let round = 0; round < ROUNDS; round++) {
    const [floorMs, oursMs] = [await floor(), await ours()];
    ratios.push(oursMs / floorMs);
    line = `floor ${perSecond(floorMs)}, cogwork ${perSecond(oursMs)} interactions per CPU second`;
  }
  publish({ name: title, ratio: median(ratios), detail: line });
}

function perSecond(elapsedMs: number): string {
  return Math.round(REQUESTS / (elapsedMs / 1000)).toLocaleString('en');
}

async function main(): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const key = createPublicKey(publicKey.export({ format: 'pem', type: 'spki' }));
  const requests = makeRequests(privateKey, 'run-0');
  const commands = new Map([['run-0', () => ({ type: 5, data: { flags: 64 } })]]);
  const floor = bare(key, commands);
  for (const count of [1, 1000]) {
    const bot = new Bot({ cogs: [cogWith(count)], logger: silentLogger });
    const ours = bot.fetchHandler({ publicKey: raw });
    await compare(
      `${count} command${count === 1 ? '' : 's'}, signed, over fetch`,
      () => cpuMs(requests, floor),
      () => cpuMs(requests, ours),
    );
    await bot.close();
  }
  await compareDispatch(
    requests.map(({ body }) => body),
    commands,
  );
}

async function compareDispatch(
  bodies: readonly string[],
  commands: ReadonlyMap<string, () => object>,
): Promise<void> {
  const { CommandBench } = await import('../test/commands/support/command-bench.js');
  const bench = new CommandBench().add(cogWith(1));
  const bare = async (body: string): Promise<object> => {
    const { data } = JSON.parse(body) as { data: { name: string } };
    return commands.get(data.name)!();
  };
  const ours = (body: string): Promise<void> =>
    bench.application.dispatch(
      Interaction.of(bench.host, JSON.parse(body), bench.clock.now(), async () => undefined),
    );
  await compare(
    'from JSON to answer',
    () => dispatchMs(bare, bodies),
    () => dispatchMs(ours, bodies),
  );
}

void main();
