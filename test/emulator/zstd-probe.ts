/** Prints what a client of the emulator reads from a zstd-stream; run where `node:zlib` has zstd. */
import * as zlib from 'node:zlib';
import { Emulator } from '../../src/emulator/index.js';

const { createZstdDecompress } = zlib as unknown as { createZstdDecompress(): zlib.Inflate };

async function main(): Promise<void> {
  const discord = new Emulator();
  const account = discord.createBot();
  discord.createGuild({ name: 'Größe', members: [account] });
  const decompress = createZstdDecompress();
  decompress.on('data', (chunk: Buffer) => process.stdout.write(chunk));
  const socket = discord.sockets.open(`${discord.gatewayUrl}/?v=10&encoding=json&compress=zstd-stream`, {
    onOpen: () => {},
    onMessage: (data) => decompress.write(data),
    onClose: () => {},
    onError: () => {},
  });
  await discord.settle();
  socket.send(JSON.stringify({ op: 2, d: { token: account.token, intents: 1, properties: {} } }));
  await discord.settle();
  await discord.close();
}

void main();
