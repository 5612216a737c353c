import { cogList } from '../cogs/cog-loader.js';
import type { ExtensionLoader } from '../cogs/extension-loader.js';
import type { FunctionCogs, Unregister } from '../cogs/function-cogs.js';
import { HotReload } from '../cogs/hot-reload.js';
import { installPlugins } from '../cogs/plugin.js';
import type { ApplicationCommand } from '../commands/application/application-command.js';
import type { ServiceContainer } from '../di/service-container.js';
import type { FetchHandler, FetchHandlerOptions } from '../interactions/http/fetch-handler.js';
import { createFetchHandler } from '../interactions/http/fetch-handler.js';
import type { InteractionServer, ServeOptions } from '../interactions/http/serve-fetch.js';
import { serveFetch } from '../interactions/http/serve-fetch.js';
import type { Message } from '../models/message.js';
import type { OAuthUrlOptions } from '../models/oauth-url.js';
import type { BotHook } from '../pipeline/bot-steps.js';
import type { CheckContext } from '../pipeline/check-context.js';
import type { CheckFunction } from '../pipeline/checks/check-like.js';
import type { LoadedCog } from '../pipeline/cog-surface.js';
import type { HandlerOrigin } from '../pipeline/handler.js';
import type { TaskLoop } from '../tasks/task-loop.js';
import type { AbstractConstructor, Awaitable, Constructor, Snowflake } from '../types/type-tools.js';
import type { View } from '../ui/views/view.js';
import type { Secret } from '../utils/secret.js';
import { BotCommands } from './bot-commands.js';
import type { BotOptions } from './bot-options.js';
import { botOptionKeys, checkSyncCommands } from './bot-options.js';
import type { BotParts } from './bot-parts.js';
import { composeBot } from './bot-parts.js';
import { Client } from './client.js';
import { composeClient } from './client-parts.js';
import { inviteUrl } from './invite-url.js';
import { checkKnownKeys } from './known-keys.js';
import { findProgramHost } from './program-host.js';
import type { RunOptions } from './run-options.js';
import { runOptionKeys } from './run-options.js';
import { runProgram } from './run-program.js';
import { StateKeyHolder } from './state-key-holder.js';
import { syncAtStart } from './sync-at-start.js';

