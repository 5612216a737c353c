import type { Message } from 'cogwork';
import { Bot, Cog, escapeMarkdown, inject, Listen, SharedCache, SlashCommand } from 'cogwork';

/** Cog of the second bot, which remembers what was said before it was changed. */
@Cog({ description: 'Memory' })
export class Archivist {
  readonly #bot = inject(Bot);
  readonly #cache = inject(SharedCache);
  readonly #edits: string[] = [];

  /** `before` is a copy of what the cache held, whichever of the bots had put it there. */
  @Listen('messageUpdate')
  note(before: Message | undefined, after: Message): void {
    if (after.author.bot || !before || before.content === after.content) return;
    this.#edits.push(`~~${escapeMarkdown(before.content)}~~ ${escapeMarkdown(after.content)}`);
    this.#edits.splice(0, this.#edits.length - 5);
  }

  @SlashCommand({ description: 'Shows the last edits', permissions: ['ManageMessages'] })
  edits(): string {
    return this.#edits.join('\n') || 'Nobody has changed anything.';
  }

  /** Entities of all bots are counted once; each bot sees those of its own guilds. */
  @SlashCommand('Shows what is remembered')
  memory(): string {
    const { guilds, messages, users } = this.#cache;
    const own = [...this.#bot.guilds].map(({ name }) => name).sort();
    return `${guilds.size} guilds, ${users.size} users, ${messages.size} messages. I am in ${own.join(', ')}.`;
  }
}
