import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nothingThere } from '../../utils/nothing-there.js';
import { isStoredSession } from './is-stored-session.js';
import type { SessionStore, StoredSession } from './session-store.js';

/** Sessions in files of one directory, one file for each shard, readable only by their owner. */
export class FileSessionStore implements SessionStore {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Session in the file; a file that is missing or damaged holds none. */
  async load(key: string): Promise<StoredSession | undefined> {
    const [text = ''] = await readFile(this.#path(key), 'utf8').then((read) => [read], nothingThere);
    try {
      const value: unknown = JSON.parse(text);
      return isStoredSession(value) ? value : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps a session under a key. */
  async save(key: string, session: StoredSession): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    // Written beside and moved into place, so that a process that dies meanwhile leaves the old file whole.
    const draft = `${this.#path(key)}.${randomUUID()}`;
    await writeFile(draft, JSON.stringify(session), { mode: 0o600 });
    await rename(draft, this.#path(key));
  }

  /** Forgets the session of a key. */
  async delete(key: string): Promise<void> {
    await rm(this.#path(key), { force: true });
  }

  #path(key: string): string {
    return join(this.#directory, `${encodeURIComponent(key)}.json`);
  }
}
