import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CooldownLimit, CooldownStore } from './cooldown-store.js';
import { KeyValueCooldownStore } from './key-value-cooldown-store.js';

/** Times of one key, and when they all have gone by. */
type Entry = readonly [expiresAtMs: number, times: readonly number[]];

/**
 * Counts uses in a file, so that cooldowns survive a restart; for one process.
 *
 * The file is read at once and written after each use, beside its place and then moved there. Uses that come while it is
 * being written go into the next write together.
 *
 * @example
 * ```ts
 * new Bot({ cooldowns: new FileCooldownStore('data/cooldowns.json') });
 * ```
 */
export class FileCooldownStore implements CooldownStore {
  readonly #path: string;
  readonly #entries: Map<string, Entry>;
  readonly #store: KeyValueCooldownStore;
  /** Latest time that a use was counted at; what expired before it is forgotten. */
  #nowMs = 0;
  #writing: Promise<void> | undefined;
  #isChanged = false;

  /** @throws {Error} when the file is there and cannot be read. */
  constructor(path: string) {
    this.#path = path;
    this.#entries = new Map(read(path));
    this.#store = new KeyValueCooldownStore({
      get: (key) => this.#entries.get(key)?.[1],
      set: (key, times, ttlMs) => this.#set(key, [times.at(-1)! + ttlMs, times]),
      delete: (key) => this.#set(key, undefined),
    });
  }

  take(key: string, limit: CooldownLimit, nowMs: number): Promise<number> {
    this.#nowMs = Math.max(this.#nowMs, nowMs);
    return this.#store.take(key, limit, nowMs);
  }

  peek(key: string, limit: CooldownLimit, nowMs: number): Promise<number> {
    return this.#store.peek(key, limit, nowMs);
  }

  reset(key: string): Promise<void> {
    return this.#store.reset(key);
  }

  /** Resolves when everything counted so far is in the file. */
  async close(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  #set(key: string, entry: Entry | undefined): void {
    if (entry) this.#entries.set(key, entry);
    else this.#entries.delete(key);
    this.#isChanged = true;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    });
  }

  async #write(): Promise<void> {
    const { rename, writeFile } = await import('node:fs/promises');
    const draft = `${this.#path}.${process.pid}.tmp`;
    while (this.#isChanged) {
      this.#isChanged = false;
      this.#forgetExpired();
      await writeFile(draft, JSON.stringify([...this.#entries]));
      await rename(draft, this.#path);
    }
  }

  #forgetExpired(): void {
    for (const [key, [expiresAtMs]] of this.#entries) {
      if (expiresAtMs <= this.#nowMs) this.#entries.delete(key);
    }
  }
}

function read(path: string): [string, Entry][] {
  mkdirSync(dirname(path), { recursive: true });
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as [string, Entry][];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new Error(`${path} has cooldowns that cannot be read. Delete it to begin anew.`, { cause: error });
  }
}
