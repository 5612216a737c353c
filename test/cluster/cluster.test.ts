import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Cluster } from '../../src/cluster/cluster.js';
import type { ClusterMessage } from '../../src/cluster/cluster-message.js';
import type { ClusterSeat } from '../../src/cluster/cluster-seat.js';
import { readClusterSeat } from '../../src/cluster/cluster-seat.js';
import { ClusterWorker } from '../../src/cluster/cluster-worker.js';
import type { ProcessChannel, ProcessEnd } from '../../src/cluster/process-channel.js';
import { shareShards } from '../../src/cluster/share-shards.js';
import type { StoredSession } from '../../src/gateway/session/session-store.js';
import { RecordingLogger } from '../gateway/support/gateway-bench.js';
import { ManualClock } from '../gateway/support/manual-clock.js';
import './support/cluster-notes.js';

/** Process that is no process: both ends of its channel, in memory. */
class FakeProcess {
  readonly worker: ClusterWorker;
  readonly supervisorSide: ProcessChannel;
  isKilled = false;
  #toSupervisor: (message: ClusterMessage) => void = () => {};
  #toWorker: (message: ClusterMessage) => void = () => {};
  #onEnd: (end: ProcessEnd) => void = () => {};
  #isAlive = true;

  constructor(readonly seat: ClusterSeat) {
    const later = (act: () => void): void => {
      setImmediate(() => {
        if (this.#isAlive) act();
      });
    };
    this.supervisorSide = {
      send: (message) => later(() => this.#toWorker(structuredClone(message))),
      onMessage: (listener) => {
        this.#toSupervisor = listener;
      },
      onEnd: (listener) => {
        this.#onEnd = listener;
      },
      kill: () => {
        this.isKilled = true;
        this.end(null, 'SIGKILL');
      },
    };
    this.worker = new ClusterWorker(seat, {
      send: (message) => later(() => this.#toSupervisor(structuredClone(message))),
      onMessage: (listener) => {
        this.#toWorker = listener;
      },
      onEnd: () => {},
      kill: () => {},
    });
    this.worker.onStop(() => this.end(0, null));
  }

  end(exitCode: number | null, signal: string | null, error?: Error): void {
    this.#isAlive = false;
    this.#onEnd({ exitCode, signal, ...(error ? { error } : {}) });
  }
}

let clock: ManualClock;
let logger: RecordingLogger;
let forked: FakeProcess[];
let onFork: (process: FakeProcess) => void;
let cluster: Cluster;
const taken: unknown[] = [];

function createCluster(processes: number, shards: number): Cluster {
  return new Cluster({
    clock,
    logger,
    processes,
    random: () => 0.5,
    rateLimits: {
      takeGlobal: (...args) => {
        taken.push(args);
        return 250;
      },
      blockGlobal: () => {},
      load: (key) => ({ key }),
      save: () => {},
    },
    fork: (seat) => {
      const started = new FakeProcess(seat);
      forked.push(started);
      onFork(started);
      return started.supervisorSide;
    },
    fetchGatewayInfo: async () => ({
      url: 'wss://gateway.test',
      shards,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
    }),
  });
}

beforeEach(() => {
  clock = new ManualClock();
  logger = new RecordingLogger();
  forked = [];
  taken.length = 0;
  onFork = (started) => setImmediate(() => started.worker.tellReady());
  cluster = createCluster(2, 5);
});

afterEach(async () => {
  const closing = cluster.close();
  await clock.advance(10_000);
  await closing;
  expect(clock.pendingTimers).toBe(0);
});

describe('shareShards', () => {
  it.each([
    [
      5,
      2,
      [
        [0, 1],
        [2, 3, 4],
      ],
    ],
    [4, 4, [[0], [1], [2], [3]]],
    [2, 8, [[0], [1]]],
    [1, 1, [[0]]],
  ])('shares %i shards between %i processes', (shards, processes, shares) => {
    expect(shareShards(shards, processes)).toEqual(shares);
  });
});

describe('a cluster', () => {
  it('gives each process its share and is started when all are ready', async () => {
    await cluster.start();
    expect(forked.map(({ worker }) => worker.shards)).toEqual([
      { count: 5, ids: [0, 1] },
      { count: 5, ids: [2, 3, 4] },
    ]);
    expect(cluster.members.map(({ isReady }) => isReady)).toEqual([true, true]);
  });

  it('lets all processes identify in one line', async () => {
    await cluster.start();
    const times: number[] = [];
    const signal = new AbortController().signal;
    for (const { worker } of forked) {
      void worker.identifyQueue.acquire(0, signal).then(() => times.push(clock.now()));
    }
    await clock.advance(5_000);
    expect(times).toHaveLength(2);
    expect(times[1]! - times[0]!).toBe(5_000);
  });

  it('takes a withdrawn identify out of the line', async () => {
    await cluster.start();
    const [first, second] = forked as [FakeProcess, FakeProcess];
    await first.worker.identifyQueue.acquire(0, new AbortController().signal);
    const controller = new AbortController();
    const withdrawn = first.worker.identifyQueue.acquire(1, controller.signal);
    await clock.settle();
    const next = second.worker.identifyQueue.acquire(2, new AbortController().signal);
    controller.abort(new Error('never mind'));
    await expect(withdrawn).rejects.toThrow('never mind');
    await clock.advance(5_000);
    await next;
  });

  it('keeps sessions and REST limits for all', async () => {
    await cluster.start();
    const [first, second] = forked as [FakeProcess, FakeProcess];
    await first.worker.sessionStore.save('key', { sessionId: 'kept' } as StoredSession);
    expect(await second.worker.sessionStore.load('key')).toEqual({ sessionId: 'kept' });
    await second.worker.sessionStore.delete('key');
    expect(await first.worker.sessionStore.load('key')).toBeUndefined();
    expect(await first.worker.rateLimits().takeGlobal('me', 50, 1)).toBe(250);
    expect(await first.worker.rateLimits().load('bucket')).toEqual({ key: 'bucket' });
    expect(taken).toEqual([['me', 50, 1]]);
  });

  it('carries messages to all other processes and to the supervisor', async () => {
    await cluster.start();
    const heard: unknown[] = [];
    const [first, second] = forked as [FakeProcess, FakeProcess];
    cluster.on('echo', (data, from) => heard.push(['supervisor', data.text, from]));
    first.worker.on('echo', (data, from) => heard.push([0, data.text, from]));
    const stop = second.worker.on('echo', (data, from) => heard.push([1, data.text, from]));
    first.worker.broadcast('echo', { text: 'a' });
    await clock.settle();
    cluster.broadcast('echo', { text: 'b' });
    await clock.settle();
    stop();
    first.worker.broadcast('echo', { text: 'c' });
    await clock.settle();
    expect(heard).toEqual([
      ['supervisor', 'a', 0],
      [1, 'a', 0],
      [0, 'b', -1],
      [1, 'b', -1],
      ['supervisor', 'c', 0],
    ]);
  });

  it('starts a process again that died, with the same shards, and says so', async () => {
    await cluster.start();
    forked[1]?.end(null, 'SIGSEGV');
    await clock.advance(1_000);
    expect(forked).toHaveLength(3);
    expect(forked[2]?.seat).toEqual(forked[1]?.seat);
    expect(cluster.members[1]).toMatchObject({ restarts: 1, isReady: true });
    expect(logger.lines[0]?.message).toMatch(/Process 1 \(shards 2, 3, 4\) ended with SIGSEGV/);
  });

  it('gives up when a process ends three times before it was ready', async () => {
    onFork = (started) => setImmediate(() => started.end(1, null));
    const starting = expect(cluster.start()).rejects.toMatchObject({ code: 'CLUSTER_PROCESS' });
    await clock.advance(30_000);
    await starting;
  });

  it('says why a process could not be started', async () => {
    onFork = (started) => setImmediate(() => started.end(null, null, new Error('spawn EAGAIN')));
    const message = expect.stringMatching(
      /Process \d \(shards [\d, ]+\) could not be started \(spawn EAGAIN\)/,
    );
    const starting = expect(cluster.start()).rejects.toMatchObject({ message });
    await clock.advance(30_000);
    await starting;
  });

  it('kills a process that does not end when it is asked to', async () => {
    await cluster.start();
    forked[0]?.worker.onStop(() => {});
    const closing = cluster.close();
    await clock.advance(10_000);
    await closing;
    expect(forked.map(({ isKilled }) => isKilled)).toEqual([true, false]);
  });

  it('refuses an impossible number of processes', () => {
    expect(() => createCluster(0, 1)).toThrow(expect.objectContaining({ option: 'shards.processes' }));
  });
});

describe('readClusterSeat', () => {
  it('finds the place that a supervisor wrote, and nothing elsewhere', () => {
    const seat = { index: 1, processes: 2, shardCount: 4, shardIds: [2, 3] };
    expect(readClusterSeat({ COGWORK_CLUSTER: JSON.stringify(seat) })).toEqual(seat);
    expect(readClusterSeat({})).toBeUndefined();
    expect(() => readClusterSeat({ COGWORK_CLUSTER: 'yes' })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    );
  });
});
