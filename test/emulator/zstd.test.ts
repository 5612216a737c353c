import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { bun } from '../compilers/compilers.js';

it('compresses the whole connection as one zstd stream, where the runtime has zstd', async () => {
  const { command } = await bun('.');
  const { stdout } = await promisify(execFile)(command, [resolve('test/emulator/zstd-probe.ts')]);
  expect(stdout).toMatch(/^\{"t":null,"s":null,"op":10.*\{"t":"READY".*\{"t":"GUILD_CREATE".*Größe/s);
});
