import type {
  APIApplicationCommand,
  RESTPostAPIApplicationGuildCommandsJSONBody,
} from 'discord-api-types/v10';
import { CommandSyncError } from '../../errors/command-sync-error.js';
import { DiscordApiError } from '../../errors/discord-api-error.js';
import { EmptyRegistryError } from '../../errors/empty-registry-error.js';
import type { ModelHost } from '../../models/host.js';
import { ApplicationCommandType } from '../../types/application-command-type.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { Logger } from '../../utils/logger.js';
import type { ApplicationCommand } from '../application/application-command.js';
import type { ApplicationCommandRegistry } from '../application/application-command-registry.js';
import type { WireCommand } from '../application/command-wire.js';
import type { CommandScope } from '../application/scope-commands.js';
import type { ScopePlan } from './command-plan.js';
import { CommandPlan } from './command-plan.js';
import { CreateLimit } from './create-limit.js';
import type { CommandChange, PlanOptions } from './plan-commands.js';
import { keyOf, planScope } from './plan-commands.js';

type GuildCommand = RESTPostAPIApplicationGuildCommandsJSONBody;

/** Options of `plan` and `sync`. */
export interface SyncOptions {
  /** Allows deleting every remote command when none is declared. @defaultValue false */
  readonly allowEmpty?: boolean;
  /** Guilds to look at besides those that commands name, to find stale commands there. */
  readonly checkGuilds?: readonly Snowflake[];
  /** Looks at these alone, by their root names; every other command stays as it is. @defaultValue all */
  readonly commands?: readonly string[];
  /** Whether remote commands that are not declared are deleted. @defaultValue true */
  readonly deleteExisting?: boolean;
  /** Writes every scope without looking at what is there. @defaultValue false */
  readonly force?: boolean;
  /** Guilds in which commands that name none are registered, instead of everywhere. */
  readonly guildIds?: readonly Snowflake[];
  /** Whether only guild scopes are looked at. @defaultValue false */
  readonly guildsOnly?: boolean;
  /** Whether commands that name guilds are looked at. @defaultValue true */
  readonly registerGuildCommands?: boolean;
}

/** What a synchroniser needs. */
export interface CommandSyncParts {
  readonly host: ModelHost;
  readonly logger: Logger;
  readonly registry: ApplicationCommandRegistry;
}

/**
 * Brings Discord's commands to what the cogs declare.
 *
 * One request reads each scope; nothing is written when nothing differs, one command is written alone, several are
 * written as one list.
 */
export class CommandSync {
  readonly #parts: CommandSyncParts;
  readonly #remoteIds = new Map<string, Snowflake>();
  readonly #creates: CreateLimit;

  constructor(parts: CommandSyncParts) {
    this.#parts = parts;
    this.#creates = new CreateLimit(parts.host.clock);
  }

  /** Id that Discord gave to a command, once it has been seen; for mentions such as `</add:123>`. */
  remoteId(
    name: string,
    options: { readonly guildId?: Snowflake; readonly type?: number } = {},
  ): Snowflake | undefined {
    return this.#remoteIds.get(`${options.guildId ?? ''}/${keyOf({ name, type: options.type ?? 1 })}`);
  }

  /** Commands that Discord is not known to have: those that were added since the last sync. */
  get pending(): readonly ApplicationCommand[] {
    const { registry } = this.#parts;
    return registry.all.filter((command) =>
      registry.scopesOf(command).some((scope) => {
        const key = keyOf({ type: command.type, name: command.root.name });
        return !this.#remoteIds.has(`${scope ?? ''}/${key}`);
      }),
    );
  }

