import type { APIGatewayBotInfo } from 'discord-api-types/v10';
import type { IdentifyQueue } from '../gateway/identify/identify-queue.js';
import type { SessionStore, StoredSession } from '../gateway/session/session-store.js';
import type { ShardSelection } from '../gateway/shard-manager-options.js';
import type { ClusterMessage } from './cluster-message.js';
import type { ClusterNoteListener, ClusterNoteName, ClusterNotes } from './cluster-notes.js';
import type { ClusterSeat } from './cluster-seat.js';
import { readClusterSeat } from './cluster-seat.js';
import { NoteBoard } from './note-board.js';
import { parentChannel } from './parent-channel.js';
import type { ProcessChannel } from './process-channel.js';
import { RemoteCalls } from './remote-calls.js';
import type { SharedRateLimits } from './shared-rate-limits.js';

/**
 * One process of a bot that runs in several: which shards it has, and what it shares with the others.
 *
 * @example
 * ```ts
 * const worker = ClusterWorker.fromEnvironment();
 * if (worker) {
 *   const gateway = new ShardManager({
 *     ...options,
 *     shards: worker.shards,
 *     identifyQueue: worker.identifyQueue,
 *     sessionStore: worker.sessionStore,
 *     fetchGatewayInfo: () => worker.fetchGatewayInfo(),
 *   });
 *   worker.onStop(() => gateway.close());
 *   await gateway.connect();
 *   worker.tellReady();
 * }
 * ```
 */
export class ClusterWorker {
  readonly #calls: RemoteCalls;
  readonly #channel: ProcessChannel;
  readonly #notes = new NoteBoard();
  readonly #seat: ClusterSeat;
  #stop: (keepSession: boolean) => void = () => {};

  /** @internal */
  constructor(seat: ClusterSeat, channel: ProcessChannel) {
    this.#seat = seat;
    this.#channel = channel;
    this.#calls = new RemoteCalls(channel);
    channel.onMessage((message) => this.#onMessage(message));
    channel.onEnd(() => {
      this.#calls.end();
      this.#stop(true);
    });
  }

  /** Worker of this process, when a supervisor started it. */
  static fromEnvironment(): ClusterWorker | undefined {
    const seat = readClusterSeat(process.env);
    const channel = seat && parentChannel();
    return channel && new ClusterWorker(seat, channel);
  }

  /** Number of this process, from 0. */
  get index(): number {
    return this.#seat.index;
  }

  /** How many processes the bot has. */
  get processes(): number {
    return this.#seat.processes;
  }

  /** Shards that run here. */
  get shards(): ShardSelection {
    return { count: this.#seat.shardCount, ids: this.#seat.shardIds };
  }

  /** Line to identify in, one for all processes. */
  readonly identifyQueue: IdentifyQueue = {
    acquire: async (shardId, signal) => {
      await this.#calls.call('identify', [shardId], signal);
    },
    // The supervisor reads it from Discord itself.
    setMaxConcurrency: () => {},
  };

  /** Sessions, kept by the supervisor: a process that died is resumed by its successor. */
  readonly sessionStore: SessionStore = {
    load: async (key) => (await this.#calls.call('loadSession', [key])) as StoredSession | undefined,
    save: async (key, session) => {
      await this.#calls.call('saveSession', [key, session]);
    },
    delete: async (key) => {
      await this.#calls.call('deleteSession', [key]);
    },
  };

  /** REST limits, kept by the supervisor for all processes; goes where REST takes a `RateLimitStore`. */
  rateLimits<Bucket>(): SharedRateLimits<Bucket> {
    return {
      takeGlobal: async (owner, perSecond, nowMs) =>
        (await this.#calls.call('takeGlobal', [owner, perSecond, nowMs])) as number,
      blockGlobal: async (owner, untilMs) => {
        await this.#calls.call('blockGlobal', [owner, untilMs]);
      },
      load: async (key) => (await this.#calls.call('loadBucket', [key])) as Bucket | undefined,
      save: async (key, bucket) => {
        await this.#calls.call('saveBucket', [key, bucket]);
      },
    };
  }

  /** What Discord says about the gateway, asked by the supervisor. */
  async fetchGatewayInfo(): Promise<APIGatewayBotInfo> {
    return (await this.#calls.call('gatewayInfo', [])) as APIGatewayBotInfo;
  }

  /** Tells the supervisor that all shards of this process are ready. */
  tellReady(): void {
    this.#channel.send({ kind: 'ready' });
  }

  /**
   * Called when this process should close its bot and end: asked to, or left alone by its supervisor.
   *
   * It is told whether the sessions should be kept for a successor.
   */
  onStop(stop: (keepSession: boolean) => void): void {
    this.#stop = stop;
  }

  /** Takes leave of the supervisor, whose channel would keep this process alive. */
  leave(): void {
    this.#stop = () => {};
    this.#channel.kill();
  }

  /** Sends a message to all other processes and to the supervisor. */
  broadcast<Name extends ClusterNoteName>(name: Name, data: ClusterNotes[Name]): void {
    this.#channel.send({ kind: 'note', name, data, from: this.index });
  }

  /** Listens to a message of the other processes; gives the function that stops it. */
  on<Name extends ClusterNoteName>(name: Name, listener: ClusterNoteListener<Name>): () => void {
    return this.#notes.on(name, listener);
  }

  #onMessage(message: ClusterMessage): void {
    if (message.kind === 'note') this.#notes.post(message.name, message.data, message.from);
    else if (message.kind === 'stop') this.#stop(message.keepSession);
    else this.#calls.onMessage(message);
  }
}
