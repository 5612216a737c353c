import { describe, expect, it } from '@jest/globals';
import { EtfCodec } from '../../src/gateway/etf/etf-codec.js';
import { decodeEtf } from '../../src/gateway/etf/etf-decoder.js';
import { encodeEtf } from '../../src/gateway/etf/etf-encoder.js';
import { readEtfHead } from '../../src/gateway/etf/etf-head.js';
import { EtfToJson } from '../../src/gateway/etf/etf-to-json.js';
import { seededRandom } from './support/seeded-random.js';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const ascii = (text: string): string => Buffer.from(text).toString('hex');
const wide = (value: number, bytes: number): string => value.toString(16).padStart(bytes * 2, '0');
const big = (byte: string, count: number): string => byte.repeat(count);

describe('decodeEtf', () => {
  it.each<[string, string, unknown]>([
    ['a small integer', '83 61 ff', 255],
    ['a negative integer', '83 62 ffffffff', -1],
    ['an integer beyond 32 bits', '83 6e 05 00 0000000001', 4_294_967_296],
    ['the largest exact number', '83 6e 07 00 ffffffffffff1f', Number.MAX_SAFE_INTEGER],
    ['an id, as digits', '83 6e 08 00 25f0400d7bd7d515', '1573400568339165221'],
    ['a negative big integer, as digits', '83 6e 08 01 0000000000000080', '-9223372036854775808'],
    ['a large big integer, as digits', `83 6f 00000009 00 ${big('00', 8)}01`, '18446744073709551616'],
    ['a float', '83 46 3ff8000000000000', 1.5],
    ['a float of the old kind', `83 63 ${Buffer.from('1.5e+00').toString('hex').padEnd(62, '0')}`, 1.5],
    ['nil', '83 73 03 6e696c', null],
    ['null', '83 64 0004 6e756c6c', null],
    ['undefined', '83 77 09 756e646566696e6564', null],
    ['true', '83 64 0004 74727565', true],
    ['false', '83 77 05 66616c7365', false],
    ['another atom', '83 76 0003 e29883', '☃'],
    ['an atom in latin1', '83 73 01 e9', 'é'],
    ['text', '83 6d 00000008 68c3a920f09f9880', 'hé 😀'],
    ['an empty list', '83 6a', []],
    ['a list', '83 6c 00000002 6101 6102 6a', [1, 2]],
    ['a list of small integers', '83 6b 0003 010203', [1, 2, 3]],
    ['a tuple', '83 68 02 6101 6a', [1, []]],
    ['a large tuple', '83 69 00000001 6101', [1]],
    [
      'a map with keys of all kinds',
      '83 74 00000003 6103 6104 7701 61 6101 6d00000001 62 6102',
      { 3: 4, a: 1, b: 2 },
    ],
  ])('decodes %s', (_case, bytes, value) => {
    expect(decodeEtf(hex(bytes))).toEqual(value);
  });

  it('keeps a key named __proto__ as data', () => {
    const value = decodeEtf(hex(`83 74 00000001 77 09 ${Buffer.from('__proto__').toString('hex')} 6101`));
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.entries(value as object)).toEqual([['__proto__', 1]]);
  });

  it('unpacks a compressed term', async () => {
    const { deflateSync } = await import('node:zlib');
    const term = encodeEtf({ list: ['abc', 'abc', 'abc'] }).subarray(1);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(term.length);
    const bytes = Buffer.concat([hex('83 50'), length, deflateSync(term)]);
    expect(decodeEtf(bytes)).toEqual({ list: ['abc', 'abc', 'abc'] });
  });

  it.each<[string, string]>([
    ['no version', '61 01'],
    ['nothing', ''],
    ['a process id', '83 58 6101'],
    ['a bit string', '83 4d 00000001 03 a0'],
    ['text that is cut off', '83 6d 00000008 6868'],
    ['a list that claims four thousand million elements', '83 6c ffffffff 6101'],
    ['a map that claims more than there is', '83 74 7fffffff 6101'],
    ['a list with an improper end', '83 6c 00000001 6101 6102'],
    ['bytes after the term', '83 6101 00'],
    ['a map as a key', '83 74 00000001 7400000000 6101'],
    ['an integer of a megabyte', `83 6f 00100000 00 ${big('ff', 64)}`],
    ['a float that is no number', `83 63 ${big('41', 31)}`],
    ['a compressed term that is not', '83 50 00000004 01020304'],
    ['nesting without end', `83 ${big('6c00000001', 100_000)}`],
  ])('refuses %s with a typed error', (_case, bytes) => {
    expect(() => decodeEtf(hex(bytes))).toThrow(
      expect.objectContaining({ code: 'GATEWAY_DECODE', format: 'etf' }),
    );
  });
});

