import type { CogLifecycle, SlashContext, TimerHandle } from 'cogwork';
import { Clock, Cog, inject, Logger, Option, RequirePermissions, SlashCommand } from 'cogwork';
import { Draw } from './draw.js';
import { Raffle } from './raffle.js';

class RaffleOptions {
  @Option.string('What can be won', { maxLength: 100 }) prize!: string;
  /** Less than the quarter of an hour in which an answer can be edited. */
  @Option.duration('How long one can enter', { minValue: 10_000, maxValue: 14 * 60_000 }) time = 60_000;
}

@Cog({ description: 'Raffles' })
export class Raffles implements CogLifecycle {
  readonly #clock = inject(Clock);
  readonly #draw = inject(Draw);
  readonly #logger = inject(Logger);
  readonly #timers = new Set<TimerHandle>();

  /** No timer outlives the cog. */
  onUnload(): void {
    for (const timer of this.#timers) this.#clock.clearTimeout(timer);
  }

  @SlashCommand({ description: 'Raffles something', contexts: ['guild'] }, RaffleOptions)
  @RequirePermissions('ManageEvents')
  raffle(_ctx: SlashContext, { prize, time }: RaffleOptions): Raffle {
    const raffle = new Raffle(prize, this.#clock.now() + time);
    const timer = this.#clock.setTimeout(() => {
      this.#timers.delete(timer);
      void this.#end(raffle);
    }, time);
    this.#timers.add(timer);
    return raffle;
  }

  async #end(raffle: Raffle): Promise<void> {
    const winner = this.#draw.pick(raffle.entrants);
    try {
      await raffle.end(winner);
    } catch (error) {
      this.#logger.warn('raffles', `The end of "${raffle.prize}" could not be shown`, { error, winner });
    }
  }
}
