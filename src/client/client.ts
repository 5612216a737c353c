import { NotReadyError } from '../errors/not-ready-error.js';
import { checkEventName } from '../events/check-event-name.js';
import type { AwaitedEvent, EventListener, WaitOptions } from '../events/event-bus.js';
import type { EventMap, EventName } from '../events/event-map.js';
import type { PresenceUpdate } from '../gateway/commands/presence-state.js';
import type { CloseOptions } from '../gateway/gateway-shard.js';
import type { ShardManager } from '../gateway/shard-manager.js';
import { Application } from '../models/application.js';
import { Channels } from '../models/channels.js';
import { ClientUser } from '../models/client-user.js';
import { Emojis } from '../models/emojis.js';
import { Guilds } from '../models/guilds.js';
import { Invites } from '../models/invites.js';
import { Sounds } from '../models/sounds.js';
import { Stickers } from '../models/stickers.js';
import { Templates } from '../models/templates.js';
import { Users } from '../models/users.js';
import { Webhooks } from '../models/webhooks.js';
import type { Activity } from '../pipeline/activity.js';
import type { HandlerOrigin } from '../pipeline/handler.js';
import type { StrayTools } from '../pipeline/stray-rejections.js';
import type { Rest } from '../rest/rest.js';
import type { Awaitable, Snowflake } from '../types/type-tools.js';
import { runEach } from '../utils/run-each.js';
import { Secret } from '../utils/secret.js';
import type { BotIntents } from './bot-intents.js';
import { BotVoice } from './bot-voice.js';
import type { ClientOptions } from './client-options.js';
import { clientOptionKeys } from './client-options.js';
import type { ClientParts } from './client-parts.js';
import { composeClient } from './client-parts.js';
import type { ClusterLink } from './cluster-role.js';
import { Connection } from './connection.js';
import { Ending } from './ending.js';
import { checkKnownKeys } from './known-keys.js';
import { findProgramHost } from './program-host.js';
import { readToken } from './read-token.js';
import { runProgram } from './run-program.js';

/**
 * Connection to Discord as one bot: gateway, cache, events and REST, without commands; `Bot` adds those.
 *
 * @example
 * ```ts
 * const client = new Client();
 * client.listen('messageCreate', async (message) => {
 *   if (message.content === 'ping') await message.reply('pong');
 * });
 * await client.start(process.env.DISCORD_TOKEN);
 * ```
 */
export class Client implements AsyncDisposable {
  /** Channels that the bot knows. */
  readonly channels: Channels;
  /** Emojis of all guilds that the bot is in. */
  readonly emojis: Emojis;
  /** Guilds that the bot is in. */
  readonly guilds: Guilds;
  /** Invitations, by their codes or addresses. */
  readonly invites: Invites;
  /** Sounds of all guilds that the bot is in, and those that everybody has. */
  readonly sounds: Sounds;
  /** Stickers of all guilds that the bot is in, and those that everybody has. */
  readonly stickers: Stickers;
  /** Templates of guilds, by their codes or addresses. */
  readonly templates: Templates;
  /** Users that the bot knows. */
  readonly users: Users;
  /** Webhooks, by their ids or addresses. */
  readonly webhooks: Webhooks;
  /** What the client is made of. @internal */
  protected readonly parts: ClientParts;
  readonly #connection: Connection;
  readonly #ending: Ending;
  #closeOptions: CloseOptions | undefined;
  #voice: BotVoice | undefined;

  /**
   * Composes the client from its options; nothing is connected yet. @throws {InvalidOptionError} when an option is
   * none of its own.
   */
  constructor(options: ClientOptions = {}, parts?: ClientParts) {
    if (!parts) checkKnownKeys(options, clientOptionKeys, 'new Client({ … })');
    this.parts = parts ?? composeClient(options);
    const { host } = this.parts;
    this.channels = new Channels(host);
    this.emojis = new Emojis(host);
    this.guilds = new Guilds(host);
    this.invites = new Invites(host);
    this.sounds = new Sounds(host);
    this.stickers = new Stickers(host);
    this.templates = new Templates(host);
    this.users = new Users(host);
    this.webhooks = new Webhooks(host);
    this.#ending = new Ending(() => this.closeParts());
    this.#connection = new Connection(this.parts, this.#ending);
    const { role } = this.parts;
    if (role.kind === 'worker') role.worker.onStop((keepSession) => void this.close({ keepSession }));
  }

  /** Discord's HTTP API with this bot's token. */
  get rest(): Rest {
    return this.parts.rest;
  }

