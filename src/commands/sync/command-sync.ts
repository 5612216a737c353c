import type {
  APIApplicationCommand,
  RESTPostAPIApplicationGuildCommandsJSONBody,
} from 'discord-api-types/v10';
import { CommandCreateLimitError } from '../../errors/command-create-limit-error.js';
import { EmptyRegistryError } from '../../errors/empty-registry-error.js';
import type { ModelHost } from '../../models/host.js';
import { ApplicationCommandType } from '../../types/application-command-type.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { Logger } from '../../utils/logger.js';
import type { ApplicationCommandRegistry } from '../application/application-command-registry.js';
import type { WireCommand } from '../application/command-wire.js';
import type { CommandScope } from '../application/scope-commands.js';
import type { ScopePlan } from './command-plan.js';
import { CommandPlan } from './command-plan.js';
import type { CommandChange } from './plan-commands.js';
import { keyOf, planScope } from './plan-commands.js';

type GuildCommand = RESTPostAPIApplicationGuildCommandsJSONBody;

/** Commands that Discord lets an application create in a day, per scope. */
const MAX_CREATES_PER_DAY = 200;

/** Options of `plan` and `sync`. */
export interface SyncOptions {
  /** Allows deleting every remote command when none is declared. @defaultValue false */
  readonly allowEmpty?: boolean;
  /** Whether remote commands that are not declared are deleted. @defaultValue true */
  readonly deleteExisting?: boolean;
  /** Writes every scope without looking at what is there. @defaultValue false */
  readonly force?: boolean;
  /** Guilds to look at besides those that commands name, to find stale commands there. */
  readonly guilds?: readonly Snowflake[];
  /** Whether only guild scopes are looked at. @defaultValue false */
  readonly guildsOnly?: boolean;
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

  constructor(parts: CommandSyncParts) {
    this.#parts = parts;
  }

  /** Id that Discord gave to a command, once it has been seen; for mentions such as `</add:123>`. */
  remoteId(
    name: string,
    options: { readonly guildId?: Snowflake; readonly type?: number } = {},
  ): Snowflake | undefined {
    return this.#remoteIds.get(`${options.guildId ?? ''}/${keyOf({ name, type: options.type ?? 1 })}`);
  }

  /** Compares what is declared with what Discord has; writes nothing. */
  async plan(options: SyncOptions = {}): Promise<CommandPlan> {
    const scopes: ScopePlan[] = [];
    for (const scope of this.#scopes(options)) scopes.push(await this.#planScope(scope, options));
    return new CommandPlan(scopes);
  }

  /**
   * Applies the difference.
   *
   * @throws {EmptyRegistryError} when nothing is declared and remote commands would all be deleted.
   * @throws {CommandCreateLimitError} when more commands would be created than Discord takes in a day.
   */
  async sync(options: SyncOptions = {}): Promise<CommandPlan> {
    const plan = options.force ? this.#forcedPlan(options) : await this.plan(options);
    this.#guard(plan, options);
    for (const scope of plan.scopes) {
      if (options.force || scope.changes.length > 0) await this.#apply(scope, options);
    }
    if (!plan.isEmpty) this.#parts.logger.info('commands', `Commands synced\n${plan}`);
    return plan;
  }

  #scopes({ guilds = [], guildsOnly = false }: SyncOptions): readonly CommandScope[] {
    const scopes = new Set<CommandScope>([...this.#parts.registry.scopes, ...guilds]);
    if (guildsOnly) scopes.delete(undefined);
    return [...scopes];
  }

  async #planScope(scope: CommandScope, options: SyncOptions): Promise<ScopePlan> {
    const local = this.#parts.registry.toWire(scope);
    const remote = await this.#fetch(scope);
    this.#remember(scope, remote);
    return { scope, local, remote, changes: planScope(local, remote, options) };
  }

  #forcedPlan(options: SyncOptions): CommandPlan {
    const scopes = this.#scopes(options).map((scope): ScopePlan => {
      const local = this.#parts.registry.toWire(scope);
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
    for (const { scope, changes } of force ? [] : plan.scopes) {
      const creates = changes.filter(({ action }) => action === 'create').length;
      if (creates > MAX_CREATES_PER_DAY) {
        throw new CommandCreateLimitError(
          `The plan creates ${creates} commands ${scope === undefined ? 'globally' : `in guild ${scope}`}; Discord ` +
            `takes ${MAX_CREATES_PER_DAY} a day.`,
        );
      }
    }
  }

  async #apply({ scope, changes, local, remote }: ScopePlan, options: SyncOptions): Promise<void> {
    const [only] = changes;
    if (only && changes.length === 1 && !options.force) return this.#applyOne(scope, only);
    const isKept = (command: APIApplicationCommand): boolean =>
      options.deleteExisting === false || command.type === ApplicationCommandType.PrimaryEntryPoint;
    const declared = new Set(local.map(keyOf));
    const kept = remote.filter((command) => isKept(command) && !declared.has(keyOf(command)));
    this.#remember(scope, await this.#overwrite(scope, [...local, ...(kept as unknown as WireCommand[])]));
  }

  /** Creating overwrites a command of the same name, with every field: what an edit cannot do for fields left out. */
  async #applyOne(scope: CommandScope, change: CommandChange): Promise<void> {
    const { commands } = this.#parts.host.rest;
    const applicationId = this.#parts.host.applicationId;
    if (change.action !== 'delete') {
      const created = await (scope === undefined
        ? commands.create(applicationId, change.local)
        : commands.createForGuild(applicationId, scope, change.local as GuildCommand));
      this.#remember(scope, [created]);
    } else if (scope === undefined) await commands.delete(applicationId, change.remote.id);
    else await commands.deleteForGuild(applicationId, scope, change.remote.id);
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
}
