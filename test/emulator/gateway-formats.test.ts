import { constants, createInflate, inflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmulatedBot } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import type { Socket } from '../../src/utils/socket-factory.js';

let discord: Emulator;
let account: EmulatedBot;
let frames: { data: Buffer; isBinary: boolean }[];
let closes: number[];
let socket: Socket;

async function connect(query: string): Promise<void> {
  socket = discord.sockets.open(`${discord.gatewayUrl}/?v=10&${query}`, {
    onOpen: () => {},
    onMessage: (data, isBinary) => frames.push({ data, isBinary }),
    onClose: (code) => closes.push(code),
    onError: () => {},
  });
  await discord.settle();
}

beforeEach(() => {
  discord = new Emulator();
  account = discord.createBot();
  discord.createGuild({ name: 'Größe', members: [account] });
  frames = [];
  closes = [];
});

afterEach(async () => {
  await discord.close();
});

describe('gateway formats', () => {
  it('compresses the whole connection as one zlib stream, flushed after each frame', async () => {
    await connect('encoding=json&compress=zlib-stream');
    socket.send(JSON.stringify({ op: 2, d: { token: account.token, intents: 1, properties: {} } }));
    await discord.settle();
    const inflate = createInflate({ flush: constants.Z_SYNC_FLUSH });
    const texts: Buffer[] = [];
    inflate.on('data', (chunk: Buffer) => texts.push(chunk));
    for (const { data, isBinary } of frames) {
      expect(isBinary).toBe(true);
      expect(data.subarray(-4).toString('hex')).toBe('0000ffff');
      await new Promise<void>((resolve, reject) =>
        inflate.write(data, (error) => (error ? reject(error) : resolve())),
      );
    }
    const text = Buffer.concat(texts).toString('utf8');
    expect(text).toMatch(/^\{"t":null,"s":null,"op":10.*\{"t":"READY".*\{"t":"GUILD_CREATE".*Größe/s);
  });

  it('compresses large payloads one by one when identify asks for it', async () => {
    await connect('encoding=json');
    socket.send(
      JSON.stringify({ op: 2, d: { token: account.token, intents: 1, properties: {}, compress: true } }),
    );
    await discord.settle();
    expect(frames[0]!.isBinary).toBe(false);
    const large = frames.find(({ isBinary }) => isBinary)!;
    expect(JSON.parse(inflateSync(large.data).toString('utf8'))).toMatchObject({ op: 0 });
  });

  it('speaks etf both ways and refuses keys that are atoms', async () => {
    await connect('encoding=etf');
    expect(frames[0]!.isBinary).toBe(true);
    expect(frames[0]!.data.subarray(0, 6)).toEqual(Buffer.from([131, 116, 0, 0, 0, 4]));
    const binary = (text: string): Buffer =>
      Buffer.concat([Buffer.of(109, 0, 0, 0, text.length), Buffer.from(text)]);
    const heartbeat = [
      Buffer.of(131, 116, 0, 0, 0, 2),
      binary('op'),
      Buffer.of(97, 1),
      binary('d'),
      Buffer.of(115, 3),
      Buffer.from('nil'),
    ];
    socket.send(Buffer.concat(heartbeat));
    await discord.settle();
    expect(
      frames[1]!.data.includes(Buffer.concat([Buffer.of(100, 0, 2), Buffer.from('op'), Buffer.of(97, 11)])),
    ).toBe(true);
    socket.send(
      Buffer.concat([Buffer.of(131, 116, 0, 0, 0, 1, 115, 2), Buffer.from('op'), Buffer.of(97, 1)]),
    );
    await discord.settle();
    expect(closes).toEqual([4002]);
  });
});
