import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayBench, TEST_TOKEN } from './support/gateway-bench.js';

let bench: GatewayBench;

beforeEach(() => {
  bench = new GatewayBench();
});

afterEach(async () => {
  await bench.manager.close();
  expect(bench.gateway.openConnections).toBe(0);
  expect(bench.clock.pendingTimers).toBe(0);
});

describe('a new session', () => {
  it('connects with version and encoding, identifies after Hello, and is ready at READY', async () => {
    const connecting = bench.manager.connect();
    await bench.clock.settle();
    const connection = bench.gateway.last;
    expect(connection.url.host).toBe('gateway.test');
    expect(connection.url.searchParams.get('v')).toBe('10');
    expect(connection.url.searchParams.get('encoding')).toBe('json');
    expect(connection.received).toEqual([]);
    connection.hello();
    await bench.clock.settle();
    expect(connection.received).toEqual([
      {
        op: 2,
        d: expect.objectContaining({ token: TEST_TOKEN, intents: 513, shard: [0, 1], large_threshold: 250 }),
      },
    ]);
    connection.ready();
    await connecting;
    expect(bench.manager.get(0)).toMatchObject({
      id: 0,
      shardCount: 1,
      isAlive: true,
      state: 'ready',
      intents: 513,
    });
    expect(bench.notes).toEqual(['connect 0', 'ready 0']);
    expect(bench.sink.names).toEqual(['READY']);
  });

  it('waits for Hello for half a minute, then tries again', async () => {
    void bench.manager.connect().catch(() => {});
    await bench.clock.advance(30_000);
    expect(bench.gateway.connections[0]?.isTerminated).toBe(true);
    await bench.clock.advance(1_000);
    expect(bench.gateway.connections).toHaveLength(2);
  });

  it.each([['41250'], [41_250]])(
    'takes the heartbeat interval %p as a number or as digits',
    async (interval) => {
      void bench.manager.connect().catch(() => {});
      await bench.clock.settle();
      bench.gateway.last.hello(interval);
      await bench.clock.advance(41_250 / 2);
      expect(bench.gateway.last.sent(1)).toEqual([{ op: 1, d: null }]);
    },
  );
});

describe('heartbeats', () => {
  it('beats first after interval × random, then every interval, with the last sequence', async () => {
    await bench.connect();
    const connection = bench.gateway.last;
    await bench.clock.advance(20_624);
    expect(connection.sent(1)).toEqual([]);
    await bench.clock.advance(1);
    expect(connection.sent(1)).toEqual([{ op: 1, d: 1 }]);
    connection.dispatch('MESSAGE_CREATE', 7);
    await bench.clock.advance(41_250);
    expect(connection.sent(1)).toEqual([
      { op: 1, d: 1 },
      { op: 1, d: 7 },
    ]);
  });

  it('measures latency, which is NaN before the first acknowledgement', async () => {
    await bench.connect();
    expect(bench.manager.get(0)?.latencyMs).toBeNaN();
    bench.gateway.last.acks = false;
    await bench.clock.advance(20_625);
    await bench.clock.advance(120);
    bench.gateway.last.say({ op: 11 });
    await bench.clock.settle();
    expect(bench.manager.get(0)?.latencyMs).toBe(120);
    expect(bench.manager.latencyMs).toBe(120);
  });

  it('answers a heartbeat request at once and keeps its schedule', async () => {
    await bench.connect();
    bench.gateway.last.say({ op: 1 });
    await bench.clock.settle();
    expect(bench.gateway.last.sent(1)).toHaveLength(1);
    await bench.clock.advance(20_625);
    expect(bench.gateway.last.sent(1)).toHaveLength(2);
  });

  it('drops a connection that does not acknowledge, and resumes', async () => {
    await bench.connect();
    const zombie = bench.gateway.last;
    zombie.acks = false;
    await bench.clock.advance(20_625);
    zombie.dispatch('TYPING_START', 2);
    await bench.clock.advance(41_250);
    expect(zombie.isTerminated).toBe(true);
    expect(bench.notes.at(-1)).toBe('disconnect 0 4000 resume');
    await bench.clock.advance(1_000);
    bench.gateway.last.hello();
    await bench.clock.settle();
    expect(bench.gateway.last.received).toEqual([
      { op: 6, d: { token: TEST_TOKEN, session_id: 'session-1', seq: 2 } },
    ]);
  });

  it('does not take a blocked event loop for a dead connection', async () => {
    await bench.connect();
    const connection = bench.gateway.last;
    connection.acks = false;
    await bench.clock.advance(20_625);
    // The acknowledgement is there, but nobody reads it while the loop is blocked.
    bench.clock.block(60_000);
    const advancing = bench.clock.advance(1_000);
    connection.acks = true;
    connection.say({ op: 11 });
    await advancing;
    expect(connection.isOpen).toBe(true);
    expect(connection.sent(1).length).toBeGreaterThanOrEqual(2);
  });

  it('closes with 4000 and resumes when nothing at all arrives for a minute', async () => {
    const connecting = bench.manager.connect();
    await bench.clock.settle();
    bench.gateway.last.hello(600_000);
    await bench.clock.settle();
    bench.gateway.last.ready();
    await connecting;
    await bench.clock.advance(59_999);
    expect(bench.gateway.last.isOpen).toBe(true);
    await bench.clock.advance(30_001);
    expect(bench.gateway.connections[0]?.closedWith?.code).toBe(4000);
    expect(bench.disconnects).toEqual([
      expect.objectContaining({
        code: 4000,
        isOwn: true,
        next: 'resume',
        reason: 'nothing arrived for 60000 ms',
      }),
    ]);
  });
});

