import type { SyncOptions } from '../commands/sync/command-sync.js';
import type { Container } from '../di/container.js';
import { CogworkError } from '../errors/cogwork-error.js';
import { DiscordApiError } from '../errors/discord-api-error.js';
import type { Message } from '../models/message.js';
import type { LoadedCog } from '../pipeline/cog-surface.js';
import type { Constructor, Snowflake } from '../types/type-tools.js';
import type { View } from '../ui/views/view.js';
import type { Secret } from '../utils/secret.js';
import { BotCommands } from './bot-commands.js';
import type { BotOptions } from './bot-options.js';
import { botOptionKeys } from './bot-options.js';
import type { BotParts } from './bot-parts.js';
import { composeBot } from './bot-parts.js';
import { Client } from './client.js';
import type { ClientParts } from './client-parts.js';
import { composeClient } from './client-parts.js';
import { checkKnownKeys } from './known-keys.js';
import { StateKeyHolder } from './state-key-holder.js';

/**
 * Client with commands, components and cogs.
 *
 * Cogs are built at once, so a mistake in one is an error here and not when somebody uses it.
 *
 * @example
 * ```ts
 * const bot = new Bot({ cogs: [Maths], prefix: '!' });
 * await bot.run();
 * ```
 */
export class Bot extends Client {
  /** Application commands, and the way to bring Discord up to date. */
  readonly commands: BotCommands;
  readonly #parts: BotParts;
  readonly #options: BotOptions;
  readonly #stateKey: StateKeyHolder;

  constructor(options: BotOptions = {}) {
    checkKnownKeys(options, botOptionKeys, 'new Bot({ … })');
    const stateKey = new StateKeyHolder(options.stateKey);
    let botParts: BotParts | undefined;
    const clientParts: ClientParts = composeClient(options, (core) => {
      botParts = composeBot(core, options, stateKey);
      return botParts.interactions;
    });
    super(options, clientParts);
    this.#parts = botParts!;
    this.#options = options;
    this.#stateKey = stateKey;
    this.commands = new BotCommands(this.#parts.commands, this.#parts.sync);
    this.container.registerValue<Bot>(Bot, this).registerValue<Client>(Client, this);
    for (const cogClass of options.cogs ?? []) this.#parts.cogs.add(cogClass);
  }

  /** Services of this bot: register your own before cogs that need them are added. */
  get container(): Container {
    return this.#parts.container;
  }

  /** Loaded cogs, in the order they came. */
  get cogs(): readonly LoadedCog[] {
    return this.#parts.cogs.cogs;
  }

  /** Instance of a loaded cog. */
  getCog<T extends object>(cogClass: Constructor<T>): T | undefined {
    return this.#parts.cogs.get(cogClass);
  }

  /**
   * Loads a cog: builds it, waits for its `onLoad`, then registers all it declares. Commands reach Discord by `sync()`.
   *
   * @throws CogLoadError, UnresolvableError, DuplicateCommandError and others, naming class and member.
   */
  async addCog(cogClass: Constructor): Promise<LoadedCog> {
    return this.#parts.cogs.load(cogClass);
  }

  /** Takes back all that a cog registered, then runs its `onUnload`; `false` when it was not loaded. */
  removeCog(cogClass: Constructor): Promise<boolean> {
    return this.#parts.cogs.unload(cogClass);
  }

  /** Makes a persistent view known, for one message or for all that carry its id; the returned function undoes it. */
  addView(view: View, options: { readonly messageId?: Snowflake } = {}): () => void {
    return this.#parts.components.addView(view, options);
  }

  /** View that a message shows: the living one, or a persistent one with the state of the message. */
  viewOf(message: Message): Promise<View | undefined> {
    return this.#parts.components.viewOf(message);
  }

  protected override onToken(token: Secret): void {
    this.#stateKey.useToken(token);
  }

  protected override onConnecting(): Promise<void> {
    return this.#parts.cogs.open();
  }

  protected override async onConnected(): Promise<void> {
    const { role } = this.parts;
    // Of several processes, the first one writes the commands of all.
    if (role.kind === 'worker' && role.worker.index > 0) return;
    const { syncCommands = 'auto' } = this.#options;
    if (syncCommands === 'off') return;
    await this.#syncAtStart(syncCommands === 'auto' ? {} : { guilds: syncCommands.guilds, guildsOnly: true });
  }

  protected override async closeParts(): Promise<void> {
    await this.#parts.cogs.unloadAll();
    this.#parts.components.close();
    await super.closeParts();
    await this.#parts.container.dispose();
  }

  /** Syncs commands; what Discord refuses fails the start, what merely goes wrong on the way is logged. */
  async #syncAtStart(options: SyncOptions): Promise<void> {
    const { commands, sync } = this.#parts;
    if (commands.all.length === 0) return;
    try {
      await sync.sync(options);
    } catch (error) {
      const isTransient =
        !CogworkError.is(error) || (error instanceof DiscordApiError && error.status >= 500);
      if (!isTransient || this.isClosed) throw error;
      const message =
        'Commands could not be synced at the start; Discord keeps the ones it has. Try bot.commands.sync() again.';
      this.parts.tools.logger.error('commands', message, { error });
    }
  }
}
