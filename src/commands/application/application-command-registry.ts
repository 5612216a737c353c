import type { Interaction } from '../../interactions/interaction.js';
import type { CogSurface, LoadedCog } from '../../pipeline/cog-surface.js';
import type { PipelineTools } from '../../pipeline/pipeline-tools.js';
import { ApplicationCommandType } from '../../types/application-command-type.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { AutoDefer, CommandContextName, IntegrationTypeName } from '../command-settings.js';
import type { TypingUsers } from './answer-autocomplete.js';
import { answerAutocomplete } from './answer-autocomplete.js';
import type { ApplicationCommand } from './application-command.js';
import type { ApplicationCommandContext } from './application-command-context.js';
import { commandData, commandPath } from './command-data.js';
import type { CommandTextsSource } from './command-texts.js';
import { CommandTranslations } from './command-texts.js';
import type { WireCommand } from './command-wire.js';
import { toWireCommands } from './command-wire.js';
import { EntryPointContext } from './entry-point-context.js';
import { MessageContext } from './message-context.js';
import type { RegisteredCommand } from './registered-command.js';
import { scanApplicationCommands } from './scan-application-commands.js';
import type { CommandScope } from './scope-commands.js';
import { ScopeCommands } from './scope-commands.js';
import { SlashContext } from './slash-context.js';
import { UserContext } from './user-context.js';

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
  /** Texts of commands in other languages, by locale, or the folder with a JSON file for each. */
  readonly localizations?: CommandTextsSource;
}

/** When a handler that has not answered is deferred, in milliseconds after receipt. */
const DEFER_AFTER_MS = 2000;

const UNKNOWN_COMMAND = 'This command does not exist any more. Reload your app to see the ones that do.';

/** Slash, user and message commands of one bot: registered by cogs, found by name in one step. */
export class ApplicationCommandRegistry implements CogSurface {
  readonly #tools: PipelineTools;
  readonly #options: ApplicationCommandRegistryOptions;
  readonly #scopes = new Map<CommandScope, ScopeCommands>([[undefined, new ScopeCommands(undefined)]]);
  readonly #all = new Set<RegisteredCommand>();
  readonly #translations: CommandTranslations;
  readonly #typing: TypingUsers = new Map();

  constructor(tools: PipelineTools, options: ApplicationCommandRegistryOptions = {}) {
    this.#tools = tools;
    this.#options = options;
    this.#translations = new CommandTranslations(options.localizations);
  }

  /** Whether no command is registered. */
  get isEmpty(): boolean {
    return this.#all.size === 0;
  }

  /** Registered commands, in the order they came; one of several guilds is listed once. */
  get all(): readonly RegisteredCommand[] {
    return [...this.#all];
  }

  /** Names for which there are translations but no command. */
  get unusedTexts(): readonly string[] {
    return this.#translations.unused;
  }

  /** Command by its qualified name, as in `config roles add`. */
  get(
    qualifiedName: string,
    options: { readonly guildId?: Snowflake; readonly type?: ApplicationCommandType } = {},
  ): RegisteredCommand | undefined {
    const type = options.type ?? ApplicationCommandType.ChatInput;
    return this.#scopes.get(options.guildId)?.get(type, qualifiedName);
  }

  /** Handlers whose commands stand in a scope, as in `Maths.add`. */
  askersOf(scope: CommandScope): readonly string[] {
    const asking = this.all.filter((command) => this.scopesOf(command).includes(scope));
    return asking.map(({ origin }) => `${origin.cog}.${origin.method}`);
  }

  /** Scopes in which commands stand, the global one first. */
  get scopes(): readonly CommandScope[] {
    return [...this.#scopes.keys()];
  }

  /** Commands of one scope as Discord registers them. */
  toWire(scope: CommandScope): WireCommand[] {
    const { defaultContexts, defaultIntegrationTypes } = this.#options;
    const defaults = scope === undefined ? { defaultContexts, defaultIntegrationTypes } : {};
    return toWireCommands(this.#scopes.get(scope) ?? [], defaults);
  }

  attach(cog: LoadedCog): () => void {
    const added: RegisteredCommand[] = [];
    const remove = (): void => {
      for (const command of added.splice(0)) this.#remove(command);
    };
    try {
      for (const command of scanApplicationCommands(cog, this.#tools, this.#translations)) {
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
    const ofGuild = data.guild_id === undefined ? undefined : this.#scopes.get(data.guild_id);
    return ofGuild?.get(data.type, name) ?? this.#scopes.get(undefined)?.get(data.type, name);
  }

  async #answerUnknown(interaction: Interaction): Promise<void> {
    const { name } = commandData(interaction);
    this.#tools.logger.warn(
      'commands',
      `Unknown command "${name}" was used; syncing commands removes stale ones`,
      {
        interactionId: interaction.id,
        guildId: interaction.guildId,
      },
    );
    await interaction.responder.reply(UNKNOWN_COMMAND, { ephemeral: true }).catch((error: unknown) => {
      this.#tools.logger.warn('commands', 'Answering an unknown command failed', {
        interactionId: interaction.id,
        error,
      });
    });
  }

  #add(command: RegisteredCommand): void {
    const scopes = this.scopesOf(command).map((scope) => this.#scopes.get(scope) ?? new ScopeCommands(scope));
    for (const scope of scopes) scope.check(command);
    for (const [index, scope] of scopes.entries()) {
      scope.add(command);
      this.#scopes.set(this.scopesOf(command)[index], scope);
    }
    this.#all.add(command);
  }

  #remove(command: RegisteredCommand): void {
    this.#all.delete(command);
    for (const id of this.scopesOf(command)) {
      const scope = this.#scopes.get(id);
      scope?.remove(command);
      if (id !== undefined && scope?.isEmpty) this.#scopes.delete(id);
    }
  }

  /** Scopes in which a command is registered. */
  scopesOf(command: ApplicationCommand): readonly CommandScope[] {
    if (command.type === ApplicationCommandType.PrimaryEntryPoint) return [undefined];
    return command.guildIds ?? this.#options.debugGuilds ?? [undefined];
  }
}

function contextOf(interaction: Interaction, command: RegisteredCommand): ApplicationCommandContext {
  if (command.type === ApplicationCommandType.User) return new UserContext(interaction, command);
  if (command.type === ApplicationCommandType.Message) return new MessageContext(interaction, command);
  if (command.type === ApplicationCommandType.PrimaryEntryPoint)
    return new EntryPointContext(interaction, command);
  return new SlashContext(interaction, command);
}
