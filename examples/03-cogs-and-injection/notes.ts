import type { MessageOptions, SlashContext } from 'cogwork';
import { Check, Cog, CommandGroup, inject, OnError, Option, SlashCommand } from 'cogwork';
import { HasRoom } from './has-room.js';
import { MAX_NOTES, NoSuchNoteError, NoteBook } from './note-book.js';

class AddOptions {
  @Option.string('What to remember', { maxLength: 100 }) text!: string;
}

class RemoveOptions {
  @Option.integer('Its number in the list', { minValue: 1, maxValue: MAX_NOTES }) number!: number;
}

/** Answer that only the one who asked can see. */
function privately(content: string): MessageOptions {
  return { content, ephemeral: true };
}

@Cog({ description: 'Notes to yourself' })
@CommandGroup('note', 'Keeps notes for you')
export class Notes {
  readonly #book = inject(NoteBook);

  @SlashCommand('Writes a note down', AddOptions)
  @Check(HasRoom)
  async add({ user }: SlashContext, { text }: AddOptions): Promise<MessageOptions> {
    return privately(`That is note ${await this.#book.add(user.id, text)}.`);
  }

  @SlashCommand('Shows your notes')
  async list({ user }: SlashContext): Promise<MessageOptions> {
    const notes = await this.#book.list(user.id);
    return privately(notes.map((text, index) => `${index + 1}. ${text}`).join('\n') || 'You have no notes.');
  }

  @SlashCommand('Crosses a note out', RemoveOptions)
  async remove({ user }: SlashContext, { number }: RemoveOptions): Promise<MessageOptions> {
    return privately(`~~${await this.#book.remove(user.id, number)}~~`);
  }

  @OnError(NoSuchNoteError)
  notThere(_ctx: SlashContext, error: NoSuchNoteError): MessageOptions {
    return privately(`${error.message} Look at \`/note list\`.`);
  }
}
