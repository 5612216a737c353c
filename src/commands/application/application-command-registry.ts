import { ApplicationCommandType } from 'discord-api-types/v10';
import { DuplicateCommandError } from '../../errors/duplicate-command-error.js';
import { InvalidDefinitionError } from '../../errors/invalid-definition-error.js';
import type { Interaction } from '../../interactions/interaction.js';
import type { CogSurface, LoadedCog } from '../../pipeline/cog-surface.js';
import type { PipelineTools } from '../../pipeline/pipeline-tools.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { AutoDefer, CommandContextName, IntegrationTypeName } from '../command-settings.js';
import type { TypingUsers } from './answer-autocomplete.js';
import { answerAutocomplete } from './answer-autocomplete.js';
import type { ApplicationCommandContext } from './application-command-context.js';
import { commandData, commandPath } from './command-data.js';
import type { WireCommand } from './command-wire.js';
import { toWireCommands } from './command-wire.js';
import { MessageContext } from './message-context.js';
import type { RegisteredCommand } from './registered-command.js';
import { scanApplicationCommands } from './scan-application-commands.js';
import { SlashContext } from './slash-context.js';
import { UserContext } from './user-context.js';

/** Guild in whose scope a command stands; `undefined` for the global scope. */
export type CommandScope = Snowflake | undefined;

/** What a registry needs besides the cogs. */
export interface ApplicationCommandRegistryOptions {
  /** Used by commands that say nothing of it themselves. @defaultValue true */
  readonly autoDefer?: AutoDefer;
  /** Guilds in which commands are registered that name none, instead of everywhere: updates arrive at once there. */
  readonly debugGuilds?: readonly Snowflake[];
  /** Contexts of global commands that say nothing of them. */
  readonly defaultContexts?: readonly CommandContextName[];
  /** Integration types of global commands that say nothing of them. */
  readonly defaultIntegrationTypes?: readonly IntegrationTypeName[];
}

/** When a handler that has not answered is deferred, in milliseconds after receipt. */
const DEFER_AFTER_MS = 2000;

const UNKNOWN_COMMAND = 'This command does not exist any more. Reload your app to see the ones that do.';

/** Most commands of each type in one scope. @see https://docs.discord.com/developers/interactions/application-commands#registering-a-command */
const SCOPE_LIMITS: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};

/** Slash, user and message commands of one bot: registered by cogs, found by name in one step. */
export class ApplicationCommandRegistry implements CogSurface {
  readonly #tools: PipelineTools;
  readonly #options: ApplicationCommandRegistryOptions;
  /** Commands by scope, type and qualified name. */
  readonly #commands = new Map<string, RegisteredCommand>();
  readonly #typing: TypingUsers = new Map();

  constructor(tools: PipelineTools, options: ApplicationCommandRegistryOptions = {}) {
    this.#tools = tools;
    this.#options = options;
  }