describe('encodeEtf', () => {
  it('writes keys as binaries and leaves undefined members out', () => {
    expect(encodeEtf({ op: 1, d: null, x: undefined }).toString('hex')).toBe(
      hex('83 74 00000002 6d00000002 6f70 6101 6d00000001 64 73036e696c').toString('hex'),
    );
  });

  it.each<[unknown]>([
    [{ op: 2, d: { token: 'é', shard: [0, 1], intents: 53_608_447, afk: false, since: null } }],
    [[0, 255, 256, -1, 2 ** 31, -(2 ** 31) - 1, Number.MAX_SAFE_INTEGER, 1.5, -0.25, 1e300]],
    [{ deep: [[[{ empty: {}, list: [] }]]] }],
  ])('comes back through the decoder unchanged: %j', (value) => {
    expect(decodeEtf(encodeEtf(value))).toEqual(value);
  });

  it('writes big integers that a number cannot hold', () => {
    expect(decodeEtf(encodeEtf(2n ** 2_047n))).toBe((2n ** 2_047n).toString());
    expect(decodeEtf(encodeEtf(-(2n ** 64n)))).toBe('-18446744073709551616');
  });
});

describe('readEtfHead', () => {
  it('reads the head though the body comes first', () => {
    const frame = encodeEtf({
      d: { id: '1', list: [1, [2], { a: 1.5 }] },
      op: 0,
      s: 70_000,
      t: 'MESSAGE_CREATE',
    });
    expect(readEtfHead(frame)).toEqual({ op: 0, s: 70_000, t: 'MESSAGE_CREATE' });
    expect(readEtfHead(encodeEtf({ d: null, op: 11, s: null, t: null }))).toEqual({
      op: 11,
      s: null,
      t: null,
    });
  });

  it('gives up, and leaves it to the decoder, wherever the frame is cut', () => {
    const frame = encodeEtf({ d: { id: '1' }, op: 0, s: 7, t: 'X' });
    for (let end = 0; end < frame.length; end++) expect(readEtfHead(frame.subarray(0, end))).toBeUndefined();
  });

  it.each([
    ['binaries', (text: string) => `6d ${wide(text.length, 4)} ${ascii(text)}`],
    ['atoms', (text: string) => `64 ${wide(text.length, 2)} ${ascii(text)}`],
    ['UTF-8 atoms', (text: string) => `76 ${wide(text.length, 2)} ${ascii(text)}`],
    ['short atoms', (text: string) => `73 ${wide(text.length, 1)} ${ascii(text)}`],
    ['short UTF-8 atoms', (text: string) => `77 ${wide(text.length, 1)} ${ascii(text)}`],
  ])('reads it from the end of a frame with sorted keys that are %s', (_case, text) => {
    const frameOf = (s: string, name: string): Buffer =>
      hex(`83 74 00000004 ${text('d')} 6dffffffff ${text('op')} 6100 ${text('s')} ${s} ${text('t')} ${name}`);
    // The body's length leads nowhere: a walk would not come through.
    const binaryName = `6d 0000000c ${ascii('TYPING_START')}`;
    expect(readEtfHead(frameOf('62 00011170', text('MESSAGE_CREATE')))).toEqual({
      op: 0,
      s: 70_000,
      t: 'MESSAGE_CREATE',
    });
    expect(readEtfHead(frameOf('61 05', binaryName))).toEqual({ op: 0, s: 5, t: 'TYPING_START' });
    expect(readEtfHead(frameOf('73036e696c', binaryName))).toBeUndefined();
  });

  it('is not deceived by a message that ends like a frame', () => {
    const forged = encodeEtf({ op: 0, s: 5, t: 'READY' }).subarray(6).toString('latin1');
    const d = { content: forged };
    const real = { op: 0, s: 9, t: 'MESSAGE_CREATE' };
    expect(readEtfHead(encodeEtf({ ...real, d }))).toEqual(real);
    expect(readEtfHead(encodeEtf({ d, ...real }))).toEqual(real);
    expect(readEtfHead(encodeEtf({ d }))).toBeUndefined();
  });

  it('gives up on lengths that lead nowhere', () => {
    expect(readEtfHead(hex('83 74 ffffffff 7701 64 6c ffffffff'))).toBeUndefined();
  });
});

describe('EtfCodec', () => {
  it('refuses a frame that is no map with an opcode', () => {
    const codec = new EtfCodec();
    expect(() => codec.decode(encodeEtf([1]))).toThrow(expect.objectContaining({ code: 'GATEWAY_DECODE' }));
    expect(() => codec.decode(encodeEtf({ t: 'X' }))).toThrow(
      expect.objectContaining({ code: 'GATEWAY_DECODE' }),
    );
  });
});

