/**
 * Cost of a gateway frame on its way from the socket to the sink, as a ratio to bare `JSON.parse` in the same run.
 *
 *     npm run bench gateway
 *
 * Rows of one round are measured one after the other and rounds are repeated, so that what disturbs the machine
 * disturbs all rows; the median of the rounds is shown.
 */
import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { JsonCodec } from '../src/gateway/codec/json-codec.js';
import { EtfCodec } from '../src/gateway/etf/etf-codec.js';
import { encodeEtf } from '../src/gateway/etf/etf-encoder.js';
import { FrameReader } from '../src/gateway/frame-reader.js';
import type { Inflate } from '../src/gateway/inflate/inflate.js';
import { ZlibStreamInflate } from '../src/gateway/inflate/zlib-stream-inflate.js';
import { ZstdStreamInflate } from '../src/gateway/inflate/zstd-stream-inflate.js';
import { ShardSession } from '../src/gateway/session/shard-session.js';
import { median, publish } from './support/results.js';

const FRAMES = Number(argument('frames', '20000'));
const ROUNDS = Number(argument('rounds', '15'));

interface Row {
  readonly name: string;
  readonly run: () => number;
}

const payloads = Array.from({ length: FRAMES }, (_, index) => payload(index));
const json = payloads.map((value) => Buffer.from(JSON.stringify(value)));
const etf = payloads.map((value) => encodeEtf({ d: value.d, op: value.op, s: value.s, t: value.t }));
const deflated = await compress(json, zlib.createDeflate(), zlib.constants.Z_SYNC_FLUSH);
const zstd = await compressWithZstd(json);
const sum = (total: number, buffers: readonly Buffer[]): number =>
  buffers.reduce((bytes, buffer) => bytes + buffer.length, total);

const rows: readonly Row[] = [
  { name: 'bare JSON.parse', run: () => json.reduce((count, bytes) => count + parse(bytes), 0) },
  { name: 'json, every event wanted', run: () => read(json, new JsonCodec(), () => true) },
  { name: 'json, no event wanted', run: () => read(json, new JsonCodec(), () => false) },
  {
    name: 'json, messages wanted',
    run: () => read(json, new JsonCodec(), (name) => name === 'MESSAGE_CREATE'),
  },
  ...streamRows('zlib-stream', deflated, () => new ZlibStreamInflate()),
  ...(zstd ? streamRows('zstd-stream', zstd, () => new ZstdStreamInflate()) : []),
  { name: 'etf, every event wanted', run: () => read(etf, new EtfCodec(), () => true) },
  { name: 'etf, no event wanted', run: () => read(etf, new EtfCodec(), () => false) },
];

const times = new Map<string, number[]>(rows.map(({ name }) => [name, []]));
for (let round = 0; round < ROUNDS + 2; round++) {
  for (const { name, run } of rows) {
    const start = process.hrtime.bigint();
    if (run() < 0) throw new Error('nothing was read');
    // The first two rounds warm up.
    if (round >= 2) times.get(name)?.push(Number(process.hrtime.bigint() - start));
  }
}

const baseNs = median(times.get('bare JSON.parse') ?? []);
console.log(
  `${FRAMES} frames, ${Math.round(sum(0, json) / FRAMES)} bytes each, ${ROUNDS} rounds, node ${process.version}`,
);
for (const { name } of rows) {
  const ns = median(times.get(name) ?? []);
  publish({ name, ratio: ns / baseNs, detail: `${(ns / FRAMES / 1_000).toFixed(2)} µs` });
}

function parse(bytes: Buffer): number {
  const value = JSON.parse(bytes.toString('utf8')) as { op: number };
  return value.op + 1;
}

function read(
  frames: readonly Buffer[],
  codec: JsonCodec | EtfCodec,
  hears: (name: string) => boolean,
): number {
  const reader = new FrameReader({ codec, session: new ShardSession(), hears });
  let delivered = 0;
  for (const bytes of frames) if (reader.read(bytes, false)) delivered += 1;
  return delivered;
}

