/**
 * What a cache weighs: bytes for a member, and two bots with one cache beside one bot in the same guilds.
 *
 *     npm run bench memory
 *
 * Each measurement has a process of its own; memory is the heap and what lies outside of it, after collecting garbage.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { connectBot, wholeCache } from './support/connected-bot.js';
import type { GuildSize } from './support/payloads.js';
import { guildFrame, usualGuild } from './support/payloads.js';
import { publish } from './support/results.js';

const GUILDS = 1_000;
const few: GuildSize = { ...usualGuild, members: 2 };

const cases = {
  usual: () => [connectBot({ guilds: GUILDS })],
  few: () => [connectBot({ guilds: GUILDS, size: few })],
  shared: () => {
    const cache = wholeCache();
    return [connectBot({ cache, guilds: GUILDS }), connectBot({ cache, guilds: GUILDS })];
  },
  apart: () => [connectBot({ guilds: GUILDS }), connectBot({ guilds: GUILDS })],
} as const;

type Case = keyof typeof cases;

interface Mapping {
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
}
type MakeMapping = new (size: { readonly shared?: boolean }) => Mapping;

/** Memory that the cache has reserved; it takes what was written to, whatever the engine counts. */
const counted: WeakRef<ArrayBuffer | SharedArrayBuffer>[] = [];
/** The same of what grows, whose buffer is another one each time. */
const uncounted: WeakRef<Mapping>[] = [];

function watchMappings(): void {
  const engine = (globalThis as unknown as { WebAssembly: { Memory: MakeMapping } }).WebAssembly;
  const { Memory } = engine;
  engine.Memory = class extends Memory {
    constructor(size: { readonly shared?: boolean }) {
      super(size);
      if (size.shared) uncounted.push(new WeakRef(this));
      else counted.push(new WeakRef(this.buffer));
    }
  };
}

/** Bytes of the pages that have nothing in them. */
function unwrittenBytes(buffer: ArrayBuffer | SharedArrayBuffer | undefined): number {
  if (buffer === undefined) return 0;
  const pageLength = 1024;
  const words = new Uint32Array(buffer);
  let unwritten = 0;
  for (let at = 0; at < words.length; at += pageLength)
    if (words.subarray(at, at + pageLength).every((word) => word === 0)) unwritten += pageLength * 4;
  return unwritten;
}

function bytesHeld(): number {
  for (let round = 0; round < 4; round++) globalThis.gc?.();
  const { external, heapUsed } = process.memoryUsage();
  const unused = counted.reduce((bytes, held) => bytes + unwrittenBytes(held.deref()), 0);
  const grown = uncounted.flatMap((held) => held.deref()?.buffer ?? []);
  const columns = grown.reduce((bytes, buffer) => bytes + buffer.byteLength - unwrittenBytes(buffer), 0);
  return heapUsed + external - unused + columns;
}

function measureHere(name: Case): void {
  watchMappings();
  for (const bot of [connectBot({ guilds: 1 })]) bot.close(); // code is compiled before the first reading
  guildFrame(0);
  const before = bytesHeld();
  const bots = cases[name]();
  const after = bytesHeld();
  const members = bots.reduce((count, { cache }) => count + cache.members.size, 0);
  if (members === 0) throw new Error('nothing is cached');
  console.log(after - before);
}

function measure(name: Case): number {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', fileURLToPath(import.meta.url), name],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

function main(): void {
  const usual = measure('usual');
  const shared = measure('shared');
  const apart = measure('apart');
  const perMember = (usual - measure('few')) / (GUILDS * (usualGuild.members - few.members));
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  publish({
    name: 'a cached member, beside 100 bytes',
    ratio: perMember / 100,
    detail: `${perMember.toFixed(0)} bytes`,
  });
  publish({ name: 'two bots with one cache, beside one bot', ratio: shared / usual, detail: mb(shared) });
  publish({ name: 'two bots with a cache each, beside one bot', ratio: apart / usual, detail: mb(apart) });
}

const [, , name] = process.argv;
if (name === undefined) main();
else measureHere(name as Case);