describe('dispatch', () => {
  it('hands up wanted events in order and drops the others unparsed', async () => {
    await bench.connect();
    bench.sink.wanted = (name) => name === 'MESSAGE_CREATE';
    bench.gateway.last.dispatch('MESSAGE_CREATE', 2, { id: '1' });
    // Not JSON beyond its head: parsing it would fail.
    bench.gateway.last.sayText('{"t":"TYPING_START","s":3,"op":0,"d":{nonsense');
    bench.gateway.last.dispatch('MESSAGE_CREATE', 4, { id: '2' });
    await bench.clock.settle();
    expect(bench.sink.events.slice(1)).toEqual([
      { name: 'MESSAGE_CREATE', data: { id: '1' }, shardId: 0 },
      { name: 'MESSAGE_CREATE', data: { id: '2' }, shardId: 0 },
    ]);
    expect(bench.errors).toEqual([]);
  });

  it('counts unwanted events in the sequence', async () => {
    await bench.connect();
    bench.sink.wanted = () => false;
    bench.gateway.last.dispatch('TYPING_START', 9);
    await bench.clock.settle();
    bench.manager.get(0)?.sendHeartbeat();
    expect(bench.gateway.last.sent(1)).toEqual([{ op: 1, d: 9 }]);
  });

  it('reads frames whose head is in another order', async () => {
    await bench.connect();
    bench.gateway.last.sayText('{"d":{"id":"5"},"op":0,"s":"2","t":"MESSAGE_CREATE"}');
    bench.gateway.last.sayText('{"op":0,"s":3,"t":"MESSAGE_CREATE","d":{"id":"6"}}');
    await bench.clock.settle();
    expect(bench.sink.events.slice(1).map((event) => event.data)).toEqual([{ id: '5' }, { id: '6' }]);
    bench.manager.get(0)?.sendHeartbeat();
    expect(bench.gateway.last.sent(1)).toEqual([{ op: 1, d: 3 }]);
  });

  it('never moves the sequence backwards', async () => {
    await bench.connect();
    bench.gateway.last.dispatch('MESSAGE_CREATE', 10);
    bench.gateway.last.dispatch('MESSAGE_CREATE', 4);
    await bench.clock.settle();
    bench.manager.get(0)?.sendHeartbeat();
    expect(bench.gateway.last.sent(1)).toEqual([{ op: 1, d: 10 }]);
  });

  it('delivers a frame that arrives twice only once', async () => {
    await bench.connect();
    bench.gateway.last.dispatch('MESSAGE_CREATE', 2);
    bench.gateway.last.dispatch('MESSAGE_CREATE', 2);
    await bench.clock.settle();
    expect(bench.sink.names).toEqual(['READY', 'MESSAGE_CREATE']);
  });

  it('survives a sink that throws', async () => {
    await bench.connect();
    bench.sink.dispatch = () => {
      throw new Error('sink');
    };
    bench.gateway.last.dispatch('MESSAGE_CREATE', 2);
    await bench.clock.settle();
    expect(bench.errors).toEqual([new Error('sink')]);
    expect(bench.manager.get(0)?.isAlive).toBe(true);
  });

  it('takes a READY without a session for malformed data', async () => {
    void bench.manager.connect().catch(() => {});
    await bench.clock.settle();
    bench.gateway.last.hello();
    bench.gateway.last.say({ op: 0, t: 'READY', s: 1, d: null });
    await bench.clock.settle();
    expect(bench.errors).toEqual([expect.objectContaining({ code: 'GATEWAY_DECODE' })]);
    expect(bench.sink.names).toEqual([]);
  });

  it('tries again when the socket factory itself fails', async () => {
    const open = bench.gateway.open.bind(bench.gateway);
    bench.gateway.open = () => {
      throw new Error('no route');
    };
    void bench.manager.connect().catch(() => {});
    await bench.clock.settle();
    expect(bench.errors).toEqual([new Error('no route')]);
    bench.gateway.open = open;
    await bench.clock.advance(1_000);
    expect(bench.gateway.connections).toHaveLength(1);
  });

  it('ignores opcodes that it does not know', async () => {
    await bench.connect();
    bench.gateway.last.say({ op: 99, d: {} });
    await bench.clock.settle();
    expect(bench.manager.get(0)?.isAlive).toBe(true);
  });
});

