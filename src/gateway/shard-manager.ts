import { ShardClosedError } from '../errors/shard-closed-error.js';
import { GuardedLogger } from '../utils/guarded-logger.js';
import type { Secret } from '../utils/secret.js';
import { DispatchHandover } from './dispatch-handover.js';
import type { GatewayContext } from './gateway-context.js';
import { createGatewayContext } from './gateway-context.js';
import { GatewayInfo } from './gateway-info.js';
import type { CloseOptions, JoinOptions } from './gateway-shard.js';
import { IdentifyGate } from './identify/identify-gate.js';
import { MemoryIdentifyQueue } from './identify/memory-identify-queue.js';
import { SessionStartBudget } from './identify/session-start-budget.js';
import { LoopWatch } from './loop-watch.js';
import { Milestone } from './milestone.js';
import type { Shard } from './shard.js';
import { ShardGeneration } from './shard-generation.js';
import type { ShardManagerOptions, ShardsOption } from './shard-manager-options.js';
import { selectShards } from './shard-manager-options.js';

/**
 * All shards that this process runs.
 *
 * @example
 * ```ts
 * const gateway = new ShardManager({
 *   token: new Secret(token),
 *   intents: 1 << 9,
 *   sink: { wants: (event) => event === 'MESSAGE_CREATE', dispatch: (_event, data) => console.log(data) },
 *   sockets: new WsSocketFactory(),
 *   clock: new SystemClock(),
 *   logger,
 *   fetchGatewayInfo: () => rest.gateway.getBot(),
 *   observer: { onReady: (shardId) => logger.info('gateway', `shard ${shardId} is ready`) },
 * });
 * await gateway.connect();
 * await gateway.close();
 * ```
 */
export class ShardManager implements Iterable<Shard> {
  readonly #options: ShardManagerOptions;
  readonly #context: GatewayContext;
  readonly #budget: SessionStartBudget;
  readonly #info: GatewayInfo;
  readonly #closed = new Milestone<void>();
  #generation: ShardGeneration | undefined;
  #handover: DispatchHandover | undefined;
  #isClosing = false;
  /** Shards that are to take over from the present ones. */
  #upcoming: ShardGeneration | undefined;
  #token: Secret;