  /** Compares what is declared with what Discord has; writes nothing. */
  async plan(options: SyncOptions = {}): Promise<CommandPlan> {
    const scopes: ScopePlan[] = [];
    for (const scope of this.#scopes(options)) {
      scopes.push(await this.#asking(scope, () => this.#planScope(scope, options)));
    }
    return new CommandPlan(scopes);
  }

  /**
   * Applies the difference.
   *
   * @throws {CommandSyncError} when Discord refuses the commands of a guild.
   * @throws {EmptyRegistryError} when nothing is declared and remote commands would all be deleted.
   * @throws {CommandCreateLimitError} when more commands would be created than Discord takes in a day.
   */
  async sync(options: SyncOptions = {}): Promise<CommandPlan> {
    const plan = options.force ? this.#forcedPlan(options) : await this.plan(options);
    this.#guard(plan, options);
    for (const scope of plan.scopes) {
      if (!options.force && scope.changes.length === 0) continue;
      await this.#asking(scope.scope, () => this.#apply(scope, options));
    }
    this.#warnOfUnusedTexts();
    if (!plan.isEmpty) this.#parts.logger.info('commands', `Commands synced\n${plan}`);
    return plan;
  }

  #warnOfUnusedTexts(): void {
    const { logger, registry } = this.#parts;
    const { unusedTexts } = registry;
    if (unusedTexts.length === 0) return;
    logger.warn(
      'commands',
      `There are translations for commands that do not exist: ${unusedTexts.join(', ')}`,
    );
  }