/**
 * Client with commands, components, cogs and tasks.
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
  /** What the bot is for, as help shows it. */
  readonly description: string;
  /** Loads modules of cogs, and again when they have changed. */
  readonly extensions: ExtensionLoader;
  /** Registers a plain function as a slash command; the returned function takes it back. */
  readonly slashCommand: FunctionCogs['slashCommand'];
  /** Registers a plain function as an entry of the menu on users; the returned function takes it back. */
  readonly userCommand: FunctionCogs['userCommand'];
  /** Registers a plain function as an entry of the menu on messages; the returned function takes it back. */
  readonly messageCommand: FunctionCogs['messageCommand'];
  /** Registers a plain function as a prefix command; the returned function takes it back. */
  readonly prefixCommand: FunctionCogs['prefixCommand'];
  /** Registers a plain function as the handler of a button by its path; the returned function takes it back. */
  readonly button: FunctionCogs['button'];
  /** Registers a plain function as a task; the returned function stops it. */
  readonly task: FunctionCogs['task'];
  /** Registers a plain function as the handler of a component, under its decorator: `bot.component(Button('vote/:n'), vote)`. */
  readonly component: FunctionCogs['register'];
  readonly #parts: BotParts;
  readonly #options: BotOptions;
  readonly #stateKey: StateKeyHolder;
  readonly #undoPlugins: () => Promise<void>;
  readonly #servers = new Set<InteractionServer>();
  #hotReload: HotReload | undefined;

  constructor(options: BotOptions = {}) {
    checkKnownKeys(options, botOptionKeys, 'new Bot({ … })');
    checkSyncCommands(options.syncCommands);
    const stateKey = new StateKeyHolder(options.stateKey);
    let botParts: BotParts | undefined;
    const clientParts = composeClient(options, (core) => {
      botParts = composeBot(core, options, stateKey);
      return botParts.interactions;
    });
    super(options, clientParts);
    const parts = botParts!;
    this.#parts = parts;
    this.#options = options;
    this.#stateKey = stateKey;
    this.commands = new BotCommands(parts.commands, parts.sync, options.syncCommands);
    this.description = options.description ?? '';
    this.extensions = parts.extensions;
    const { functions } = parts;
    this.slashCommand = functions.slashCommand.bind(functions) as FunctionCogs['slashCommand'];
    this.userCommand = functions.userCommand.bind(functions);
    this.messageCommand = functions.messageCommand.bind(functions);
    this.prefixCommand = functions.prefixCommand.bind(functions) as FunctionCogs['prefixCommand'];
    this.button = functions.button.bind(functions) as FunctionCogs['button'];
    this.task = functions.task.bind(functions);
    this.component = functions.register.bind(functions);
    this.container.registerValue<Bot>(Bot, this).registerValue<Client>(Client, this);
    options.services?.(this.container);
    this.#undoPlugins = this.#installPlugins();
    for (const cogClass of cogList(options.cogs)) parts.cogs.add(cogClass);
  }

  /** Application commands that Discord is not known to have: those added since the last sync. */
  get pendingApplicationCommands(): readonly ApplicationCommand[] {
    return this.commands.pending;
  }

  /** Registered application command by its qualified name, as in `config roles add`. */
  getApplicationCommand(
    qualifiedName: string,
    options: { readonly guildId?: Snowflake; readonly type?: number } = {},
  ): ApplicationCommand | undefined {
    return this.commands.get(qualifiedName, options);
  }

  /** Services of this bot: register your own by the option `services`, or before cogs that need them are added. */
  get container(): ServiceContainer {
    return this.parts.container;
  }

  /** Loaded cogs, in the order they came. */
  get cogs(): readonly LoadedCog[] {
    return this.#parts.cogs.cogs;
  }

  /** Address at which people add the bot, asking for the permissions that its handlers require of it, and those given. */
  inviteUrl(options: Partial<OAuthUrlOptions> = {}): string {
    const classes = this.cogs.map(({ cogClass }) => cogClass);
    const clientId = options.clientId ?? this.parts.host.applicationId;
    return inviteUrl(classes, { ...options, clientId });
  }

  /** Tasks of all cogs, by `Cog.method`. */
  get tasks(): ReadonlyMap<string, TaskLoop> {
    return this.#parts.tasks.all;
  }

  /** Instance of a loaded cog. */
  getCog<T extends object>(cogClass: Constructor<T>): T | undefined {
    return this.#parts.cogs.get(cogClass);
  }

  /**
   * Loads a cog: builds it, waits for its `onLoad`, then registers all it declares. Commands reach Discord by `sync()`.
   *
   * @throws {CogLoadError}, UnresolvableError, DuplicateCommandError and others, naming class and member.
   */
  async addCog(cogClass: Constructor): Promise<LoadedCog> {
    return this.#parts.cogs.load(cogClass);
  }

  /** Takes back all that a cog registered, then runs its `onUnload`; `false` when it was not loaded. */
  removeCog(cogClass: Constructor): Promise<boolean> {
    return this.#parts.cogs.unload(cogClass);
  }

  /** Swaps a loaded cog for another class, or builds it anew; when that fails the old one stays. */
  async reloadCog(cogClass: Constructor, replacement: Constructor = cogClass): Promise<void> {
    await this.#parts.cogs.replace(cogClass, replacement);
  }

  /** Watches loaded extensions and swaps their cogs when a file is saved; commands are synced where they changed. */
  watchExtensions(): void {
    const { clock, logger } = this.parts.tools;
    this.#hotReload ??= new HotReload({
      clock,
      extensions: this.extensions,
      logger,
      onReload: () => this.commands.sync(),
    });
    this.#hotReload.start();
  }

  /** Makes a persistent view known, for one message or for all that carry its id; the returned function undoes it. */
  addView(view: View, options: { readonly messageId?: Snowflake } = {}): () => void {
    return this.#parts.components.addView(view, options);
  }

  /** View that a message shows: the living one, or a persistent one with the state of the message. */
  viewOf(message: Message): Promise<View | undefined> {
    return this.#parts.components.viewOf(message);
  }

  /** Adds a check that stands before every handler; the returned function takes it away. */
  check(check: CheckFunction): Unregister {
    return this.parts.tools.botSteps.addCheck(check);
  }

  /** Adds a hook around every handler; the returned function takes it away. */
  hook(hook: BotHook): Unregister {
    return this.parts.tools.botSteps.addHook(hook);
  }

  /** Handles errors of a class that no cog handled; return `false` to pass one on. The returned function takes it away. */
  onError<E extends Error>(
    errorClass: AbstractConstructor<E>,
    handle: (ctx: CheckContext | undefined, error: E, origin: HandlerOrigin) => Awaitable<unknown>,
  ): Unregister {
    return this.parts.tools.errors.add({
      errorClass,
      handle: (ctx, error, origin) => handle(ctx as CheckContext | undefined, error as E, origin),
    });
  }

  /** Whether a user owns the bot: by the options, or by its application, whose team's members count by their roles. */
  async isOwner(user: Snowflake | { readonly id: Snowflake }): Promise<boolean> {
    return this.#parts.owners.isOwner(typeof user === 'string' ? user : user.id);
  }

  /**
   * Makes the function that answers Discord's interactions over HTTP, with the same cogs; no gateway is needed.
   *
   * The `onLoad` of cogs runs before the first request is answered; tasks do not run, `serve` starts them.
   *
   * @example
   * ```ts
   * await bot.login(process.env.DISCORD_TOKEN);
   * export default { fetch: bot.fetchHandler({ publicKey }) };
   * ```
   * @see https://docs.discord.com/developers/interactions/overview#preparing-for-interactions
   */
  fetchHandler(options: FetchHandlerOptions): FetchHandler {
    const { cogs, interactions } = this.#parts;
    const handle = createFetchHandler(options, { host: this.parts.host, sink: interactions });
    let opening: Promise<void> | undefined;
    return async (request) => {
      opening ??= cogs.open();
      await opening;
      return handle(request);
    };
  }

  /**
   * Serves interactions over HTTP until the bot is closed, and starts the tasks of cogs.
   *
   * Await `login(token)` before. Without a `publicKey`, Discord is asked for that of the application.
   */
  async serve(options: ServeOptions & Partial<FetchHandlerOptions> = {}): Promise<InteractionServer> {
    const publicKey = options.publicKey ?? (await this.rest.applications.getCurrent()).verify_key;
    await this.#parts.cogs.open();
    const { logger } = this.parts.tools;
    const server = await serveFetch(this.fetchHandler({ ...options, publicKey }), options, (error) =>
      logger.error('interactions', 'A request over HTTP could not be answered', { error }),
    );
    this.#servers.add(server);
    this.#parts.tasks.startAll();
    return server;
  }

  /**
   * Runs the bot as the whole program, until SIGINT or SIGTERM; see {@link Client.run}.
   *
   * With `serve`, interactions come over HTTP, and no gateway is connected.
   *
   * @example
   * ```ts
   * await bot.run({ serve: { port: 8080 } });
   * ```
   */
  override run(given: string | RunOptions = {}): Promise<void> {
    const options = typeof given === 'string' ? { token: given } : given;
    checkKnownKeys(options, runOptionKeys, 'bot.run({ … })');
    const { serve, token }: RunOptions = options;
    if (serve === undefined) return super.run(token);
    return this.#runServing(token ?? this.tokenOfProgram, serve);
  }

  /** @internal */
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
    const { syncedAtStart } = this.commands;
    const { commands, sync } = this.#parts;
    if (syncedAtStart === undefined || commands.all.length === 0) return;
    await syncAtStart(sync, syncedAtStart, this.parts.tools.logger, () => this.isClosed);
  }

  protected override async closeParts(): Promise<void> {
    const { cogs, components } = this.#parts;
    await this.closeEach([
      () => this.#hotReload?.close(),
      () => Promise.all([...this.#servers].map((server) => server.close())),
      () => cogs.unloadAll((cog, error) => this.#logUnloadFailure(cog, error)),
      () => this.#undoPlugins(),
      () => this.#options.cooldowns?.close?.(),
      () => components.close(),
      () => super.closeParts(),
      () => this.container.dispose(),
    ]);
  }

  #logUnloadFailure({ name: cog }: LoadedCog, error: unknown): void {
    const { logger } = this.parts.tools;
    logger.error('cogs', `onUnload of ${cog} failed`, { cog, method: 'onUnload', error });
  }

  #installPlugins(): () => Promise<void> {
    const { container, events, tools } = this.parts;
    const { botSteps, errors } = tools;
    const { cogs } = this.#parts;
    const onCloseFailed = (error: unknown): void =>
      tools.logger.error('cogs', 'A plugin could not be taken back', { error });
    const parts = { botSteps, cogs, container, errors, events, onCloseFailed };
    return installPlugins(this.#options.plugins ?? [], parts);
  }

  async #runServing(token: string | undefined, serve: RunOptions['serve']): Promise<void> {
    if (findProgramHost()) await this.askHost(token, false);
    await runProgram(this, () => this.#startServing(token, serve), [this.strayTools]);
  }

  async #startServing(token: string | undefined, options: RunOptions['serve']): Promise<void> {
    await this.login(token);
    const { port } = await this.serve(options);
    await this.onConnected();
    this.parts.tools.logger.info('client', `Taking interactions over HTTP on port ${port}`);
  }
}
