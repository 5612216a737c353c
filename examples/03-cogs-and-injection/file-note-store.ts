import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NoteStore } from './note-store.js';

/** Keeps notes in a folder, one file for each person. */
export class FileNoteStore implements NoteStore {
  readonly #folder = process.env['NOTES'] ?? 'data/notes';

  async load(userId: string): Promise<readonly string[]> {
    const text = await readFile(this.#pathOf(userId), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '[]';
      throw error;
    });
    return JSON.parse(text) as readonly string[];
  }

  async save(userId: string, notes: readonly string[]): Promise<void> {
    const path = this.#pathOf(userId);
    await mkdir(this.#folder, { recursive: true });
    await writeFile(`${path}.tmp`, JSON.stringify(notes));
    await rename(`${path}.tmp`, path);
  }

  #pathOf(userId: string): string {
    return join(this.#folder, `${userId}.json`);
  }
}
