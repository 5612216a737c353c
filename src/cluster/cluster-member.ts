import { ClusterProcessError } from '../errors/cluster-process-error.js';
import { Milestone } from '../gateway/milestone.js';
import { ReconnectBackoff } from '../gateway/reconnect-backoff.js';
import type { Clock, TimerHandle } from '../utils/clock.js';
import type { Logger } from '../utils/logger.js';
import type { CallHandler } from './call-desk.js';
import { CallDesk } from './call-desk.js';
import type { ClusterMessage } from './cluster-message.js';
import type { ClusterSeat } from './cluster-seat.js';
import type { ProcessChannel, ProcessEnd } from './process-channel.js';

const STOP_TIMEOUT_MS = 10_000;
/** Starts that may fail in a row before the first one that succeeds. */
const MAX_FAILED_STARTS = 3;

/** Parts of a member. */
export interface ClusterMemberOptions {
  readonly calls: Readonly<Record<string, CallHandler>>;
  readonly clock: Clock;
  readonly fork: (seat: ClusterSeat) => ProcessChannel;
  readonly logger: Logger;
  readonly onNote: (name: string, data: unknown) => void;
  readonly random: () => number;
  readonly seat: ClusterSeat;
}

/** One seat of a cluster, whatever process sits on it at the moment. */
export class ClusterMember {
  readonly #options: ClusterMemberOptions;
  readonly #backoff: ReconnectBackoff;
  readonly #ready = new Milestone<void>();
  readonly #ended = new Milestone<void>();
  #channel: ProcessChannel | undefined;
  #timer: TimerHandle | undefined;
  #isClosing = false;
  #readySince: number | undefined;
  #failedStarts = 0;
  #restarts = 0;

  /** @internal */
  constructor(options: ClusterMemberOptions) {
    this.#options = options;
    this.#backoff = new ReconnectBackoff(options.random);
  }

  /** Number of the process, from 0. */
  get index(): number {
    return this.#options.seat.index;
  }

  /** Shards that run there. */
  get shardIds(): readonly number[] {
    return this.#options.seat.shardIds;
  }

  /** Whether all its shards are ready. */
  get isReady(): boolean {
    return this.#readySince !== undefined;
  }

  /** How often the process had to be started again. */
  get restarts(): number {
    return this.#restarts;
  }

  /** Starts the process; resolves when it is ready. */
  start(): Promise<void> {
    this.#fork();
    return this.#ready.promise();
  }

  /** Sends to the process, if one is running. @internal */
  send(message: ClusterMessage): void {
    this.#channel?.send(message);
  }

  /** Asks the process to end; resolves when it has. */
  async close(keepSession: boolean): Promise<void> {
    this.#isClosing = true;
    this.#stopTimer();
    if (!this.#channel) return;
    this.#timer = this.#options.clock.setTimeout(() => this.#channel?.kill(), STOP_TIMEOUT_MS);
    this.#channel.send({ kind: 'stop', keepSession });
    await this.#ended.promise();
  }

  #fork(): void {
    const { calls, fork, seat } = this.#options;
    const channel = fork(seat);
    const desk = new CallDesk(channel, calls);
    this.#channel = channel;
    channel.onMessage((message) => {
      desk.onMessage(message);
      this.#onMessage(message);
    });
    channel.onEnd((end) => {
      desk.end();
      this.#onEnd(end);
    });
  }

  #onMessage(message: ClusterMessage): void {
    if (message.kind === 'note') this.#options.onNote(message.name, message.data);
    if (message.kind !== 'ready') return;
    this.#readySince = this.#options.clock.monotonicNow();
    this.#failedStarts = 0;
    this.#ready.reach();
  }

  #onEnd(end: ProcessEnd): void {
    const { clock, logger, seat } = this.#options;
    const readyForMs =
      this.#readySince === undefined ? 0 : Math.max(1, clock.monotonicNow() - this.#readySince);
    this.#channel = undefined;
    this.#readySince = undefined;
    this.#stopTimer();
    if (this.#isClosing) {
      this.#ended.reach();
      return;
    }
    this.#failedStarts += 1;
    if (this.#failedStarts >= MAX_FAILED_STARTS && !this.#ready.isSettled) {
      this.#ready.fail(
        new ClusterProcessError(
          `${this.#describe(end)} before it was ready, ${MAX_FAILED_STARTS} times. Look at its output for the reason.`,
        ),
      );
      return;
    }
    const retryInMs = this.#backoff.nextDelayMs(readyForMs);
    this.#restarts += 1;
    logger.warn('cluster', `${this.#describe(end)}; it starts again in ${Math.round(retryInMs)} ms`, {
      shardIds: seat.shardIds,
    });
    this.#timer = clock.setTimeout(() => this.#fork(), retryInMs);
  }

  #describe({ error, exitCode, signal }: ProcessEnd): string {
    const { index, shardIds } = this.#options.seat;
    const how = error
      ? `could not be started (${error.message})`
      : `ended with ${signal ?? `code ${exitCode}`}`;
    return `Process ${index} (shards ${shardIds.join(', ')}) ${how}`;
  }

  #stopTimer(): void {
    if (this.#timer !== undefined) this.#options.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