describe('reconnecting', () => {
  it('resumes at once on the resume url when Discord asks to reconnect', async () => {
    await bench.connect();
    bench.gateway.last.dispatch('MESSAGE_CREATE', 5);
    bench.gateway.last.say({ op: 7 });
    await bench.clock.advance(0);
    expect(bench.gateway.connections).toHaveLength(2);
    expect(bench.gateway.connections[0]?.closedWith?.code).toBe(4000);
    const resumed = bench.gateway.last;
    expect(resumed.url.host).toBe('resume.gateway.test');
    expect(resumed.url.searchParams.get('v')).toBe('10');
    resumed.hello();
    await bench.clock.settle();
    expect(resumed.received).toEqual([{ op: 6, d: { token: TEST_TOKEN, session_id: 'session-1', seq: 5 } }]);
    resumed.dispatch('MESSAGE_CREATE', 6, { missed: true });
    resumed.dispatch('RESUMED', 7);
    await bench.clock.settle();
    expect(bench.sink.names).toEqual(['READY', 'MESSAGE_CREATE', 'MESSAGE_CREATE', 'RESUMED']);
    expect(bench.notes).toEqual([
      'connect 0',
      'ready 0',
      'disconnect 0 4000 resume',
      'connect 0',
      'resumed 0',
    ]);
  });

  it('reconnects when op 7 comes before Hello', async () => {
    void bench.manager.connect().catch(() => {});
    await bench.clock.settle();
    bench.gateway.last.say({ op: 7 });
    await bench.clock.advance(1_000);
    expect(bench.gateway.connections).toHaveLength(2);
  });

  it.each([
    ['asks to reconnect', { op: 7 }],
    ['refuses the session', { op: 9, d: false }],
    ['interrupts the session', { op: 9, d: true }],
  ])('does not hammer a gateway that %s at once, again and again', async (_case, payload) => {
    void bench.manager.connect().catch(() => {});
    bench.gateway.onConnection = (connection) => {
      connection.hello();
      connection.say(payload);
    };
    await bench.clock.advance(3_600_000);
    expect(bench.gateway.connections.length).toBeGreaterThan(60);
    expect(bench.gateway.connections.length).toBeLessThan(90);
  });

  it('does not hammer a gateway that drops every session as soon as it is ready', async () => {
    bench.gateway.onConnection = (connection) => {
      connection.hello();
      const send = connection.send.bind(connection);
      connection.send = (data) => {
        send(data);
        connection.ready();
        connection.hangUp(1000);
      };
    };
    await bench.manager.connect();
    await bench.clock.advance(3_600_000);
    expect(bench.gateway.connections.length).toBeLessThan(90);
  });

  it('delivers nothing twice when a replay overlaps what had arrived', async () => {
    await bench.connect();
    bench.gateway.last.dispatch('MESSAGE_CREATE', 2);
    await bench.clock.settle();
    bench.gateway.last.say({ op: 7 });
    await bench.clock.advance(0);
    bench.gateway.last.hello();
    bench.gateway.last.dispatch('MESSAGE_CREATE', 2);
    bench.gateway.last.dispatch('MESSAGE_CREATE', 3);
    bench.gateway.last.dispatch('RESUMED', 4);
    await bench.clock.settle();
    expect(bench.sink.names).toEqual(['READY', 'MESSAGE_CREATE', 'MESSAGE_CREATE', 'RESUMED']);
  });

  it('resumes after op 9 true', async () => {
    await bench.connect();
    bench.gateway.last.say({ op: 9, d: true });
    await bench.clock.advance(1_000);
    bench.gateway.last.hello();
    await bench.clock.settle();
    expect(bench.gateway.last.received[0]?.op).toBe(6);
  });

  it('identifies anew, one to five seconds after op 9 false, at the general url', async () => {
    await bench.connect();
    bench.gateway.last.say({ op: 9, d: false });
    await bench.clock.advance(2_999);
    expect(bench.gateway.connections).toHaveLength(1);
    await bench.clock.advance(1);
    expect(bench.gateway.last.url.host).toBe('gateway.test');
    bench.gateway.last.hello();
    await bench.clock.advance(5_000);
    expect(bench.gateway.last.received[0]).toMatchObject({ op: 2 });
  });

  it('drops a connection with malformed JSON and resumes', async () => {
    await bench.connect();
    bench.gateway.last.sayText('{"t":"MESSAGE_CREATE","s":2,"op":0,"d":{"half');
    await bench.clock.settle();
    expect(bench.errors).toEqual([expect.objectContaining({ code: 'GATEWAY_DECODE', format: 'json' })]);
    expect(bench.notes.at(-1)).toBe('disconnect 0 4002 resume');
    await bench.clock.advance(1_000);
    bench.gateway.last.hello();
    await bench.clock.settle();
    // What could not be read is asked for again.
    expect(bench.gateway.last.received[0]?.d).toMatchObject({ seq: 1 });
  });

  it('gives up a session that cannot be resumed three times in a row', async () => {
    await bench.connect();
    bench.gateway.onConnection = (connection) => {
      connection.hello();
      setImmediate(() => setImmediate(() => connection.hangUp(4000)));
    };
    bench.gateway.last.hangUp(4000);
    await bench.clock.advance(20_000);
    const ops = bench.gateway.connections.slice(1, 5).map((connection) => connection.received[0]?.op);
    expect(ops).toEqual([6, 6, 6, 2]);
  });

  it('leaves a resume url that does not answer', async () => {
    await bench.connect();
    bench.gateway.onConnection = (connection) => connection.hangUp(1006);
    bench.gateway.last.hangUp(1006);
    await bench.clock.advance(10_000);
    const hosts = bench.gateway.connections.slice(1, 4).map((connection) => connection.url.host);
    expect(hosts).toEqual(['resume.gateway.test', 'resume.gateway.test', 'gateway.test']);
  });

  it('backs off between attempts, up to a minute', async () => {
    const opened: number[] = [];
    void bench.manager.connect().catch(() => {});
    bench.gateway.onConnection = (connection) => {
      opened.push(bench.clock.now());
      connection.hangUp(1006);
    };
    await bench.clock.advance(400_000);
    const gaps = opened.slice(1).map((at, index) => at - opened[index]!);
    expect(gaps.slice(0, 4)).toEqual([750, 1_500, 3_000, 6_000]);
    expect(Math.max(...gaps)).toBe(45_000);
  });
});
