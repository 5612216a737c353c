import type { AutocompleteRequest, TaskLoop } from 'cogwork';
import {
  Bot,
  Cog,
  CommandGroup,
  formatTime,
  inject,
  Logger,
  Option,
  OptionValueError,
  RequireOwner,
  SlashCommand,
  Task,
} from 'cogwork';

const WATCHING = 3;

class TaskName {
  @Option.string('Which', { autocomplete: { method: 'suggest' } }) task!: string;
}

/** Tasks as things that can be looked at, paused and run at other times. */
@Cog({ description: 'For whoever runs the bot' })
@CommandGroup('tasks', 'What the bot does by itself', { permissions: ['ManageGuild'] })
@RequireOwner()
export class Operations {
  readonly #bot = inject(Bot);
  readonly #logger = inject(Logger);

  suggest({ value }: AutocompleteRequest): string[] {
    return [...this.#bot.tasks.keys()].filter((name) => name.toLowerCase().includes(value.toLowerCase()));
  }

  @SlashCommand('Lists them')
  list(): string {
    const lines = [...this.#bot.tasks].map(([name, { failures, isRunning, nextRunAt, runs }]) => {
      const next = nextRunAt ? formatTime(nextRunAt, 'R') : isRunning ? 'now' : 'never';
      return `**${name}** next ${next}, ${runs} runs, ${failures} failed`;
    });
    return lines.join('\n');
  }

  @SlashCommand('Stops one, after the run that is under way', TaskName)
  pause(_ctx: unknown, { task }: TaskName): string {
    this.#find(task).stop();
    return `${task} is paused.`;
  }

  @SlashCommand('Begins one anew', TaskName)
  resume(_ctx: unknown, { task }: TaskName): string {
    this.#find(task).restart();
    return `${task} is on.`;
  }

  /** Runs once before the first run, and when the cog goes; its failures have a handler of their own. */
  @Task({ every: '1m', before: 'greet', after: 'sayGoodbye', error: 'cannotShow' })
  async showStatus(): Promise<void> {
    await this.#bot.setPresence({ activity: { name: `${this.#bot.tasks.size} tasks`, type: WATCHING } });
  }

  greet(): void {
    this.#logger.info('operations', `${this.#bot.user.username} looks after ${this.#bot.tasks.size} tasks`);
  }

  sayGoodbye(): void {
    this.#logger.info('operations', 'No more tasks');
  }

  cannotShow(error: unknown): void {
    this.#logger.warn('operations', 'The status could not be shown', { error });
  }

  #find(name: string): TaskLoop {
    const task = this.#bot.tasks.get(name);
    if (task) return task;
    throw new OptionValueError(`There is no task "${name}".`, 'task', name);
  }
}
