import type { ApplicationCommand } from '../commands/application/application-command.js';
import type { ApplicationCommandRegistry } from '../commands/application/application-command-registry.js';
import type { CommandPlan } from '../commands/sync/command-plan.js';
import type { CommandSync, SyncOptions } from '../commands/sync/command-sync.js';
import type { Snowflake } from '../types/type-tools.js';

/** Application commands of a bot: `bot.commands`. */
export class BotCommands implements Iterable<ApplicationCommand> {
  readonly #registry: ApplicationCommandRegistry;
  readonly #sync: CommandSync;

  constructor(registry: ApplicationCommandRegistry, sync: CommandSync) {
    this.#registry = registry;
    this.#sync = sync;
  }

  /** Registered commands, in the order they came. */
  [Symbol.iterator](): Iterator<ApplicationCommand> {
    return this.#registry.all[Symbol.iterator]();
  }

  /** Registered command by its qualified name, as in `config roles add`. */
  get(
    qualifiedName: string,
    options: { readonly guildId?: Snowflake; readonly type?: number } = {},
  ): ApplicationCommand | undefined {
    return this.#registry.get(qualifiedName, options);
  }

  /** Compares what the cogs declare with what Discord has; writes nothing, and prints as a list of changes. */
  plan(options?: SyncOptions): Promise<CommandPlan> {
    return this.#sync.plan(options);
  }

  /**
   * Brings Discord to what the cogs declare, with no write when nothing differs.
   *
   * @throws EmptyRegistryError when nothing is declared and every remote command would be deleted.
   */
  sync(options?: SyncOptions): Promise<CommandPlan> {
    return this.#sync.sync(options);
  }
}
