import type { CheckContext, CheckObject } from 'cogwork';
import { CheckFailedError, inject } from 'cogwork';
import { MAX_NOTES, NoteBook } from './note-book.js';

/** Check with services of its own: lets pass whoever may write one more note. */
export class HasRoom implements CheckObject {
  readonly #book = inject(NoteBook);

  async check({ user }: CheckContext): Promise<void> {
    if (await this.#book.isFull(user.id)) {
      throw new CheckFailedError(`You have ${MAX_NOTES} notes. Cross one out before you write another.`);
    }
  }
}
