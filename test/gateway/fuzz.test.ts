import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { GatewayDecodeError } from '../../src/errors/gateway-decode-error.js';
import type { GatewayCodec } from '../../src/gateway/codec/gateway-codec.js';
import { JsonCodec } from '../../src/gateway/codec/json-codec.js';
import { EtfCodec } from '../../src/gateway/etf/etf-codec.js';
import { encodeEtf } from '../../src/gateway/etf/etf-encoder.js';
import { WindowStream } from '../../src/gateway/inflate/window-stream.js';
import { ZlibStreamInflate } from '../../src/gateway/inflate/zlib-stream-inflate.js';
import { GatewayBench } from './support/gateway-bench.js';
import { seededRandom } from './support/seeded-random.js';

const ROUNDS = 20_000;
const frame = {
  t: 'MESSAGE_CREATE',
  s: 1234,
  op: 0,
  d: {
    id: '1573400568339165221',
    list: [1, 2, 3],
    nested: { name: 'é😀', flag: true, none: null, half: 0.5 },
  },
};

/** The bytes with some of them changed, removed, doubled or cut off. */
function damage(bytes: Buffer, random: () => number): Buffer {
  const damaged = Buffer.from(bytes);
  for (let count = 1 + random() * 4; count > 0; count--)
    damaged[Math.floor(random() * damaged.length)] = random() * 256;
  const at = Math.floor(random() * damaged.length);
  const how = random();
  if (how < 0.2) return damaged.subarray(0, at);
  if (how < 0.3) return Buffer.concat([damaged, damaged.subarray(at)]);
  if (how < 0.4) return Buffer.concat([damaged.subarray(0, at), damaged.subarray(at + 3)]);
  return damaged;
}

/** Whether `act` succeeds; fails the test on any error that is not the typed one. */
function survives(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (!(error instanceof GatewayDecodeError)) throw error;
    return false;
  }
}

describe.each<[string, GatewayCodec, Buffer]>([
  ['etf', new EtfCodec(), encodeEtf(frame)],
  ['json', new JsonCodec(), Buffer.from(JSON.stringify(frame))],
])('damaged %s', (_name, codec, bytes) => {
  it('gives a frame or a typed error, and never anything else', () => {
    const random = seededRandom(2024);
    let refused = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const damaged = damage(bytes, random);
      expect(() => codec.readHead(damaged)).not.toThrow();
      if (!survives(() => codec.decode(damaged))) refused += 1;
    }
    expect(refused).toBeGreaterThan(ROUNDS / 10);
    expect(refused).toBeLessThan(ROUNDS);
  });
});

describe.each([
  ['on the native handle', () => new ZlibStreamInflate()],
  ['with public functions only', () => new ZlibStreamInflate(new WindowStream())],
])('damaged zlib-stream %s', (_name, create) => {
  it('gives bytes, waits, or a typed error', () => {
    const random = seededRandom(7);
    const suffix = Buffer.from([0, 0, 0xff, 0xff]);
    const bytes = deflateSync(JSON.stringify(frame));
    let refused = 0;
    for (let round = 0; round < 2_000; round++) {
      const inflate = create();
      const message = Buffer.concat([damage(bytes, random), suffix]);
      if (!survives(() => inflate.push(message, true))) refused += 1;
      inflate.close();
    }
    expect(refused).toBeGreaterThan(100);
  });
});

describe.each(['json', 'etf'] as const)('a shard that gets damaged %s', (format) => {
  it('reconnects and goes on', async () => {
    const bench = new GatewayBench({ format, compression: 'none' });
    const random = seededRandom(99);
    const isBinary = format === 'etf';
    const encode = (value: unknown): Buffer =>
      format === 'etf' ? encodeEtf(value) : Buffer.from(JSON.stringify(value));
    const ready = {
      session_id: 'session',
      resume_gateway_url: 'wss://resume.gateway.test',
      user: { id: '1' },
      guilds: [],
    };
    let accepted = 0;
    bench.gateway.onConnection = (connection) => {
      accepted += 1;
      connection.send = () => {};
      connection.sayBytes(encode({ t: null, s: null, op: 10, d: { heartbeat_interval: 41_250 } }), isBinary);
      setImmediate(() =>
        setImmediate(() => {
          connection.sayBytes(encode({ t: 'READY', s: 1, op: 0, d: ready }), isBinary);
          for (let count = 0; count < 20; count++)
            connection.sayBytes(damage(encode(frame), random), isBinary);
        }),
      );
    };
    const connecting = bench.manager.connect();
    await bench.clock.advance(3_600_000);
    await connecting;
    expect(accepted).toBeGreaterThan(10);
    expect(bench.errors.length).toBeGreaterThan(10);
    for (const error of bench.errors) expect(error).toBeInstanceOf(GatewayDecodeError);
    expect(bench.gateway.openConnections).toBeLessThanOrEqual(1);
    await bench.manager.close();
    expect(bench.clock.pendingTimers).toBe(0);
  });
});
