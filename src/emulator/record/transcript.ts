/** Everything that went over the wire, as lines a person can read and a test can compare. */

import type { Clock } from '../../utils/clock.js';
import { redactText } from '../../utils/redact-text.js';
import type { ClientPayload, GatewayPayload } from '../gateway/frame-format.js';
import type { HttpRequest, HttpResponse } from '../transport/http-exchange.js';
import type { BotRecord } from '../world/bot-record.js';
import type { GatewayRecord, RecordedConnection } from './gateway-record.js';
import type { RestRecord } from './rest-record.js';

/** One thing that happened on the wire. */
export interface TranscriptEntry {
  /** Milliseconds since the Unix epoch, in the emulator's time. */
  readonly atMs: number;
  /** What happened; `sent` and `received` as the emulator sees it. */
  readonly kind:
    | 'gateway-open'
    | 'gateway-sent'
    | 'gateway-received'
    | 'gateway-closed'
    | 'rest'
    | 'endpoint-failed';
  /** Who it was with: the bot's name, or `?` before it identified. */
  readonly bot: string;
  /** What happened, in one line and without secrets. */
  readonly line: string;
  /** Payload as it went over the wire; tokens are replaced. */
  readonly data: unknown;
}

/** Newest entries that are kept. */
const LIMIT = 10_000;
const OPCODES: Readonly<Record<number, string>> = {
  0: 'DISPATCH',
  1: 'HEARTBEAT',
  2: 'IDENTIFY',
  3: 'PRESENCE_UPDATE',
  4: 'VOICE_STATE_UPDATE',
  6: 'RESUME',
  7: 'RECONNECT',
  8: 'REQUEST_GUILD_MEMBERS',
  9: 'INVALID_SESSION',
  10: 'HELLO',
  11: 'HEARTBEAT_ACK',
};

/** Record of the traffic between bots and the emulator. */
export class Transcript implements GatewayRecord, RestRecord {
  readonly #clock: Clock;
  readonly #entries: TranscriptEntry[] = [];
  readonly #watchers = new Set<(entry: TranscriptEntry) => void>();

  /** @internal */
  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Entries in order; the oldest fall out after 10,000. */
  get entries(): readonly TranscriptEntry[] {
    return this.#entries;
  }

  /** Requests of bots, as in `POST /channels/1/messages 200`. */
  get requests(): readonly string[] {
    return this.#entries.filter(({ kind }) => kind === 'rest').map(({ line }) => line);
  }

  /** Everything in one text, one line per entry. */
  toString(): string {
    return this.#entries.map(({ bot, line }) => `${bot}  ${line}`).join('\n');
  }

  /** Calls back with every further entry; returns the function that ends it. */
  watch(watcher: (entry: TranscriptEntry) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Forgets what has been recorded so far. */
  clear(): void {
    this.#entries.length = 0;
  }

  /** Notes a new connection. @internal */
  opened(connection: RecordedConnection, url: URL): void {
    this.#add('gateway-open', nameOf(connection), `gateway opened ${url.search}`, undefined);
  }

  /** Notes a payload to a client. @internal */
  sent(connection: RecordedConnection, { op, t, d }: GatewayPayload): void {
    this.#add('gateway-sent', nameOf(connection), `gateway → ${t ?? OPCODES[op] ?? op}`, d);
  }

  /** Notes a payload from a client. @internal */
  received(connection: RecordedConnection, { op, d }: ClientPayload): void {
    this.#add('gateway-received', nameOf(connection), `gateway ← ${OPCODES[op] ?? op}`, withoutToken(d));
  }

  /** Notes the end of a connection. @internal */
  closed(connection: RecordedConnection, code: number, by: 'client' | 'server'): void {
    this.#add('gateway-closed', nameOf(connection), `gateway closed by ${by} with ${code}`, code);
  }

  /** Notes a request and its answer. @internal */
  exchanged(request: HttpRequest, bot: BotRecord | undefined, response: HttpResponse): void {
    const path = request.url.pathname
      .replace(/^\/api(\/v\d+)?/, '')
      .replace(/^(\/(?:webhooks|interactions)\/[^/]+\/)[^/]+/, '$1{token}');
    const body =
      request.body.length > 0 && request.body.length < 100_000 ? request.body.toString('utf8') : '';
    this.#add('rest', bot?.user.username ?? '?', `${request.method} ${path} ${response.status}`, body);
  }

  /** Notes that the endpoint of a bot could not be asked, or gave what is no answer. @internal */
  endpointFailed(bot: BotRecord, error: unknown): void {
    const line = `interactions endpoint failed: ${redactText(String(error))}`;
    this.#add('endpoint-failed', bot.user.username, line, undefined);
  }

  #add(kind: TranscriptEntry['kind'], bot: string, line: string, data: unknown): void {
    const entry: TranscriptEntry = { atMs: this.#clock.now(), kind, bot, line, data };
    this.#entries.push(entry);
    if (this.#entries.length > LIMIT) this.#entries.splice(0, LIMIT / 10);
    for (const watcher of this.#watchers) watcher(entry);
  }
}

function nameOf({ session }: RecordedConnection): string {
  return session?.bot.user.username ?? '?';
}

function withoutToken(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'token' in data ? { ...data, token: '{token}' } : data;
}