  constructor(options: ShardManagerOptions) {
    const { clock } = options;
    const logger = GuardedLogger.of(options.logger);
    logger.hide(options.token);
    this.#options = options;
    this.#token = options.token;
    this.#budget = new SessionStartBudget(clock);
    const queue = options.identifyQueue ?? new MemoryIdentifyQueue(clock);
    this.#info = new GatewayInfo(options.fetchGatewayInfo, this.#budget, queue);
    const gate = new IdentifyGate({
      budget: this.#budget,
      clock,
      queue,
      refresh: () => this.#info.refresh(),
      onSpent: (shardId, error) => this.#report(shardId, error),
    });
    const describeHandler = options.describeHandler ?? (() => undefined);
    const watch = new LoopWatch({ clock, logger, describeHandler });
    this.#context = createGatewayContext(
      { ...options, logger },
      {
        acquireIdentify: (shardId, signal) => gate.pass(shardId, signal),
        gatewayUrl: () => this.#info.url,
        onLateHeartbeat: (latenessMs, intervalMs) => watch.onLate(latenessMs, intervalMs),
        token: () => this.#token,
      },
    );
  }

  /** How many shards run here. */
  get size(): number {
    return this.#generation?.shards.size ?? 0;
  }

  /** Average of the shards' latencies in milliseconds; NaN before the first acknowledgement. */
  get latencyMs(): number {
    const known = [...this].map((shard) => shard.latencyMs).filter((latencyMs) => !Number.isNaN(latencyMs));
    return known.reduce((sum, latencyMs) => sum + latencyMs, 0) / known.length;
  }

  /** Shard with the id, when it runs here. */
  get(shardId: number): Shard | undefined {
    return this.#generation?.shards.get(shardId);
  }

  /** Shard that serves a guild, when it runs here. */
  ofGuild(guildId: string): Shard | undefined {
    const shardCount = [...this][0]?.shardCount;
    return shardCount === undefined
      ? undefined
      : this.get(Number((BigInt(guildId) >> 22n) % BigInt(shardCount)));
  }

  /** Shards of this process, by their ids. */
  [Symbol.iterator](): IterableIterator<Shard> {
    return (this.#generation?.shards ?? new Map<number, Shard>()).values();
  }

  /** Uses another token from the next connection on. */
  setToken(token: Secret): void {
    this.#context.logger.hide(token);
    this.#token = token;
  }

  /**
   * Connects all shards; resolves when each is ready, at once when they are. Kept sessions are resumed.
   *
   * @throws {SessionStartLimitError} when too few session starts are left for today; the fatal close's error when
   *   Discord refuses a shard, after the others were closed.
   */
  async connect(): Promise<void> {
    if ([...this].some((shard) => shard.state !== 'closed')) {
      await Promise.all([...this].map((shard) => shard.start()));
      return;
    }
    this.#isClosing = false;
    this.#closed.reset();
    this.#generation = await this.#prepare(this.#options.shards ?? 'auto');
    try {
      await this.#generation.start((error) => this.#onEnded(error));
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /**
   * Changes the number of shards without losing an event.
   *
   * The new shards connect beside the old ones, which deliver until all new ones are ready. Requests that wait on an
   * old shard are rejected, and voice connections have to be joined anew.
   *
   * @throws what `connect` throws; the old shards then go on as before.
   */
  async reshard(shards: ShardsOption): Promise<void> {
    const before = this.#generation;
    const generation = await this.#prepare(shards);
    const handover = new DispatchHandover(this.#options.sink, this.#options.clock);
    this.#handover?.end();
    this.#handover = handover;
    this.#upcoming = generation;
    if (before) before.sink = handover.outgoing;
    generation.sink = handover.incoming;
    try {
      await generation.start((error) => this.#onEnded(error, generation));
    } catch (error) {
      if (before) before.sink = this.#options.sink;
      await generation.close();
      throw error;
    } finally {
      this.#upcoming = undefined;
    }
    this.#generation = generation;
    handover.switch();
    await before?.close();
  }

  /** Waits until the manager is closed; rejects with the error that closed it. */
  join(options: JoinOptions = {}): Promise<void> {
    return this.#closed.promise(options.signal);
  }

  /**
   * Closes all shards; resolves when their sockets are gone.
   *
   * With `keepSession` the sessions stay alive for a few minutes: with a session store, the next process resumes them
   * and gets every event in between.
   */
  async close(options: CloseOptions = {}): Promise<void> {
    this.#isClosing = true;
    this.#handover?.end();
    await Promise.all([this.#generation?.close(options), this.#upcoming?.close()]);
    this.#closed.reach();
  }

  /** Closes all shards; for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** Makes the shards that are to run, with their kept sessions, if enough may be started. */
  async #prepare(shards: ShardsOption): Promise<ShardGeneration> {
    const recommended = await this.#info.refresh();
    const { count, ids } = selectShards(shards, recommended);
    const generation = new ShardGeneration(this.#context, count, ids);
    this.#budget.require(await generation.restore());
    if (this.#isClosing) throw new ShardClosedError(ids[0] ?? 0);
    return generation;
  }

  /** A fatal error of one shard closes them all, unless they have not taken over yet. */
  #onEnded(error: unknown, generation = this.#generation): void {
    if (this.#isClosing || generation !== this.#generation) return;
    this.#closed.fail(error);
    void this.close();
  }

  #report(shardId: number, error: Error): void {
    this.#context.logger.error('gateway', error.message, { shardId, error });
    this.#options.observer?.onError?.(shardId, error);
  }
}
