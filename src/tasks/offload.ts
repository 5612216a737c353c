/**
 * Runs work that would block in a thread of its own, so that heartbeats and other handlers go on.
 *
 * A function is sent as its text and its arguments are copied, so it sees nothing but these: no imports and no variables
 * of its file. Work that needs more is a module of its own, given by its address. The pool is shared by the process,
 * made at the first use, and keeps no process alive.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Piscina } from 'piscina';
import { OffloadError } from '../errors/offload-error.js';
import type { Awaitable } from '../types/type-tools.js';

/** Time after which an idle thread ends. */
const IDLE_MS = 30_000;

/** What a thread runs: it makes the function of its text once, and knows what compilers put around named functions. */
const WORKER = `
const made = new Map();
globalThis.__name ??= (target) => target;
const make = (source) => {
  try { return (0, eval)('(' + source + ')'); }
  catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return Object.values((0, eval)('({' + source + '})'))[0];
  }
};
export default async ({ source, module, name, args }) => {
  if (module !== undefined) return (await import(module))[name](...args);
  if (!made.has(source)) made.set(source, make(source));
  return made.get(source)(...args);
};`;

let pool: Promise<Piscina> | undefined;

/**
 * Runs a function in a worker thread and gives what it returns; arguments and result are copied.
 *
 * The function stands alone: it may use its arguments, what it declares itself and Node's own globals, and `await import()`
 * of Node's modules. For anything else, give the address of a module: its default export is run, or the export that the
 * hash names.
 *
 * @example
 * ```ts
 * const sum = await offload((upTo: number) => {
 *   let total = 0;
 *   for (let n = 1; n <= upTo; n += 1) total += Math.sqrt(n);
 *   return total;
 * }, 1e9);
 * const image = await offload(new URL('./draw.js#chart', import.meta.url), data);
 * ```
 * @throws {OffloadError} when the function leans on something outside it, or an argument cannot be copied.
 */
export async function offload<A extends readonly unknown[], R>(
  work: (...args: A) => Awaitable<R>,
  ...args: A
): Promise<R>;
export async function offload<R = unknown>(module: URL, ...args: readonly unknown[]): Promise<R>;
export async function offload(
  work: URL | ((...args: never[]) => unknown),
  ...args: readonly unknown[]
): Promise<unknown> {
  pool ??= createPool();
  const threads = await pool;
  try {
    return await threads.run({ ...taskOf(work), args });
  } catch (cause) {
    throw explain(cause, work);
  }
}

/** Threads start from a file, so theirs is written into a folder of its own, which goes with the process. */
async function createPool(): Promise<Piscina> {
  const { Piscina } = await import('piscina');
  const folder = mkdtempSync(join(tmpdir(), 'cogwork-offload-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const filename = join(folder, 'worker.mjs');
  writeFileSync(filename, WORKER);
  return new Piscina({ filename, idleTimeout: IDLE_MS, minThreads: 0 });
}

function taskOf(work: URL | ((...args: never[]) => unknown)): object {
  if (!(work instanceof URL)) return { source: work.toString() };
  const address = new URL(work);
  address.hash = '';
  return { module: address.href, name: work.hash.slice(1) || 'default' };
}

/** Turns the two mistakes that everybody makes once into words; what the work itself throws is passed on. */
function explain(cause: unknown, work: URL | ((...args: never[]) => unknown)): unknown {
  if (typeof cause !== 'object' || cause === null || !('name' in cause) || !('message' in cause))
    return cause;
  const name = work instanceof URL ? work.href : work.name || 'The function';
  if (cause.name === 'DataCloneError') {
    const message = `${name} was given, or gave back, what cannot be copied to another thread: ${String(cause.message)}. Pass plain data.`;
    return new OffloadError(message, { cause });
  }
  if (cause.name !== 'ReferenceError' || work instanceof URL) return cause;
  return new OffloadError(
    `${name} uses something outside itself (${String(cause.message)}). An offloaded function sees only its arguments: pass it ` +
      'in, or put the work into a module and give its address: offload(new URL(…, import.meta.url)).',
    { cause },
  );
}
