import type { MessageFiles } from '../../models/renderable.js';
import type { Snowflake } from '../../types/type-tools.js';

/**
 * Files of one view: what an edit has to say of them.
 *
 * Discord keeps the files of a message when an edit does not mention them, and otherwise keeps what it lists. So a view
 * that shows the same files as before says nothing, and nothing is uploaded twice; any change puts its files in place of
 * all that are there.
 */
export class ViewFiles {
  #rendered: MessageFiles = [];
  #shown: { readonly messageId: Snowflake; readonly files: MessageFiles } | undefined;

  /** Files to send with the next message, or with the edit of this one; `undefined` leaves those that are there. */
  render(files: MessageFiles | undefined, editedId: Snowflake | undefined): MessageFiles | undefined {
    this.#rendered = files ?? [];
    const shown = this.#shown && this.#shown.messageId === editedId ? this.#shown.files : undefined;
    if (!shown) return files;
    const isSame =
      shown.length === this.#rendered.length && shown.every((file, at) => file === this.#rendered[at]);
    return isSame ? undefined : this.#rendered;
  }

  /** Notes that a message shows what was rendered last. */
  sent(messageId: Snowflake): void {
    this.#shown = { messageId, files: this.#rendered };
  }
}
