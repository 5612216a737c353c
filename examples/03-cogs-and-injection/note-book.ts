import { inject } from 'cogwork';
import { NoteStore } from './note-store.js';

export const MAX_NOTES = 10;

/** Somebody named a note that is not there. */
export class NoSuchNoteError extends Error {
  constructor(readonly number: number) {
    super(`There is no note ${number}.`);
  }
}

/** What can be done with notes; one for the bot, whoever asks for it. */
export class NoteBook {
  readonly #store = inject(NoteStore);

  list(userId: string): Promise<readonly string[]> {
    return this.#store.load(userId);
  }

  /** Writes a note down; gives its number. */
  async add(userId: string, text: string): Promise<number> {
    const notes = [...(await this.list(userId)), text];
    await this.#store.save(userId, notes);
    return notes.length;
  }

  /** Crosses a note out; gives its text. */
  async remove(userId: string, number: number): Promise<string> {
    const notes = await this.list(userId);
    const text = notes[number - 1];
    if (text === undefined) throw new NoSuchNoteError(number);
    await this.#store.save(userId, notes.toSpliced(number - 1, 1));
    return text;
  }

  async isFull(userId: string): Promise<boolean> {
    return (await this.list(userId)).length >= MAX_NOTES;
  }
}