describe('ETF as JSON text', () => {
  const random = seededRandom(9);

  /** Anything that JSON can say, with odd text in it. */
  function anything(depth: number): unknown {
    const kind = Math.floor(random() * (depth > 3 ? 6 : 8));
    const texts = [
      '',
      'plain',
      'quote " back \\ slash /',
      'line\n\u0000\u001f\u007f',
      'Ünïcode ✨ 😀',
      '\u2028',
    ];
    if (kind === 0) return null;
    if (kind === 1) return random() < 0.5;
    if (kind === 2) return Math.floor((random() - 0.5) * 2 ** (1 + Math.floor(random() * 52)));
    if (kind === 3) return (random() - 0.5) * 1e6;
    if (kind < 6) return texts[Math.floor(random() * texts.length)];
    const items = Array.from({ length: Math.floor(random() * 5) }, () => anything(depth + 1));
    return kind === 6
      ? items
      : Object.fromEntries(items.map((item, index) => [`${texts[index]}${index}`, item]));
  }

  it('says what was encoded, whatever that is', () => {
    const toJson = new EtfToJson();
    for (let round = 0; round < 2_000; round++) {
      const value = anything(0);
      expect(JSON.parse(toJson.write(encodeEtf(value)).toString('utf8'))).toEqual(value);
    }
  });

  it('keeps every integer of 64 bits exact', () => {
    for (let round = 0; round < 5_000; round++) {
      const bytes = Buffer.alloc(12);
      bytes.set([131, 110, 8, 0]);
      for (let at = 4; at < 12; at++) bytes[at] = random() < 0.3 ? 0 : Math.floor(random() * 256);
      const value = bytes.readBigUInt64LE(4);
      const expected = value > BigInt(Number.MAX_SAFE_INTEGER) ? String(value) : Number(value);
      expect(decodeEtf(bytes)).toBe(expected);
    }
  });

  it('keeps shorter integers exact, and writes them as keys', () => {
    for (let round = 0; round < 5_000; round++) {
      const digits = Array.from({ length: round % 9 }, () => wide(Math.floor(random() * 256), 1));
      const value = BigInt(`0x0${[...digits].reverse().join('')}`);
      const term = `6e ${wide(digits.length, 1)} 00 ${digits.join('')}`;
      const expected = value > BigInt(Number.MAX_SAFE_INTEGER) ? String(value) : Number(value);
      expect(decodeEtf(hex(`83 74 00000001 ${term} ${term}`))).toEqual({ [String(value)]: expected });
    }
  });

  it('writes numbers around each power of ten', () => {
    for (let power = 1n; power < 2n ** 64n; power *= 10n)
      for (const value of [power - 1n, power, power + 1n, power * 2n - 1n].filter((it) => it < 2n ** 64n)) {
        const digits = String(decodeEtf(encodeEtf(value)));
        expect(digits).toBe(String(value));
      }
  });

  it('escapes what has to be, wherever it stands in a text of any length', () => {
    const odd = ['"', '\\', '\n', '\u0000', '\u001f', ' ', '!', '\u007f', 'é', '😀'];
    for (let length = 0; length < 20; length++)
      for (let at = 0; at <= length; at++)
        for (const character of odd) {
          const text = `${'a'.repeat(at)}${character}${'z'.repeat(length - at)}`;
          expect(decodeEtf(encodeEtf({ [text]: text, next: 1 }))).toEqual({ [text]: text, next: 1 });
        }
  });

  it('reads atoms in Latin-1 as keys and as values', () => {
    for (const text of ['é', 'plain_key', 'naïve key', '"quoted" ÿ', 'falsé', 'nile'])
      for (const header of [`64 ${wide(text.length, 2)}`, `73 ${wide(text.length, 1)}`]) {
        const atom = `${header} ${Buffer.from(text, 'latin1').toString('hex')}`;
        expect(decodeEtf(hex(`83 74 00000001 ${atom} ${atom}`))).toEqual({ [text]: text });
      }
  });

  it('never reads on into the frame before, wherever a frame is cut', () => {
    const toJson = new EtfToJson();
    const terms = `6101 62 00000001 ${'6d 00000002 6869'} 7703 6e696c 46 3ff8000000000000 6e 02 00 0001`;
    const frame = Buffer.concat([
      hex(`83 68 09 ${terms} 6b 0002 0102 6c 00000001 6a 6a`),
      hex('74 00000001 77 01 61 6105'),
    ]);
    const whole = toJson.write(frame).toString();
    expect(whole).toBe('[1,1,"hi",null,1.5,256,[1,2],[[]],{"a":5}]');
    for (let end = 0; end < frame.length; end++) {
      expect(() => toJson.write(frame.subarray(0, end))).toThrow(
        expect.objectContaining({ code: 'GATEWAY_DECODE' }),
      );
      expect(toJson.write(frame).toString()).toBe(whole);
    }
  });

  it('hands a dispatch on as text, which its reader and the cache can take', () => {
    const codec = new EtfCodec();
    const d = { id: '5', content: 'é "' };
    const bytes = Buffer.from(encodeEtf({ t: 'MESSAGE_CREATE', s: 7, op: 0, d }));
    const seen: unknown[] = [];
    const read = (text: Buffer, start: number, end: number, name: string): object => {
      seen.push([name, JSON.parse(text.toString('utf8', start, end))]);
      return { read: true };
    };
    const frame = codec.decode(bytes, codec.readHead(bytes), { read });
    expect([frame.t, frame.s, frame.op, frame.d]).toEqual(['MESSAGE_CREATE', 7, 0, { read: true }]);
    expect(seen).toEqual([['MESSAGE_CREATE', d]]);
    expect(JSON.parse(frame.text!.toString('utf8'))).toEqual({ t: 'MESSAGE_CREATE', s: 7, op: 0, d });
    expect(codec.decode(bytes, codec.readHead(bytes)).d).toEqual(d);
  });
});
