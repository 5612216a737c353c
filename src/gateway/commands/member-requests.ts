import type {
  APIGuildMember,
  GatewayGuildMembersChunkDispatchData,
  GatewayPresenceUpdate,
} from 'discord-api-types/v10';
import { GatewayRateLimitedError } from '../../errors/gateway-rate-limited-error.js';
import { GatewayTimeoutError } from '../../errors/gateway-timeout-error.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { Clock, TimerHandle } from '../../utils/clock.js';
import { Opcode } from '../opcode.js';
import type { MemberReply, MemberRequestData } from './member-request.js';

const DEFAULT_TIMEOUT_MS = 30_000;

/** Body of a RATE_LIMITED dispatch. */
interface RateLimitedData {
  readonly opcode?: unknown;
  readonly retry_after?: unknown;
  readonly meta?: { readonly guild_id?: unknown; readonly nonce?: unknown } | null;
}

interface Pending {
  readonly data: MemberRequestData;
  readonly timeoutMs: number;
  readonly chunksSeen: Set<number>;
  members: APIGuildMember[];
  presences: GatewayPresenceUpdate[];
  notFound: Snowflake[];
  timer: TimerHandle | undefined;
  resolve(reply: MemberReply): void;
  reject(error: unknown): void;
}

/** Member requests of one shard that wait for their chunks, each found by its nonce. */
export class MemberRequests {
  readonly #clock: Clock;
  readonly #send: (data: MemberRequestData) => Promise<void>;
  readonly #pending = new Map<string, Pending>();

  constructor(clock: Clock, send: (data: MemberRequestData) => Promise<void>) {
    this.#clock = clock;
    this.#send = send;
  }

  /** Whether an event must be read though nobody else wants it. */
  hears(eventName: string): boolean {
    return this.#pending.size > 0 && (eventName === 'GUILD_MEMBERS_CHUNK' || eventName === 'RATE_LIMITED');
  }

  /** Sends a request and collects its whole answer. */
  request(data: MemberRequestData, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<MemberReply> {
    return new Promise((resolve, reject) => {
      const pending: Pending = {
        data,
        timeoutMs,
        chunksSeen: new Set(),
        members: [],
        presences: [],
        notFound: [],
        timer: undefined,
        resolve,
        reject,
      };
      this.#pending.set(data.nonce, pending);
      this.#dispatch(pending);
    });
  }

  /** Takes an event that may belong to a request. */
  onDispatch(eventName: string, data: unknown): void {
    if (eventName === 'GUILD_MEMBERS_CHUNK') this.#onChunk(data as GatewayGuildMembersChunkDispatchData);
    else if (eventName === 'RATE_LIMITED') this.#onRateLimited(data as RateLimitedData);
  }

  /** Asks again: answers to requests of the session before will not come in the new one. */
  onNewSession(): void {
    for (const pending of this.#pending.values()) {
      // Without a timer the request has not left yet, and stands in the shard's line.
      if (pending.timer === undefined) continue;
      pending.chunksSeen.clear();
      pending.members = [];
      pending.presences = [];
      pending.notFound = [];
      this.#dispatch(pending);
    }
  }

  /** Rejects all requests. */
  clear(error: Error): void {
    for (const pending of [...this.#pending.values()]) this.#fail(pending, error);
  }

  #dispatch(pending: Pending): void {
    this.#stopTimer(pending);
    this.#send(pending.data).then(
      () => this.#armTimer(pending),
      (error: unknown) => this.#fail(pending, error),
    );
  }

  #onChunk(chunk: GatewayGuildMembersChunkDispatchData): void {
    const pending = this.#pending.get(chunk.nonce ?? '');
    if (!pending || pending.chunksSeen.has(chunk.chunk_index)) return;
    pending.chunksSeen.add(chunk.chunk_index);
    pending.members.push(...chunk.members);
    pending.presences.push(...((chunk.presences ?? []) as GatewayPresenceUpdate[]));
    pending.notFound.push(...((chunk.not_found ?? []) as unknown[]).map(String));
    if (pending.chunksSeen.size < chunk.chunk_count) {
      this.#armTimer(pending);
      return;
    }
    this.#forget(pending);
    const { members, presences, notFound } = pending;
    pending.resolve({ members, presences, notFound, nonce: pending.data.nonce });
  }

  #onRateLimited({ opcode, retry_after, meta }: RateLimitedData): void {
    if (Number(opcode) !== Opcode.RequestGuildMembers) return;
    const pending =
      this.#pending.get(String(meta?.nonce)) ??
      [...this.#pending.values()].find(({ data }) => data.guild_id === String(meta?.guild_id));
    if (!pending) return;
    const { guild_id, nonce } = pending.data;
    const retryAfterMs = Math.ceil((Number(retry_after) || 0) * 1_000);
    this.#fail(
      pending,
      new GatewayRateLimitedError(Opcode.RequestGuildMembers, retryAfterMs, guild_id, nonce),
    );
  }

  #armTimer(pending: Pending): void {
    if (this.#pending.get(pending.data.nonce) !== pending) return;
    this.#stopTimer(pending);
    pending.timer = this.#clock.setTimeout(() => {
      this.#fail(
        pending,
        new GatewayTimeoutError(`a request for members of guild ${pending.data.guild_id}`, pending.timeoutMs),
      );
    }, pending.timeoutMs);
  }

  #fail(pending: Pending, error: unknown): void {
    this.#forget(pending);
    pending.reject(error);
  }

  #forget(pending: Pending): void {
    this.#stopTimer(pending);
    this.#pending.delete(pending.data.nonce);
  }

  #stopTimer(pending: Pending): void {
    if (pending.timer !== undefined) this.#clock.clearTimeout(pending.timer);
    pending.timer = undefined;
  }
}
