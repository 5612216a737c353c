import { createHash } from 'node:crypto';
import type { Clock } from '../../utils/clock.js';
import { nothingThere } from '../../utils/nothing-there.js';
import { SystemClock } from '../../utils/system-clock.js';
import type { StateStore } from './state-store.js';

const HEAD_BYTES = 8;

/**
 * Keeps state in a folder, one file per key, so that it survives a restart of the process.
 *
 * A file begins with the moment of its expiry; it is written beside its place and moved there, so a reader never sees
 * half of it. Expired files go when they are asked for, or by `sweep()`.
 *
 * @example
 * ```ts
 * new Bot({ stateStore: new FileStateStore('data/views') });
 * ```
 */
export class FileStateStore implements StateStore {
  readonly #folder: string;
  readonly #clock: Clock;
  #count = 0;

  constructor(folder: string, clock: Clock = new SystemClock()) {
    this.#folder = folder;
    this.#clock = clock;
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    const bytes = await this.#read(this.#pathOf(key));
    if (!bytes) return undefined;
    if (this.#isAlive(bytes)) return bytes.subarray(HEAD_BYTES);
    await this.delete(key);
    return undefined;
  }

  async set(key: string, value: Uint8Array, ttlMs: number): Promise<void> {
    const { mkdir, rename, writeFile } = await import('node:fs/promises');
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeDoubleBE(this.#clock.now() + ttlMs);
    const path = this.#pathOf(key);
    this.#count += 1;
    const draft = `${path}.${process.pid}.${this.#count}.tmp`;
    await mkdir(this.#folder, { recursive: true });
    await writeFile(draft, Buffer.concat([head, value]));
    await rename(draft, path);
  }

  /** Forgets the value of a key. */
  async delete(key: string): Promise<void> {
    const { rm } = await import('node:fs/promises');
    await rm(this.#pathOf(key), { force: true });
  }

  /** Deletes every expired file; gives how many. */
  async sweep(): Promise<number> {
    const { readdir, rm } = await import('node:fs/promises');
    const names = await readdir(this.#folder).catch(nothingThere);
    let swept = 0;
    for (const name of names.filter((one) => one.endsWith('.state'))) {
      const path = `${this.#folder}/${name}`;
      const bytes = await this.#read(path);
      if (!bytes || this.#isAlive(bytes)) continue;
      await rm(path, { force: true });
      swept += 1;
    }
    return swept;
  }

  async #read(path: string): Promise<Buffer | undefined> {
    const { readFile } = await import('node:fs/promises');
    try {
      const bytes = await readFile(path);
      return bytes.length >= HEAD_BYTES ? bytes : undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  #isAlive(bytes: Buffer): boolean {
    return bytes.readDoubleBE(0) > this.#clock.now();
  }

  /** Keys come from custom ids, so they never become part of a path as they are. */
  #pathOf(key: string): string {
    return `${this.#folder}/${createHash('sha256').update(key).digest('hex').slice(0, 40)}.state`;
  }
}
