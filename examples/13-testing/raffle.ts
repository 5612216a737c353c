import type { ButtonContext, ViewLayout } from 'cogwork';
import { Button, formatTime, View, ViewOptions } from 'cogwork';

/** Message of one raffle. */
@ViewOptions({ timeoutMs: null })
export class Raffle extends View {
  readonly prize: string;
  readonly endsAtMs: number;
  readonly #entrants = new Set<string>();
  #result: string | undefined;

  constructor(prize: string, endsAtMs: number) {
    super();
    this.prize = prize;
    this.endsAtMs = endsAtMs;
  }

  /** Mentions of those who take part. */
  get entrants(): readonly string[] {
    return [...this.#entrants];
  }

  override render(): ViewLayout {
    return { content: `🎟️ **${this.prize}** ${this.#result ?? `ends ${formatTime(this.endsAtMs, 'R')}`}` };
  }

  @Button({ label: (raffle: Raffle) => `Enter (${raffle.entrants.length})`, style: 'success' })
  async enter(ctx: ButtonContext): Promise<void> {
    const isNew = !this.#entrants.has(ctx.user.mention);
    this.#entrants.add(ctx.user.mention);
    if (isNew) await ctx.update(this);
    else await ctx.reply('You are in already.', { ephemeral: true });
  }

  /** Shows how it ended; the button goes out of use. */
  async end(winner: string | undefined): Promise<void> {
    this.#result = winner ? `goes to ${winner}!` : 'goes to nobody.';
    await this.disableAll().refresh();
    this.stop();
  }
}