  /** Says who wanted a guild's commands when Discord refuses them. */
  async #asking<T>(scope: CommandScope, request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (cause) {
      if (scope === undefined || !(cause instanceof DiscordApiError) || cause.status !== 403) throw cause;
      throw new CommandSyncError(scope, this.#parts.registry.askersOf(scope), { cause });
    }
  }

  #scopes(options: SyncOptions): readonly CommandScope[] {
    const { checkGuilds = [], guildIds = [], guildsOnly = false, registerGuildCommands = true } = options;
    const { scopes } = this.#parts.registry;
    const declared = registerGuildCommands ? scopes : [undefined];
    const wanted = new Set<CommandScope>([...declared, ...guildIds, ...checkGuilds]);
    if (guildsOnly || guildIds.length > 0) wanted.delete(undefined);
    return [...wanted];
  }

  /** What is declared for a scope; global commands count for the guilds that they are sent to instead. */
  #declared(scope: CommandScope, { commands, guildIds = [] }: SyncOptions): readonly WireCommand[] {
    const { registry } = this.#parts;
    const own = registry.toWire(scope);
    const isMovedHere = scope !== undefined && guildIds.includes(scope);
    const all = isMovedHere ? [...own, ...registry.toWire(undefined).flatMap(asGuildCommand)] : own;
    return commands ? all.filter(({ name }) => commands.includes(name)) : all;
  }

  async #planScope(scope: CommandScope, options: SyncOptions): Promise<ScopePlan> {
    const local = this.#declared(scope, options);
    const remote = await this.#fetch(scope);
    this.#rememberAll(scope, remote);
    return { scope, local, remote, changes: planScope(local, remote, withDeletion(options)) };
  }

  #forcedPlan(options: SyncOptions): CommandPlan {
    const scopes = this.#scopes(options).map((scope): ScopePlan => {
      const local = this.#declared(scope, options);
      return { scope, local, remote: [], changes: planScope(local, []) };
    });
    return new CommandPlan(scopes);
  }

  #guard(plan: CommandPlan, { allowEmpty = false, force = false }: SyncOptions): void {
    const isWiping = force || plan.changes.some(({ action }) => action === 'delete');
    if (this.#parts.registry.all.length === 0 && isWiping && !allowEmpty) {
      throw new EmptyRegistryError(
        'No command is declared, so syncing would delete every command at Discord. Add the cogs first, or say ' +
          'sync({ allowEmpty: true }) when this is meant.',
      );
    }
    for (const { scope, changes } of force ? [] : plan.scopes) this.#creates.check(scope, createsOf(changes));
  }

  async #apply(scopePlan: ScopePlan, options: SyncOptions): Promise<void> {
    const { scope, changes } = scopePlan;
    const [only] = changes;
    const isAlone = only !== undefined && changes.length === 1 && !options.force;
    try {
      await (isAlone ? this.#applyOne(scope, only) : this.#applyAll(scopePlan, options));
    } catch (error) {
      throw this.#creates.explain(error, scope);
    }
    if (!options.force) this.#creates.count(scope, createsOf(changes));
  }

  async #applyAll({ scope, changes, local, remote }: ScopePlan, options: SyncOptions): Promise<void> {
    if (options.commands) {
      for (const change of options.force ? local.map(asCreate) : changes) await this.#applyOne(scope, change);
      return;
    }
    const isKept = (command: APIApplicationCommand): boolean =>
      options.deleteExisting === false || command.type === ApplicationCommandType.PrimaryEntryPoint;
    const seen = options.force && options.deleteExisting === false ? await this.#fetch(scope) : remote;
    const declared = new Set(local.map(keyOf));
    const kept = seen.filter((command) => isKept(command) && !declared.has(keyOf(command)));
    this.#rememberAll(scope, await this.#overwrite(scope, [...local, ...(kept as unknown as WireCommand[])]));
  }

  /** Creating overwrites a command of the same name, with every field: what an edit cannot do for fields left out. */
  async #applyOne(scope: CommandScope, change: CommandChange): Promise<void> {
    const { commands } = this.#parts.host.rest;
    const applicationId = this.#parts.host.applicationId;
    if (change.action === 'delete') {
      if (scope === undefined) await commands.delete(applicationId, change.remote.id);
      else await commands.deleteForGuild(applicationId, scope, change.remote.id);
      this.#remoteIds.delete(`${scope ?? ''}/${keyOf(change.remote)}`);
      return;
    }
    const isRenamed = change.action === 'edit' && change.remote.name !== change.local.name;
    const written = isRenamed
      ? await commands.edit(applicationId, change.remote.id, change.local)
      : await (scope === undefined
          ? commands.create(applicationId, change.local)
          : commands.createForGuild(applicationId, scope, change.local as GuildCommand));
    this.#remember(scope, [written]);
  }

  #fetch(scope: CommandScope): Promise<APIApplicationCommand[]> {
    const { commands } = this.#parts.host.rest;
    const applicationId = this.#parts.host.applicationId;
    const query = { with_localizations: true };
    return scope === undefined
      ? commands.list(applicationId, query)
      : commands.listForGuild(applicationId, scope, query);
  }

  #overwrite(scope: CommandScope, body: WireCommand[]): Promise<APIApplicationCommand[]> {
    const { commands } = this.#parts.host.rest;
    const applicationId = this.#parts.host.applicationId;
    return scope === undefined
      ? commands.bulkOverwrite(applicationId, body)
      : commands.bulkOverwriteForGuild(applicationId, scope, body as GuildCommand[]);
  }

  #remember(scope: CommandScope, remote: readonly APIApplicationCommand[]): void {
    for (const command of remote) this.#remoteIds.set(`${scope ?? ''}/${keyOf(command)}`, command.id);
  }

  /** Takes note of all commands of a scope, and forgets those that are gone. */
  #rememberAll(scope: CommandScope, remote: readonly APIApplicationCommand[]): void {
    for (const key of [...this.#remoteIds.keys()]) {
      if (key.startsWith(`${scope ?? ''}/`)) this.#remoteIds.delete(key);
    }
    this.#remember(scope, remote);
  }
}

/** A command that is looked at alone never makes others stale. */
function withDeletion({ commands, deleteExisting = true }: SyncOptions): PlanOptions {
  return { deleteExisting: deleteExisting && commands === undefined };
}

function createsOf(changes: readonly CommandChange[]): number {
  return changes.filter(({ action }) => action === 'create').length;
}

function asCreate(local: WireCommand): CommandChange {
  return { action: 'create', local };
}

/** Discord takes contexts, installation and the entry point of activities for global commands only. */
function asGuildCommand(command: WireCommand): readonly WireCommand[] {
  if (command.type === ApplicationCommandType.PrimaryEntryPoint) return [];
  const { contexts: _contexts, integration_types: _types, ...rest } = command as WireCommand & GlobalFields;
  return [rest as WireCommand];
}

interface GlobalFields {
  readonly contexts?: unknown;
  readonly integration_types?: unknown;
}