  /** Registered commands, in the order they came; one of several guilds is listed once. */
  get all(): readonly RegisteredCommand[] {
    return [...new Set(this.#commands.values())];
  }

  /** Command by its qualified name, as in `config roles add`. */
  get(
    qualifiedName: string,
    options: { readonly guildId?: Snowflake; readonly type?: ApplicationCommandType } = {},
  ): RegisteredCommand | undefined {
    const type = options.type ?? ApplicationCommandType.ChatInput;
    return this.#commands.get(keyOf(options.guildId, type, qualifiedName));
  }

  /** Scopes in which commands stand, the global one first. */
  get scopes(): readonly CommandScope[] {
    return [...new Set([undefined, ...this.all.flatMap((command) => this.#scopesOf(command))])];
  }

  /** Commands of one scope as Discord registers them. */
  toWire(scope: CommandScope): WireCommand[] {
    const { defaultContexts, defaultIntegrationTypes } = this.#options;
    const defaults = scope === undefined ? { defaultContexts, defaultIntegrationTypes } : {};
    return toWireCommands(this.#inScope(scope), defaults);
  }

  attach(cog: LoadedCog): () => void {
    const added: RegisteredCommand[] = [];
    const remove = (): void => {
      for (const command of added.splice(0)) this.#remove(command);
    };
    try {
      for (const command of scanApplicationCommands(cog, this.#tools)) {
        this.#add(command);
        added.push(command);
      }
    } catch (error) {
      remove();
      throw error;
    }
    return remove;
  }

  /** Runs the command that an interaction names; resolves when its handler has ended. */
  async dispatch(interaction: Interaction): Promise<void> {
    const command = this.#find(interaction);
    if (!command) return this.#answerUnknown(interaction);
    const { responder } = interaction;
    const autoDefer = command.autoDefer ?? this.#options.autoDefer ?? true;
    if (autoDefer !== false) {
      const { ephemeral = false, afterMs = DEFER_AFTER_MS } = autoDefer === true ? {} : autoDefer;
      responder.deferLater(ephemeral ? 'ephemeralReply' : 'reply', afterMs);
    }
    try {
      await command.run(contextOf(interaction, command));
    } finally {
      responder.cancelDeferral();
    }
  }

  /** Answers somebody who is typing an option. */
  async autocomplete(interaction: Interaction): Promise<void> {
    const command = this.#find(interaction);
    await answerAutocomplete(interaction, command, this.#tools, this.#typing);
  }

  #find(interaction: Interaction): RegisteredCommand | undefined {
    const data = commandData(interaction);
    const name = commandPath(data).path.join(' ');
    return (
      (data.guild_id === undefined ? undefined : this.#commands.get(keyOf(data.guild_id, data.type, name))) ??
      this.#commands.get(keyOf(undefined, data.type, name))
    );
  }

  async #answerUnknown(interaction: Interaction): Promise<void> {
    const { name } = commandData(interaction);
    this.#tools.logger.warn(
      'commands',
      `Unknown command "${name}" was used; syncing commands removes stale ones`,
      {
        interactionId: interaction.id,
      },
    );
    await interaction.responder.reply(UNKNOWN_COMMAND, { ephemeral: true }).catch((error: unknown) => {
      this.#tools.logger.warn('commands', 'Answering an unknown command failed', { error });
    });
  }

  #add(command: RegisteredCommand): void {
    const scopes = this.#scopesOf(command);
    for (const scope of scopes) this.#check(scope, command);
    for (const scope of scopes)
      this.#commands.set(keyOf(scope, command.type, command.qualifiedName), command);
  }

  #remove(command: RegisteredCommand): void {
    for (const scope of this.#scopesOf(command)) {
      this.#commands.delete(keyOf(scope, command.type, command.qualifiedName));
    }
  }

  #scopesOf(command: RegisteredCommand): readonly CommandScope[] {
    return command.guildIds ?? this.#options.debugGuilds ?? [undefined];
  }

  #check(scope: CommandScope, command: RegisteredCommand): void {
    const same = this.#commands.get(keyOf(scope, command.type, command.qualifiedName));
    if (same) throw duplicate(command, same);
    const roots = new Set([command.root.name]);
    for (const other of this.#inScope(scope)) {
      if (other.type !== command.type) continue;
      roots.add(other.root.name);
      if (other.root.name === command.root.name) checkSiblings(command, other);
    }
    const limit = SCOPE_LIMITS[command.type] ?? Number.POSITIVE_INFINITY;
    if (roots.size > limit) {
      const where = scope === undefined ? 'everywhere' : `in guild ${scope}`;
      throw new InvalidDefinitionError(
        `is one command too many: Discord takes ${limit} ${where}`,
        placeOf(command),
      );
    }
  }

  *#inScope(scope: CommandScope): Iterable<RegisteredCommand> {
    const prefix = `${scope ?? ''}/`;
    for (const [key, command] of this.#commands) {
      if (key.startsWith(prefix)) yield command;
    }
  }
}

function contextOf(interaction: Interaction, command: RegisteredCommand): ApplicationCommandContext {
  if (command.type === ApplicationCommandType.User) return new UserContext(interaction, command);
  if (command.type === ApplicationCommandType.Message) return new MessageContext(interaction, command);
  return new SlashContext(interaction, command);
}

/** Commands below one root must not hide each other, and must say the same of the root. */
function checkSiblings(command: RegisteredCommand, other: RegisteredCommand): void {
  const isAlone = [command, other].some(({ root, qualifiedName }) => root.name === qualifiedName);
  if (isAlone) throw duplicate(command, other);
  if (command.root === other.root || JSON.stringify(command.root) === JSON.stringify(other.root)) return;
  throw new InvalidDefinitionError(
    `its group "${command.root.name}" has another description or other settings than in ${placeOf(other)}`,
    placeOf(command),
  );
}

function duplicate(command: RegisteredCommand, other: RegisteredCommand): DuplicateCommandError {
  const [first, second] = [placeOf(other), placeOf(command)];
  return new DuplicateCommandError(
    `Two ${command.origin.kind}s are called "${command.qualifiedName}": ${first} and ${second}. ` +
      'Rename one of the methods, or give one a { name }.',
    command.qualifiedName,
    [first, second],
  );
}

function placeOf({ origin }: RegisteredCommand): string {
  return `${origin.cog}.${origin.method}`;
}

function keyOf(scope: CommandScope, type: ApplicationCommandType, qualifiedName: string): string {
  return `${scope ?? ''}/${type}/${qualifiedName}`;
}
