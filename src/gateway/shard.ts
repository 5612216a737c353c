import type { GatewayReadyDispatchData } from 'discord-api-types/v10';
import { ShardClosedError } from '../errors/shard-closed-error.js';
import type { GatewayContext } from './gateway-context.js';
import type { CloseOptions, JoinOptions, ShardInfo } from './gateway-shard.js';
import { Milestone } from './milestone.js';
import { ShardSession } from './session/shard-session.js';
import { ShardLink } from './shard-link.js';
import { ShardSender } from './shard-sender.js';
import type { ShardState } from './shard-state.js';

/** Close code that leaves a session alive. */
const KEEP_SESSION_CLOSE = 4000;

/** One connection of the bot to Discord's gateway, which serves a share of its guilds. */
export class Shard implements ShardInfo {
  readonly id: number;
  readonly shardCount: number;
  readonly session = new ShardSession();
  readonly #context: GatewayContext;
  readonly #link: ShardLink;
  readonly #sender: ShardSender;
  readonly #ready = new Milestone<void>();
  readonly #closed = new Milestone<void>();

  constructor(context: GatewayContext, id: number, shardCount: number) {
    this.id = id;
    this.shardCount = shardCount;
    this.#context = context;
    this.#sender = new ShardSender(context, id);
    this.#link = new ShardLink({
      context,
      id,
      count: shardCount,
      sender: this.#sender,
      session: this.session,
      handlers: {
        hears: (name) => context.sink.wants(name),
        onDispatch: (name, data) => this.#onDispatch(name, data),
        onReady: (ready) => this.#onReady(ready),
        onResumed: () => this.#onResumed(),
        onFatal: (error) => this.#onFatal(error),
        presence: () => context.presence,
      },
    });
  }

  get state(): ShardState {
    return this.#link.state;
  }

  get isAlive(): boolean {
    return this.#link.state === 'ready';
  }

  get intents(): number {
    return this.#context.intents;
  }

  get latencyMs(): number {
    return this.#link.latencyMs;
  }

  /** Whether a request made now would wait for the limit of 120 payloads in 60 s. */
  isWsRateLimited(): boolean {
    return this.#sender.isLimited;
  }

  /** Sends a heartbeat at once, beside the schedule. */
  sendHeartbeat(): void {
    this.#link.beat();
  }

  /**
   * Connects; resolves when the session is ready.
   *
   * @throws the fatal error when Discord refuses the session, `ShardClosedError` when the shard is closed meanwhile.
   */
  start(): Promise<void> {
    if (this.#link.state === 'closed') {
      this.#ready.reset();
      this.#closed.reset();
    }
    this.#link.open();
    return this.#ready.promise();
  }

  /** Waits until the shard is closed; rejects with the error that closed it, or with the signal's reason. */
  join(options: JoinOptions = {}): Promise<void> {
    return this.#closed.promise(options.signal);
  }

  /** Closes the connection; resolves when the socket is gone. */
  async close(options: number | CloseOptions = {}): Promise<void> {
    const { code, keepSession = false } = typeof options === 'number' ? { code: options } : options;
    await this.#link.close(code ?? (keepSession ? KEEP_SESSION_CLOSE : 1000), '');
    const error = new ShardClosedError(this.id);
    this.#sender.clear(error);
    this.#ready.fail(error);
    this.#closed.reach();
  }

  #onDispatch(name: string, data: unknown): void {
    try {
      this.#context.sink.dispatch(name, data, this.id);
    } catch (error) {
      this.#context.logger.error('gateway', `the sink failed on ${name}`, { error });
      this.#context.observer.onError?.(this.id, error);
    }
  }

  #onReady(ready: GatewayReadyDispatchData): void {
    this.#context.observer.onReady?.(this.id, ready);
    this.#ready.reach();
  }

  #onResumed(): void {
    this.#context.observer.onResumed?.(this.id, { ready: this.session.ready, isRestored: false });
    this.#ready.reach();
  }

  #onFatal(error: Error): void {
    this.#sender.clear(error);
    this.#context.observer.onError?.(this.id, error);
    this.#ready.fail(error);
    this.#closed.fail(error);
  }
}
