import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { contentTypeOfBytes, contentTypeOfName } from '../../src/rest/multipart/content-type.js';
import { toDataUri } from '../../src/rest/multipart/data-uri.js';
import { Rest } from '../../src/rest/rest.js';
import type { SentRequest } from './support/scripted-dispatcher.js';
import { outcomeOf, scriptedRest, TOKEN } from './support/scripted-rest.js';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

interface Part {
  readonly head: string;
  readonly body: string;
}

/** Parts of a form, by the boundary of its content type. */
function partsOf({ headers, body }: SentRequest): Part[] {
  const boundary = /boundary=(.+)$/.exec(headers['content-type'] ?? '')?.[1] ?? '';
  const pieces = body.split(`--${boundary}`);
  expect(pieces.at(-1)).toBe('--\r\n');
  return pieces.slice(1, -1).map((piece) => {
    const [head = '', ...rest] = piece.slice(2, -2).split('\r\n\r\n');
    return { head, body: rest.join('\r\n\r\n') };
  });
}

describe('uploads', () => {
  it('sends the JSON as payload_json and each file with its type and an attachment entry', async () => {
    const { rest, wire } = scriptedRest(() => ({ body: {} }));
    const files = [
      { name: 'cat "one".png', data: PNG, description: 'A cat', isSpoiler: true },
      { data: new Blob(['hi'], { type: 'text/plain' }) },
    ];
    await rest.channels.createMessage('1', { content: 'look' }, { files });
    const [json, image, text] = partsOf(wire.sent[0]!);
    expect(JSON.parse(json?.body ?? '')).toEqual({
      content: 'look',
      attachments: [
        { id: 0, filename: 'cat "one".png', description: 'A cat', is_spoiler: true },
        { id: 1, filename: 'file-1' },
      ],
    });
    expect(json?.head).toContain('name="payload_json"\r\nContent-Type: application/json');
    expect(image?.head).toContain('name="files[0]"; filename="cat %22one%22.png"\r\nContent-Type: image/png');
    expect(Buffer.from(image?.body ?? '', 'latin1')).toEqual(Buffer.from(PNG));
    expect(text?.head).toContain('name="files[1]"; filename="file-1"\r\nContent-Type: text/plain');
    expect(text?.body).toBe('hi');
    expect(Number(wire.sent[0]?.headers['content-length'])).toBe(wire.sent[0]?.body.length);
  });

  it('puts attachments into `data` of an interaction answer and keeps those that are listed', async () => {
    const { rest, wire } = scriptedRest(() => ({ body: {} }));
    const file = { name: 'a.txt', data: Buffer.from('a') };
    const data = { attachments: [{ id: '99' }, { id: 0, title: 'Mine' }] };
    await rest.interactions.createResponse('1', 't', { type: 4, data }, { files: [file] });
    const [json] = partsOf(wire.sent[0]!);
    expect(JSON.parse(json?.body ?? '').data.attachments).toEqual([{ id: '99' }, { id: 0, title: 'Mine' }]);
  });

  it('lists no attachments where there is nothing to say, so that an edit adds files', async () => {
    const { rest, wire } = scriptedRest(() => ({ body: {} }));
    const files = [{ name: 'a.txt', data: Buffer.from('a') }];
    await rest.channels.editMessage('1', '2', { content: 'x' }, { files });
    expect(JSON.parse(partsOf(wire.sent[0]!)[0]?.body ?? '')).toEqual({ content: 'x' });
  });

  it('reads files by path, with name, size and type found', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'cogwork-'));
    try {
      const path = join(directory, 'picture.bin');
      writeFileSync(path, PNG);
      const { rest, wire } = scriptedRest((_, index) =>
        index === 0 ? { status: 429, body: { retry_after: 0 } } : { body: {} },
      );
      await rest.channels.createMessage('1', {}, { files: [{ data: { path } }] });
      expect(wire.sent).toHaveLength(2);
      expect(wire.sent[1]?.body).toBe(wire.sent[0]?.body);
      expect(partsOf(wire.sent[0]!)[1]?.head).toContain('filename="picture.bin"\r\nContent-Type: image/png');
      expect(wire.sent[0]?.headers['content-length']).toBeDefined();
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('does not send a stream twice, but opens a function anew for each attempt', async () => {
    const limited = { status: 429, body: { message: 'slow', retry_after: 0 } };
    const once = scriptedRest(() => limited);
    const error = await outcomeOf(
      once.rest.channels.createMessage(
        '1',
        {},
        { files: [{ name: 's', data: Readable.from([Buffer.from('x')]) }] },
      ),
    );
    expect(error).toMatchObject({ status: 429 });
    expect(once.wire.sent).toHaveLength(1);
    let opened = 0;
    const open = async function* (): AsyncGenerator<Uint8Array> {
      opened++;
      yield Buffer.from('x');
    };
    const again = scriptedRest((_, index) => (index === 0 ? limited : { body: {} }));
    await again.rest.channels.createMessage('1', {}, { files: [{ name: 's', data: open }] });
    expect(opened).toBe(2);
  });

  it('sends stickers and target users under their own form fields', async () => {
    const { rest, wire } = scriptedRest(() => ({ body: {} }));
    await rest.stickers.create(
      '1',
      { name: 'wave', description: '', tags: 'wave' },
      { name: 'w.png', data: PNG },
    );
    await rest.channels.createInvite(
      '1',
      { max_age: 60 },
      { targetUsers: { name: 'u.csv', data: Buffer.from('1\n2') } },
    );
    expect(partsOf(wire.sent[0]!).map(({ head }) => /name="(\w+)"/.exec(head)?.[1])).toEqual([
      'name',
      'description',
      'tags',
      'file',
    ]);
    const [json, csv] = partsOf(wire.sent[1]!);
    expect([json?.body, csv?.body]).toEqual(['{"max_age":60}', '1\n2']);
    expect(csv?.head).toContain('text/csv');
  });

  it('reads a large stream no faster than the server takes it', async () => {
    const chunk = Buffer.alloc(64 * 1024);
    let produced = 0;
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 512; i++) {
        produced += chunk.length;
        yield chunk;
      }
    };
    const server = createServer((request, response) => {
      void (async () => {
        for (let i = 0; i < 200; i++) await nextTurn();
        const beforeReading = produced;
        request.resume().on('end', () => {
          response.setHeader('content-type', 'application/json').end(JSON.stringify({ beforeReading }));
        });
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const rest = new Rest(TOKEN, { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    const answer = await rest.channels.createMessage('1', {}, { files: [{ name: 'big', data: endless }] });
    await rest.close();
    await new Promise((resolve) => server.close(resolve));
    expect((answer as unknown as { beforeReading: number }).beforeReading).toBeLessThan(24 * 1024 * 1024);
    expect(produced).toBe(512 * chunk.length);
  });

  it('makes data URIs of images', () => {
    expect(toDataUri(PNG.subarray(0, 8))).toBe('data:image/png;base64,iVBORw0KGgo=');
    expect(toDataUri(new Uint8Array([1]), 'audio/ogg')).toBe('data:audio/ogg;base64,AQ==');
  });

  it('tells types by bytes before names', () => {
    expect(contentTypeOfBytes(PNG)).toBe('image/png');
    expect(contentTypeOfBytes(Buffer.from('GIF89a'))).toBe('image/gif');
    expect(contentTypeOfBytes(Buffer.from('RIFF0000WEBPVP8 '))).toBe('image/webp');
    expect(contentTypeOfBytes(Buffer.from('OggS'))).toBe('audio/ogg');
    expect(contentTypeOfBytes(new Uint8Array())).toBeUndefined();
    expect(contentTypeOfName('Song.MP3')).toBe('audio/mpeg');
    expect(contentTypeOfName('constructor')).toBeUndefined();
    expect(contentTypeOfName('x.constructor')).toBeUndefined();
  });
});
