import type { CogLifecycle, CommandRun } from 'cogwork';
import { Bot, Clock, Cog, formatTime, inject, Listen, Logger, RequireOwner, SlashCommand } from 'cogwork';

/** Counts what is used; all that it needs of the bot comes by injection. */
@Cog({ description: 'For whoever runs the bot' })
export class Usage implements CogLifecycle {
  readonly #bot = inject(Bot);
  readonly #clock = inject(Clock);
  readonly #logger = inject(Logger);
  readonly #counts = new Map<string, number>();
  #since = 0;

  onLoad(): void {
    this.#since = this.#clock.now();
  }

  onUnload(): void {
    this.#logger.info('usage', 'What was used', Object.fromEntries(this.#counts));
  }

  @Listen('commandCompleted')
  count({ kind, name }: CommandRun): void {
    if (kind !== 'slash command') return;
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  @SlashCommand({ description: 'Shows what was used', permissions: ['ManageGuild'] })
  @RequireOwner()
  usage(): string {
    const lines = [...this.#counts].map(([name, times]) => `${this.#bot.commands.mention(name)}: ${times}`);
    return [`Since ${formatTime(this.#since, 'R')}:`, ...lines].join('\n');
  }
}
