import type { APIGatewayBotInfo } from 'discord-api-types/v10';
import { ClusterProcessError } from '../errors/cluster-process-error.js';
import { InvalidOptionError } from '../errors/invalid-option-error.js';
import type { IdentifyQueue } from '../gateway/identify/identify-queue.js';
import { MemoryIdentifyQueue } from '../gateway/identify/memory-identify-queue.js';
import { MemorySessionStore } from '../gateway/session/memory-session-store.js';
import type { SessionStore, StoredSession } from '../gateway/session/session-store.js';
import type { Clock } from '../utils/clock.js';
import type { Logger } from '../utils/logger.js';
import type { CallHandler } from './call-desk.js';
import { ClusterMember } from './cluster-member.js';
import type { ClusterNoteListener, ClusterNoteName, ClusterNotes } from './cluster-notes.js';
import type { ClusterSeat } from './cluster-seat.js';
import { NoteBoard } from './note-board.js';
import type { ProcessChannel } from './process-channel.js';
import { shareShards } from './share-shards.js';
import type { SharedRateLimits } from './shared-rate-limits.js';

/** Index under which the supervisor itself sends messages. */
const SUPERVISOR = -1;

/** Options of a `Cluster`. */
export interface ClusterOptions {
  /** Source of time. */
  readonly clock: Clock;
  /** Asks Discord how many shards it recommends, and how many sessions may start. */
  readonly fetchGatewayInfo: () => Promise<APIGatewayBotInfo>;
  /** Starts the process of a seat, with the seat in its environment. @internal */
  readonly fork: (seat: ClusterSeat) => ProcessChannel;
  /** Where it tells of processes that start and end. */
  readonly logger: Logger;
  /** How many processes to run; never more than shards. */
  readonly processes: number;
  /** Source of jitter, in [0, 1). @defaultValue `Math.random` */
  readonly random?: () => number;
  /** REST limits of all processes together; without them, processes limit themselves alone. */
  readonly rateLimits?: SharedRateLimits;
  /** Where sessions live. @defaultValue the supervisor's memory */
  readonly sessionStore?: SessionStore;
  /** How many shards there are in all. @defaultValue `'auto'`: what Discord recommends */
  readonly shardCount?: number | 'auto';
}

/**
 * Supervisor of a bot that runs in several processes of one machine.
 *
 * Each process has a run of neighbouring shards. They identify in one line, obey REST's limits together, and send each
 * other messages; a process that dies is started again and resumes its sessions.
 */
export class Cluster {
  readonly #options: ClusterOptions;
  readonly #notes = new NoteBoard();
  readonly #queue: IdentifyQueue;
  readonly #sessions: SessionStore;
  #members: readonly ClusterMember[] = [];

  /** @throws {InvalidOptionError} when `processes` is no whole number from 1. */
  constructor(options: ClusterOptions) {
    if (!Number.isInteger(options.processes) || options.processes < 1) {
      throw new InvalidOptionError(
        `\`shards.processes\` is ${options.processes}; it must be a whole number from 1.`,
        'shards.processes',
      );
    }
    this.#options = options;
    this.#queue = new MemoryIdentifyQueue(options.clock);
    this.#sessions = options.sessionStore ?? new MemorySessionStore();
  }

  /** Processes as they are now. */
  get members(): readonly ClusterMember[] {
    return this.#members;
  }

  /** How many processes there are; 0 before it starts. */
  get processes(): number {
    return this.#members.length;
  }

  /**
   * Starts all processes; resolves when each says that it is ready.
   *
   * @throws {ClusterProcessError} when one ends again and again before it is ready.
   */
  async start(): Promise<void> {
    const info = await this.#fetchGatewayInfo();
    const { shardCount: wanted = 'auto', processes } = this.#options;
    const shardCount = wanted === 'auto' ? info.shards : wanted;
    const shares = shareShards(shardCount, processes);
    this.#members = shares.map((shardIds, index) =>
      this.#createMember({ index, processes: shares.length, shardCount, shardIds }),
    );
    try {
      await Promise.all(this.#members.map((member) => member.start()));
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Sends a message to all processes. */
  broadcast<Name extends ClusterNoteName>(name: Name, data: ClusterNotes[Name]): void {
    this.#relay(name, data, SUPERVISOR);
  }

  /** Listens to a message of the processes; gives the function that stops it. */
  on<Name extends ClusterNoteName>(name: Name, listener: ClusterNoteListener<Name>): () => void {
    return this.#notes.on(name, listener);
  }

  /**
   * Asks all processes to end; resolves when they have, and kills those that take longer than ten seconds.
   *
   * With `keepSession` their sessions stay alive for a supervisor that has the same session store.
   */
  async close(options: { readonly keepSession?: boolean } = {}): Promise<void> {
    await Promise.all(this.#members.map((member) => member.close(options.keepSession ?? false)));
  }

  /** Closes all processes; for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #createMember(seat: ClusterSeat): ClusterMember {
    const { clock, fork, logger, random = Math.random } = this.#options;
    return new ClusterMember({
      seat,
      clock,
      logger,
      random,
      fork,
      calls: this.#calls(),
      onNote: (name, data) => {
        this.#notes.post(name, data, seat.index);
        this.#relay(name, data, seat.index);
      },
    });
  }

  #relay(name: string, data: unknown, from: number): void {
    for (const member of this.#members) {
      if (member.index !== from) member.send({ kind: 'note', name, data, from });
    }
  }

  async #fetchGatewayInfo(): Promise<APIGatewayBotInfo> {
    const info = await this.#options.fetchGatewayInfo();
    this.#queue.setMaxConcurrency(info.session_start_limit.max_concurrency);
    return info;
  }

  /** What processes may ask; the arguments are those that `ClusterWorker` sends. */
  #calls(): Readonly<Record<string, CallHandler>> {
    const limits = this.#options.rateLimits;
    return {
      gatewayInfo: () => this.#fetchGatewayInfo(),
      identify: ([shardId], signal) => this.#queue.acquire(Number(shardId), signal),
      loadSession: ([key]) => this.#sessions.load(String(key)),
      saveSession: ([key, session]) => this.#sessions.save(String(key), session as StoredSession),
      deleteSession: ([key]) => this.#sessions.delete(String(key)),
      takeGlobal: ([owner, perSecond, nowMs]) =>
        required(limits).takeGlobal(String(owner), Number(perSecond), Number(nowMs)),
      blockGlobal: ([owner, untilMs]) => required(limits).blockGlobal(String(owner), Number(untilMs)),
      loadBucket: ([key]) => required(limits).load(String(key)),
      saveBucket: ([key, bucket]) => required(limits).save(String(key), bucket),
    };
  }
}

function required(limits: SharedRateLimits | undefined): SharedRateLimits {
  if (limits) return limits;
  throw new ClusterProcessError('The supervisor keeps no REST limits. Give it `rateLimits`.');
}