  /** Handlers that are running at this moment; `whenIdle()` waits for them. */
  get activity(): Activity {
    return this.parts.tools.activity;
  }

  /** Intents of the bot, and what asked for each. */
  get intents(): BotIntents {
    return this.parts.intents;
  }

  /** Voice: `bot.voice.join(channel)`. */
  get voice(): BotVoice {
    this.parts.uses.voice = true;
    this.#voice ??= new BotVoice(this.parts);
    return this.#voice;
  }

  /** Whether voice waits for sound from outside; does not ask for voice. @internal */
  get isReadingSound(): boolean {
    return this.#voice?.isReading ?? false;
  }

  /** Other processes of the bot; `undefined` unless it was made with `shards: { processes }`. */
  get cluster(): ClusterLink | undefined {
    return this.#connection.cluster;
  }

  /**
   * Shards that run in this process.
   *
   * @throws {NotReadyError} before `connect()`.
   */
  get shards(): ShardManager {
    return this.parts.gateway.shards ?? notReady('shards');
  }

  /**
   * Own user of the bot.
   *
   * @throws {NotReadyError} before the bot is connected.
   */
  get user(): ClientUser {
    const { host } = this.parts;
    const record = host.records.user(host.selfId);
    return record ? new ClientUser(host, record) : notReady('user');
  }

  /**
   * Id of the bot's application.
   *
   * @throws NotReadyError before the bot has logged in.
   */
  get applicationId(): Snowflake {
    return this.parts.host.applicationId;
  }

  /** Round trip of the gateway's heartbeat in milliseconds, averaged over shards; NaN before the first. */
  get latencyMs(): number {
    return this.parts.gateway.shards?.latencyMs ?? Number.NaN;
  }

  /** Whether the bot is connected and all its guilds have arrived. */
  get isReady(): boolean {
    return this.parts.dispatcher.ready.isReady && !this.isClosed;
  }

  /** Whether `close()` was called, or a fatal error closed the bot. */
  get isClosed(): boolean {
    return this.#ending.hasBegun;
  }

  /** Adds a listener; the returned function removes it. Its intent is asked for when the bot connects. */
  listen<E extends EventName>(event: E, listener: EventListener<E>): () => void {
    checkEventName(event, 'bot.listen');
    const { origin, tracked } = this.#track(event, listener);
    return this.parts.events.on(event, tracked, { method: origin.method });
  }

  /** Adds a listener for the next event only; the returned function removes it before. */
  once<E extends EventName>(event: E, listener: EventListener<E>): () => void {
    checkEventName(event, 'bot.once');
    const { origin, tracked } = this.#track(event, listener);
    return this.parts.events.once(event, tracked, { method: origin.method });
  }

  /** Calls the listeners of an event; for events of your own, declared by augmenting `EventMap`. */
  emit<E extends EventName>(event: E, ...args: EventMap[E]): void {
    this.parts.events.emit(event, ...args);
  }

  /**
   * Waits for an event that passes the check.
   *
   * @throws {WaitTimeoutError} when `timeoutMs` have passed.
   */
  waitFor<E extends EventName>(
    event: E,
    check?: (...args: EventMap[E]) => boolean,
    options?: WaitOptions,
  ): Promise<AwaitedEvent<EventMap[E]>> {
    return this.parts.events.waitFor(event, check, options);
  }

  /** Iterates over an event as it happens; leaving the loop stops listening. */
  events<E extends EventName>(event: E, options?: Pick<WaitOptions, 'signal'>): AsyncIterable<EventMap[E]> {
    return this.parts.events.stream(event, options);
  }

  /**
   * Takes the token and has Discord check it; connects nothing yet.
   *
   * @throws {InvalidTokenError} when it is missing, malformed or refused.
   */
  async login(token?: string): Promise<void> {
    if (findProgramHost()) await this.askHost(token, false);
    const secret = readToken(token ?? this.parts.token?.reveal());
    this.onToken(secret);
    await this.#connection.login(secret);
  }

