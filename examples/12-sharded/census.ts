import type { CogLifecycle, SlashContext } from 'cogwork';
import { Bot, Clock, Cog, inject, SlashCommand } from 'cogwork';

const PATIENCE_MS = 1000;

declare module 'cogwork' {
  /** Messages between the processes of a bot, by name. */
  interface ClusterNotes {
    guildsWanted: { readonly question: string };
    guildsCounted: { readonly question: string; readonly guilds: number };
  }
}

/** Adds up what the processes know: each one has only the guilds of its own shards. */
@Cog({ description: 'Numbers' })
export class Census implements CogLifecycle {
  readonly #bot = inject(Bot);
  readonly #clock = inject(Clock);
  /** What to do with the counts that answer a question, by the question. */
  readonly #questions = new Map<string, (guilds: number) => void>();
  readonly #stopListening: Array<() => void> = [];

  onLoad(): void {
    const { cluster } = this.#bot;
    if (!cluster) return; // one process has nobody to talk to
    this.#stopListening.push(
      cluster.on('guildsWanted', ({ question }) =>
        cluster.broadcast('guildsCounted', { guilds: this.#bot.guilds.size, question }),
      ),
      cluster.on('guildsCounted', ({ guilds, question }) => this.#questions.get(question)?.(guilds)),
    );
  }

  onUnload(): void {
    for (const stop of this.#stopListening) stop();
  }

  @SlashCommand('Counts the guilds of the bot')
  async census({ interaction }: SlashContext): Promise<string> {
    const counts = [this.#bot.guilds.size, ...(await this.#askOthers(interaction.id))];
    const total = counts.reduce((sum, count) => sum + count, 0);
    return `${total} guilds in ${counts.length} process${counts.length === 1 ? '' : 'es'}`;
  }

  /** Counts of the other processes, as far as they answer in time: one may just be starting again. */
  #askOthers(question: string): Promise<readonly number[]> {
    const { cluster } = this.#bot;
    if (!cluster) return Promise.resolve([]);
    const counts: number[] = [];
    return new Promise((resolve) => {
      const finish = (): void => {
        this.#clock.clearTimeout(timer);
        this.#questions.delete(question);
        resolve(counts);
      };
      const timer = this.#clock.setTimeout(finish, PATIENCE_MS);
      this.#questions.set(question, (guilds) => {
        counts.push(guilds);
        if (counts.length === cluster.processes - 1) finish();
      });
      cluster.broadcast('guildsWanted', { question });
    });
  }
}
