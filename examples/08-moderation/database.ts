import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { KeyvSqlite } from '@resolid/keyv-sqlite';
import Keyv from 'keyv';

/** One SQLite file for everything that the bot remembers, each kind of thing in a namespace of its own. */
export class Database implements AsyncDisposable {
  readonly #sqlite: KeyvSqlite;

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#sqlite = new KeyvSqlite({ uri: path, enableWALMode: true });
  }

  /** Values of one kind. Keyv keeps errors to itself unless it is told otherwise; a lost warning should be heard of. */
  open<V>(namespace: string): Keyv<V> {
    return new Keyv<V>({ store: this.#sqlite, namespace, throwOnErrors: true });
  }

  /** Closes the file; called by the bot when it closes. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#sqlite.disconnect();
  }
}
