import { describe, expect, it } from '@jest/globals';
import { readFrameHead } from '../../src/gateway/codec/frame-head.js';
import { JsonCodec } from '../../src/gateway/codec/json-codec.js';

const read = (text: string) => readFrameHead(Buffer.from(text));

describe('readFrameHead', () => {
  it.each([
    [
      "Discord's order",
      '{"t":"MESSAGE_CREATE","s":5,"op":0,"d":{}}',
      { t: 'MESSAGE_CREATE', s: 5, op: 0, bodyAt: 39 },
    ],
    ['no dispatch', '{"t":null,"s":null,"op":11,"d":null}', { t: null, s: null, op: 11 }],
    ['op first', '{"op":0,"s":1234567,"t":"READY","d":{}}', { t: 'READY', s: 1_234_567, op: 0 }],
    ['s first', '{"s":1,"op":0,"t":"RESUMED","d":{}}', { t: 'RESUMED', s: 1, op: 0 }],
    ['spaces', '{ "t": "X", "s": 2, "op": 0, "d": {} }', { t: 'X', s: 2, op: 0 }],
    ['d absent behind the head', '{"t":"X","s":2,"op":0}', undefined],
    ['d before the rest', '{"op":0,"d":{"t":"WRONG"},"s":1,"t":"X"}', undefined],
    ['an unknown key before the rest', '{"_trace":[],"t":"X","s":2,"op":0,"d":{}}', undefined],
    ['numbers as text', '{"t":"X","s":"2","op":0,"d":{}}', undefined],
    ['a fraction', '{"t":"X","s":2.5,"op":0,"d":{}}', undefined],
    ['a negative number', '{"t":"X","s":-2,"op":0,"d":{}}', undefined],
    ['an escape in the name', '{"t":"\\u0058","s":2,"op":0,"d":{}}', undefined],
    ['a name without end', `{"t":"${'X'.repeat(500)}`, undefined],
    ['an array', '[1,2]', undefined],
    ['nothing', '', undefined],
  ])('reads or leaves alone: %s', (_case, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('never disagrees with JSON.parse, wherever a frame is cut', () => {
    const text = '{"t":"MESSAGE_CREATE","s":42,"op":0,"d":{"id":"1"}}';
    const heads = Array.from({ length: text.length + 1 }, (_, end) => read(text.slice(0, end)));
    for (const head of heads) if (head) expect(head).toMatchObject({ t: 'MESSAGE_CREATE', s: 42, op: 0 });
    expect(heads.at(-1)).toBeDefined();
  });
});

describe('JsonCodec', () => {
  it.each([
    '{"t":"X","s":1,"op":0,"d":{"a":[1,"é"]}}',
    '{"t":"X","s":1,"op":0,"d":null}',
    '{"t":"X","s":1,"op":0,"d":{},"more":1}',
    '{"t":"X","s":1,"op":0,"d":{"a":1},"s":2}',
    '{"t":"X","s":1,"op":0,"d":[] }',
    '{"op":0,"d":7,"s":1,"t":"X"}',
  ])('decodes %s as JSON.parse does, with the head known or not', (text) => {
    const codec = new JsonCodec();
    const bytes = Buffer.from(text);
    const { t, op, d } = JSON.parse(text);
    expect(codec.decode(bytes)).toMatchObject({ t, op, d });
    expect(codec.decode(bytes, codec.readHead(bytes))).toMatchObject({ t, op, d });
  });

  it.each(['{"t":"X","s":1,"op":0,"d":{"a"}', '{"t":"X","s":1,"op":0,"d":', '{"t":"X","s":1,"op":0,"d":1'])(
    'refuses %s',
    (text) => {
      const codec = new JsonCodec();
      const bytes = Buffer.from(text);
      expect(() => codec.decode(bytes, codec.readHead(bytes))).toThrow(
        expect.objectContaining({ code: 'GATEWAY_DECODE' }),
      );
    },
  );
});
