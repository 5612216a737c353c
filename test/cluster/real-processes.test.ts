import { afterEach, describe, expect, it } from '@jest/globals';
import { Cluster } from '../../src/cluster/cluster.js';
import { CLUSTER_VARIABLE } from '../../src/cluster/cluster-seat.js';
import { forkProcess } from '../../src/cluster/forked-process.js';
import { Emulator } from '../../src/emulator/index.js';
import { silentLogger } from '../../src/utils/silent-logger.js';
import { SystemClock } from '../../src/utils/system-clock.js';
import './support/cluster-notes.js';

const SCRIPT = new URL('./support/worker-process.ts', import.meta.url).pathname;
let cluster: Cluster;
let discord: Emulator;

afterEach(async () => {
  await cluster.close();
  await discord.close();
});

describe('a bot in two real processes', () => {
  it('shares the shards, talks, and resumes in a new process when one is killed', async () => {
    discord = new Emulator({ answerTimeoutMs: 10 });
    const { gatewayUrl } = await discord.listen({ port: 0 });
    const bot = discord.createBot();
    const alice = discord.createUser('alice');
    const general = discord.createGuild({ members: [alice, bot] }).channel('general');
    cluster = new Cluster({
      clock: new SystemClock(),
      logger: silentLogger,
      processes: 2,
      shardCount: 2,
      fork: (seat) =>
        forkProcess({
          script: SCRIPT,
          args: [bot.token],
          execArgv: ['--import', 'tsx'],
          env: { [CLUSTER_VARIABLE]: JSON.stringify(seat), NODE_OPTIONS: '' },
        }),
      fetchGatewayInfo: async () => ({
        url: gatewayUrl,
        shards: 2,
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 2 },
      }),
    });
    const told: { what: string; from: number; pid: number }[] = [];
    let onTold = (): void => {};
    cluster.on('told', ({ what, pid }, from) => {
      told.push({ what, from, pid });
      onTold();
    });
    const until = async (what: string): Promise<{ what: string; from: number; pid: number }> => {
      for (;;) {
        const found = told.find((entry) => entry.what === what);
        if (found) return found;
        await new Promise<void>((resolve) => {
          onTold = resolve;
        });
      }
    };

    await cluster.start();
    const [first, second] = [await until('ready 0'), await until('ready 1')];
    expect([first.from, second.from]).toEqual([0, 1]);
    expect(first.pid).not.toBe(second.pid);

    await alice.say(general, 'hello');
    const listener = await until('hello');

    process.kill(listener.pid, 'SIGKILL');
    await alice.say(general, 'said while nobody listened');
    const resumed = await until(`resumed ${listener.from} true`);
    expect(resumed.pid).not.toBe(listener.pid);
    expect(await until('said while nobody listened')).toMatchObject({
      from: listener.from,
      pid: resumed.pid,
    });
    expect(cluster.members[listener.from]?.restarts).toBe(1);

    cluster.broadcast('echo', { text: 'anyone?' });
    await until('echo anyone? from -1');
  }, 60_000);
});
