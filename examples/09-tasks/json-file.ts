import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Value in a file, which is written beside its place and then moved there, so that a crash leaves the old one whole. */
export class JsonFile<T> {
  readonly #path: string;
  #value: T;
  /** Writes go one after the other. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(path: string, initial: T) {
    this.#path = path;
    this.#value = initial;
  }

  get value(): T {
    return this.#value;
  }

  /** Reads what an earlier process left. */
  async load(): Promise<void> {
    try {
      this.#value = JSON.parse(await readFile(this.#path, 'utf8')) as T;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }

  async save(value: T): Promise<void> {
    this.#value = value;
    const written = this.#writing.then(() => this.#write());
    this.#writing = written.catch(() => undefined);
    await written;
  }

  async #write(): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    await writeFile(`${this.#path}.tmp`, JSON.stringify(this.#value));
    await rename(`${this.#path}.tmp`, this.#path);
  }
}