function streamRows(name: string, messages: readonly Buffer[], open: () => Inflate): readonly Row[] {
  return [
    { name: `${name}, inflate alone`, run: () => inflate(messages, open()) },
    { name: `${name} + json, every event wanted`, run: () => readStream(messages, open(), () => true) },
    { name: `${name} + json, no event wanted`, run: () => readStream(messages, open(), () => false) },
  ];
}

function inflate(messages: readonly Buffer[], stream: Inflate): number {
  const bytes = messages.reduce((total, message) => total + (stream.push(message, true)?.length ?? 0), 0);
  stream.close();
  return bytes;
}

function readStream(messages: readonly Buffer[], stream: Inflate, hears: (name: string) => boolean): number {
  const reader = new FrameReader({ codec: new JsonCodec(), session: new ShardSession(), hears });
  let delivered = 0;
  for (const message of messages) {
    const bytes = stream.push(message, true);
    if (bytes && reader.read(bytes, false)) delivered += 1;
  }
  stream.close();
  return delivered;
}

/** One frame of the mix that a busy bot sees: messages, presences, typing. */
function payload(index: number): { t: string; s: number; op: number; d: unknown } {
  const s = index + 2;
  const id = String(1_100_000_000_000_000_000n + BigInt(index));
  if (index % 20 < 10) return { t: 'MESSAGE_CREATE', s, op: 0, d: message(id, index) };
  if (index % 20 < 16) return { t: 'PRESENCE_UPDATE', s, op: 0, d: presence(id) };
  return {
    t: 'TYPING_START',
    s,
    op: 0,
    d: { user_id: id, channel_id: id, guild_id: id, timestamp: index, member: member(id) },
  };
}

function message(id: string, index: number): unknown {
  return {
    type: 0,
    tts: false,
    timestamp: '2026-11-20T12:00:00.000000+00:00',
    pinned: false,
    nonce: id,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    member: { ...member(id), user: undefined },
    id,
    flags: 0,
    embeds: [],
    edited_timestamp: null,
    content: `message ${index}: ${'words and more words '.repeat(index % 12)}`,
    components: [],
    channel_id: id,
    channel_type: 0,
    author: user(id),
    attachments: [],
    guild_id: id,
  };
}

function presence(id: string): unknown {
  return {
    user: { id },
    status: 'online',
    guild_id: id,
    client_status: { desktop: 'online' },
    activities: [],
  };
}

function member(id: string): object {
  return {
    roles: [id, id, id],
    premium_since: null,
    pending: false,
    nick: null,
    mute: false,
    joined_at: '2020-01-01T00:00:00.000000+00:00',
    flags: 0,
    deaf: false,
    communication_disabled_until: null,
    avatar: null,
    user: user(id),
  };
}

function user(id: string): unknown {
  return {
    username: `user${id}`,
    public_flags: 0,
    id,
    global_name: 'A Name',
    discriminator: '0',
    avatar: 'a'.repeat(32),
  };
}

/** Compression that can be flushed in ways of its own. */
interface Compressor extends Transform {
  flush(kind: number, done: () => void): void;
}

async function compress(buffers: readonly Buffer[], stream: Compressor, flush: number): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const messages: Buffer[] = [];
  for (const buffer of buffers) {
    stream.write(buffer);
    await new Promise<void>((resolve) => stream.flush(flush, () => resolve()));
    messages.push(Buffer.concat(chunks.splice(0)));
  }
  stream.destroy();
  return messages;
}

/** `undefined` where the runtime has no zstd: Node has it from 22.15 on. */
async function compressWithZstd(buffers: readonly Buffer[]): Promise<Buffer[] | undefined> {
  const { constants, createZstdCompress } = zlib as unknown as {
    readonly createZstdCompress?: () => Compressor;
    readonly constants: { readonly ZSTD_e_flush: number };
  };
  return createZstdCompress && compress(buffers, createZstdCompress(), constants.ZSTD_e_flush);
}

function argument(name: string, fallback: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
}
