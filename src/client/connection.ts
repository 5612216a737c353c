import type { APIGatewayBotInfo } from 'discord-api-types/v10';
import type { Cluster } from '../cluster/cluster.js';
import { BotStateError } from '../errors/bot-state-error.js';
import { DiscordApiError } from '../errors/discord-api-error.js';
import { InvalidTokenError } from '../errors/invalid-token-error.js';
import { NotReadyError } from '../errors/not-ready-error.js';
import type { CloseOptions } from '../gateway/gateway-shard.js';
import type { ShardManager } from '../gateway/shard-manager.js';
import type { Secret } from '../utils/secret.js';
import type { ClientParts } from './client-parts.js';
import type { ClusterLink } from './cluster-role.js';
import { makeSupervisor } from './cluster-role.js';
import type { Ending } from './ending.js';
import { openGateway, openRealSockets } from './open-gateway.js';
import { botIdOf } from './read-token.js';

/**
 * Way of a client to its gateway: shards in this process, or a supervisor of processes that have them.
 *
 * Everything that `start` waits for is given up when the client ends meanwhile.
 */
export class Connection {
  readonly #parts: ClientParts;
  readonly #ending: Ending;
  #info: APIGatewayBotInfo | undefined;
  #isClaimed = false;
  #supervisor: Cluster | undefined;
  #token: Secret | undefined;

  constructor(parts: ClientParts, ending: Ending) {
    this.#parts = parts;
    this.#ending = ending;
  }

  /** The other processes of the bot, when there are some. */
  get cluster(): ClusterLink | undefined {
    const { role } = this.#parts;
    return role.kind === 'worker' ? role.worker : this.#supervisor;
  }

  /** Whether this process only runs others. */
  get isSupervisor(): boolean {
    return this.#parts.role.kind === 'supervisor';
  }

  /** @throws {BotStateError} when the client was started before, or is closed. */
  checkUnused(): void {
    if (this.#ending.hasBegun) {
      throw new BotStateError('This bot is closed, and a closed bot does not start again. Make a new one.');
    }
    if (this.#isClaimed) {
      throw new BotStateError('This bot has been started already: start() and connect() are called once.');
    }
  }

  /** Marks the client as started. @throws {BotStateError} when it was before. */
  claim(): void {
    this.checkUnused();
    this.#isClaimed = true;
  }

  /** @throws {InvalidTokenError} when Discord refuses the token. */
  async login(token: Secret): Promise<void> {
    const { host, rest, tools } = this.#parts;
    tools.logger.hide(token);
    rest.setToken(token);
    // Right for all but the oldest bots, whose application has another id; READY tells.
    if (!host.isIdentified) host.identify(botIdOf(token));
    try {
      this.#info = await rest.gateway.getBot();
    } catch (error) {
      throw isUnauthorised(error) ? refusedToken(error) : error;
    }
    this.#token = token;
  }

  /** Uses another token: for requests at once, for shards when they next connect. */
  setToken(token: Secret): void {
    this.#token = token;
    this.#parts.tools.logger.hide(token);
    this.#parts.rest.setToken(token);
    this.#parts.gateway.shards?.setToken(token);
  }

  /** Loads what a connection needs, so that it is there when Discord has answered `login`. */
  loadAhead(): void {
    const { options } = this.#parts;
    // What goes wrong shows again when the connection is opened.
    if (!options.sockets && !this.isSupervisor) openRealSockets(options.proxy).catch(() => {});
  }

  /** Connects; resolves when every shard has a session and its guilds have arrived. */
  async open(onSessions: () => Promise<void>): Promise<void> {
    if (!this.#token) throw new NotReadyError('connect() needs a token: await bot.login(token) before.');
    if (this.isSupervisor) return this.#unlessEnded(this.#supervise());
    const ready = this.#untilReady();
    const shards = await openGateway(this.#parts, this.#token, () => this.#takeInfo());
    if (this.#ending.hasBegun) return; // nobody would close what connects now
    this.#parts.gateway.shards = shards;
    await this.#unlessEnded(shards.connect());
    if (this.#ending.hasBegun) return;
    this.#endWith(shards);
    await Promise.all([this.#unlessEnded(ready), onSessions()]);
    this.#logReady();
    if (this.#parts.role.kind === 'worker') this.#parts.role.worker.tellReady();
  }

  /** Closes the shards; sessions are kept only where there is a store to find them in. */
  async close({ keepSession = false, ...options }: CloseOptions): Promise<void> {
    const { gateway, options: given, role } = this.#parts;
    const keeps = keepSession && (role.kind === 'worker' || given.gateway?.sessionStore !== undefined);
    await this.#supervisor?.close({ keepSession: keeps });
    await gateway.shards?.close({ ...options, keepSession: keeps });
  }

  #unlessEnded(work: Promise<unknown>): Promise<void> {
    return Promise.race([work.then(() => {}), this.#ending.whenBegun]);
  }

  async #supervise(): Promise<void> {
    const { options, rest, role, tools } = this.#parts;
    if (role.kind !== 'supervisor') return;
    const { sessionStore } = options.gateway ?? {};
    this.#supervisor = makeSupervisor({ option: role.option, rest, sessionStore, tools });
    await this.#supervisor.start();
  }

  /** What `login` was told, the first time; asked for anew after that. */
  async #takeInfo(): Promise<APIGatewayBotInfo> {
    const { rest, role } = this.#parts;
    if (role.kind === 'worker') return role.worker.fetchGatewayInfo();
    const info = this.#info ?? (await rest.gateway.getBot());
    this.#info = undefined;
    return info;
  }

  #untilReady(): Promise<void> {
    const { dispatcher, events } = this.#parts;
    if (dispatcher.ready.isReady) return Promise.resolve();
    return new Promise((resolve) => events.once('clientReady', () => resolve(), { isIncidental: true }));
  }

  #logReady(): void {
    const { host, records, tools } = this.#parts;
    if (this.#ending.hasBegun) return;
    const name = records.user(host.selfId)?.username ?? host.selfId;
    const guilds = records.count('guild', '');
    tools.logger.info('client', `Logged in as ${name}, in ${guilds} guild${guilds === 1 ? '' : 's'}`);
  }

  /** Ends the client when the gateway ends for good by itself. */
  #endWith(shards: ShardManager): void {
    shards.join().then(undefined, (error: unknown) => {
      const message = 'The gateway refused the bot for good; the bot is closed';
      this.#parts.tools.logger.error('client', message, { error });
      this.#ending.fail(error);
    });
  }
}

function isUnauthorised(error: unknown): error is DiscordApiError {
  return error instanceof DiscordApiError && error.status === 401;
}

function refusedToken(cause: unknown): InvalidTokenError {
  return new InvalidTokenError(
    'Discord refused the token: it was reset, or belongs to a deleted application. Copy the current one from ' +
      'the "Bot" page of your application at https://discord.com/developers/applications.',
    { cause },
  );
}
