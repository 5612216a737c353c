import { constants, createDeflate, deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { compressionPlan } from '../../src/gateway/inflate/gateway-compression.js';
import { payloadInflate } from '../../src/gateway/inflate/payload-inflate.js';
import { WindowStream } from '../../src/gateway/inflate/window-stream.js';
import { ZlibStreamInflate } from '../../src/gateway/inflate/zlib-stream-inflate.js';
import { ZstdStreamInflate } from '../../src/gateway/inflate/zstd-stream-inflate.js';
import { seededRandom } from './support/seeded-random.js';

/** Compresses texts as Discord does: one stream, a sync flush after each. */
async function compress(texts: readonly string[]): Promise<Buffer[]> {
  const deflate = createDeflate();
  const chunks: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
  const messages: Buffer[] = [];
  for (const text of texts) {
    deflate.write(text);
    await new Promise<void>((resolve) => deflate.flush(constants.Z_SYNC_FLUSH, () => resolve()));
    messages.push(Buffer.concat(chunks.splice(0)));
  }
  deflate.destroy();
  return messages;
}

const random = seededRandom(11);
const noise = Array.from({ length: 200_000 }, () => String.fromCharCode(32 + random() * 90)).join('');
const texts = [
  '{"op":10}',
  '{"op":0,"d":"é😀"}',
  noise,
  '{"op":0,"d":"é😀"}',
  'x'.repeat(3_000_000),
  '{"op":11}',
];

describe.each([
  ['on the native handle', () => new ZlibStreamInflate()],
  ['with public functions only', () => new ZlibStreamInflate(new WindowStream())],
])('zlib-stream %s', (_name, create) => {
  it('inflates a stream of payloads, small and large', async () => {
    const inflate = create();
    const results = (await compress(texts)).map((message) => inflate.push(message, true)?.toString());
    expect(results).toEqual(texts);
    inflate.close();
  });

  it('waits for the end of a payload that comes in pieces, also when its mark is split', async () => {
    const inflate = create();
    const [first, second] = (await compress(['{"op":10}', '{"op":11}'])) as [Buffer, Buffer];
    expect(inflate.push(first.subarray(0, 5), true)).toBeUndefined();
    expect(inflate.push(first.subarray(5, -2), true)).toBeUndefined();
    expect(inflate.push(first.subarray(-2), true)?.toString()).toBe('{"op":10}');
    for (const byte of second.subarray(0, -1))
      expect(inflate.push(Buffer.from([byte]), true)).toBeUndefined();
    expect(inflate.push(second.subarray(-1), true)?.toString()).toBe('{"op":11}');
    inflate.close();
  });

  it('refuses what is not zlib with a typed error', () => {
    const inflate = create();
    const bytes = Buffer.from('garbage\x00\x00\xff\xff', 'latin1');
    expect(() => inflate.push(bytes, true)).toThrow(
      expect.objectContaining({ code: 'GATEWAY_DECODE', format: 'zlib-stream' }),
    );
    inflate.close();
  });

  it('refuses a stream that breaks in the middle', async () => {
    const inflate = create();
    const [first, second] = (await compress(texts)) as [Buffer, Buffer];
    inflate.push(first, true);
    second[0]! ^= 0xff;
    second[1]! ^= 0xff;
    expect(() => inflate.push(second, true)).toThrow(expect.objectContaining({ code: 'GATEWAY_DECODE' }));
    inflate.close();
  });

  it('passes text through', () => {
    const inflate = create();
    expect(inflate.push(Buffer.from('{"op":10}'), false)?.toString()).toBe('{"op":10}');
    inflate.close();
  });
});

describe('zlib-stream', () => {
  it('refuses a payload whose end does not come', () => {
    const inflate = new ZlibStreamInflate();
    const part = Buffer.alloc(8 * 1_024 * 1_024);
    expect(() => {
      for (let count = 0; count < 6; count++) inflate.push(part, true);
    }).toThrow(expect.objectContaining({ code: 'GATEWAY_DECODE' }));
    inflate.close();
  });
});

describe('payload compression', () => {
  it('inflates binary messages and passes text through', () => {
    expect(payloadInflate.push(deflateSync('{"op":0}'), true)?.toString()).toBe('{"op":0}');
    expect(payloadInflate.push(Buffer.from('{"op":1}'), false)?.toString()).toBe('{"op":1}');
    expect(() => payloadInflate.push(Buffer.from('nonsense'), true)).toThrow(
      expect.objectContaining({ code: 'GATEWAY_DECODE', format: 'payload' }),
    );
  });
});

describe('compressionPlan', () => {
  it('takes the best that the runtime has', () => {
    const best = ZstdStreamInflate.isAvailable() ? 'zstd-stream' : 'zlib-stream';
    expect(compressionPlan('auto', 'json')).toMatchObject({ compression: best, parameter: best });
  });

  it('asks for compressed payloads in Identify instead of in the url', () => {
    expect(compressionPlan('payload', 'json')).toMatchObject({
      parameter: undefined,
      compressPayloads: true,
    });
    expect(compressionPlan('none', 'json')).toMatchObject({ parameter: undefined, compressPayloads: false });
  });

  it('refuses compressed payloads with ETF', () => {
    expect(() => compressionPlan('payload', 'etf')).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', option: 'compression' }),
    );
  });

  it('has zstd, or refuses it by name', () => {
    const make = (): string => compressionPlan('zstd-stream', 'json').compression;
    if (ZstdStreamInflate.isAvailable()) expect(make()).toBe('zstd-stream');
    else expect(make).toThrow(expect.objectContaining({ code: 'INVALID_OPTION', option: 'compression' }));
  });
});