  /**
   * Connects every shard; resolves when the bot is ready, that is, its guilds have arrived.
   *
   * @throws {MissingIntentError} when a listener could never hear anything; the fatal close's error when Discord refuses.
   */
  async connect(): Promise<void> {
    this.#connection.claim();
    if (!this.#connection.isSupervisor) await this.onConnecting();
    this.intents.check();
    await this.#connection.open(() => this.onConnected());
  }

  /**
   * Logs in and connects; resolves when the bot is ready. Without a token, the one of the options is used.
   *
   * @throws {BotStateError} when it was started before, or closed; InvalidTokenError, MissingIntentError,
   *   DisallowedIntentsError and others, each saying what to do; the bot is closed then.
   */
  async start(token?: string): Promise<void> {
    if (findProgramHost()) await this.askHost(token, true);
    this.#connection.checkUnused();
    try {
      this.intents.check();
      this.#connection.loadAhead();
      await this.login(token);
      await this.connect();
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Asks Discord for the bot's application: owner, team, emojis, what it sells. */
  fetchApplication(): Promise<Application> {
    return Application.fetch(this.parts.host);
  }

  /**
   * Changes what the bot is seen to be doing, on every shard; what is `undefined` stays, `null` clears.
   *
   * Discord takes five changes in 20 seconds; beyond that the newest one is told as soon as it may be.
   *
   * @see https://docs.discord.com/developers/events/gateway-events#update-presence
   */
  async setPresence(presence: PresenceUpdate): Promise<void> {
    await Promise.all([...this.shards].map((shard) => shard.updatePresence(presence)));
  }

  /**
   * Uses another token from now on, without a restart: requests at once, shards when they next connect.
   *
   * @throws {InvalidTokenError} when it is missing or malformed.
   */
  setToken(token: string): void {
    this.#connection.setToken(readToken(token));
  }

  /**
   * Runs the bot as the whole program, until SIGINT or SIGTERM.
   *
   * Reads `DISCORD_TOKEN` unless a token is given, here or by the options; on failure it prints a readable message and
   * sets the exit code to 1. For several bots in one program there is `runAll`.
   */
  async run(token?: string): Promise<void> {
    if (findProgramHost()) await this.askHost(token ?? this.tokenOfProgram, true);
    await runProgram(this, () => this.start(token ?? this.tokenOfProgram), [this.strayTools]);
  }

  /**
   * Closes everything: gateway, requests, timers. Calling it again waits for the same.
   *
   * With `keepSession` the sessions stay alive on Discord's side for some minutes, and a process that has the same
   * `gateway.sessionStore` resumes them.
   */
  close(options: CloseOptions = {}): Promise<void> {
    this.#closeOptions ??= options;
    return this.#ending.begin();
  }

  /** Waits until the bot is closed; gives the error that closed it, or nothing. */
  closed(): Promise<unknown> {
    return this.#ending.whenOver;
  }

  /** Closes it; for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** What tells of promises that handlers forgot to await. @internal */
  get strayTools(): StrayTools {
    return this.parts.tools;
  }

  /** Token of a program that was given none: that of the options, or of the environment. @internal */
  protected get tokenOfProgram(): string | undefined {
    return this.parts.token?.reveal() ?? process.env['DISCORD_TOKEN'];
  }

  /** Waits until the host of the program lets the bot go on. @internal */
  protected async askHost(given: string | undefined, connects: boolean): Promise<void> {
    const token = given === undefined ? this.parts.token : new Secret(given);
    const isSupervisor = this.parts.role.kind === 'supervisor';
    await findProgramHost()?.admit({ bot: this, token, connects, isSupervisor });
  }

  /** Called with the token before anything uses it. @internal */
  protected onToken(_token: Secret): void {}

  /** Called before the gateway connects. */
  protected async onConnecting(): Promise<void> {}

  /** Called once every shard has a session; `start` waits for it. */
  protected async onConnected(): Promise<void> {}

  /** Closes the parts, the ones that work first. */
  protected async closeParts(): Promise<void> {
    const { dispatcher, role } = this.parts;
    await this.closeEach([
      () => this.#voice?.close(),
      () => this.#connection.close(this.#closeOptions ?? {}),
      () => dispatcher.close(),
      () => this.rest.close(),
      () => role.kind === 'worker' && role.worker.leave(),
    ]);
  }

  /** Closes one after another; one that fails is logged and keeps none of the others open. @internal */
  protected closeEach(steps: readonly (() => Awaitable<unknown>)[]): Promise<void> {
    const { logger } = this.parts.tools;
    return runEach(steps, (error) => logger.error('client', 'A part of the bot failed to close', { error }));
  }

  /** Listener that counts as activity while it runs. */
  #track<E extends EventName>(
    event: E,
    listener: EventListener<E>,
  ): { readonly origin: HandlerOrigin; readonly tracked: EventListener<E> } {
    const method = listener.name || 'a listener';
    const origin: HandlerOrigin = { kind: 'listener', name: event, cog: 'bot', method };
    return { origin, tracked: (...args) => this.activity.run(origin, () => listener(...args)) };
  }
}

function notReady(what: string): never {
  throw new NotReadyError(`bot.${what} exists once the bot has connected. Await bot.start(token) before.`);
}
