import type { ApplicationCommand } from '../commands/application/application-command.js';
import type { ApplicationCommandRegistry } from '../commands/application/application-command-registry.js';
import type { CommandPlan } from '../commands/sync/command-plan.js';
import type { CommandSync, SyncOptions } from '../commands/sync/command-sync.js';
import type { Snowflake } from '../types/type-tools.js';
import type { SyncCommandsOption } from './bot-options.js';

/** Application commands of a bot: `bot.commands`. */
export class BotCommands implements Iterable<ApplicationCommand> {
  /** What is synced when the bot starts, as its option `syncCommands` says; `undefined` for nothing. */
  readonly syncedAtStart: SyncOptions | undefined;
  readonly #registry: ApplicationCommandRegistry;
  readonly #sync: CommandSync;

  /** @internal */
  constructor(registry: ApplicationCommandRegistry, sync: CommandSync, atStart: SyncCommandsOption = 'auto') {
    this.#registry = registry;
    this.#sync = sync;
    if (atStart !== 'off') this.syncedAtStart = atStart === 'auto' ? {} : { guildIds: atStart.guilds };
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

  /** Commands that Discord is not known to have: those that were added since the last sync. */
  get pending(): readonly ApplicationCommand[] {
    return this.#sync.pending;
  }

  /** Id that Discord gave to the root of a command, once commands have been planned or synced. */
  idOf(
    qualifiedName: string,
    options: { readonly guildId?: Snowflake; readonly type?: number } = {},
  ): Snowflake | undefined {
    const [root = ''] = (options.type ?? 1) === 1 ? qualifiedName.split(' ') : [qualifiedName];
    return this.#sync.remoteId(root, options);
  }

  /** Text that mentions a slash command, `</config show:123>`; `/config show` while its id is not known. */
  mention(qualifiedName: string, options: { readonly guildId?: Snowflake } = {}): string {
    const id = this.idOf(qualifiedName, options);
    return id === undefined ? `/${qualifiedName}` : `</${qualifiedName}:${id}>`;
  }

  /** Compares what the cogs declare with what Discord has; writes nothing, and prints as a list of changes. */
  plan(options?: SyncOptions): Promise<CommandPlan> {
    return this.#sync.plan(options);
  }

  /**
   * Brings Discord to what the cogs declare, with no write when nothing differs.
   *
   * @throws {EmptyRegistryError} when nothing is declared and every remote command would be deleted.
   */
  sync(options?: SyncOptions): Promise<CommandPlan> {
    return this.#sync.sync(options);
  }
}
