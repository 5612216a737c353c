import type { APIGatewayBotInfo } from 'discord-api-types/v10';
import type { Socket, SocketFactory, SocketHandlers } from '../../../src/utils/socket-factory.js';

/** Payload as the gateway sees it. */
export interface SeenPayload {
  readonly op: number;
  readonly d: unknown;
}

/** One connection as the gateway sees it; the test speaks for the gateway. */
export class ScriptedConnection implements Socket {
  readonly received: SeenPayload[] = [];
  readonly url: URL;
  readonly #handlers: SocketHandlers;
  /** Whether heartbeats are acknowledged. */
  acks = true;
  /** How the client ended it. */
  closedWith: { code: number | undefined; reason: string | undefined } | undefined;
  isTerminated = false;
  isOpen = true;

  constructor(url: string, handlers: SocketHandlers) {
    this.url = new URL(url);
    this.#handlers = handlers;
  }

  send(data: string | Uint8Array): void {
    const payload = JSON.parse(data.toString()) as SeenPayload;
    this.received.push(payload);
    if (payload.op === 1 && this.acks) this.say({ op: 11 });
  }

  close(code?: number, reason?: string): void {
    if (!this.isOpen) return;
    this.closedWith = { code, reason };
    this.#end(code ?? 1005, reason ?? '');
  }

  terminate(): void {
    if (!this.isOpen) return;
    this.isTerminated = true;
    this.#end(1006, '');
  }

  /** The gateway closes. */
  hangUp(code: number, reason = ''): void {
    this.#end(code, reason);
  }

  /** The network breaks: what is under way is lost on both sides, and the client learns it at once. */
  cut(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    setImmediate(() => this.#handlers.onClose(1006, ''));
  }

  /** The gateway sends one payload, in Discord's order of keys. */
  say(payload: { op: number; d?: unknown; t?: string | null; s?: number | null }): void {
    const { op, d = null, t = null, s = null } = payload;
    this.sayText(JSON.stringify({ t, s, op, d }));
  }

  sayText(text: string): void {
    this.sayBytes(Buffer.from(text), false);
  }

  sayBytes(bytes: Buffer, isBinary = true): void {
    setImmediate(() => {
      if (this.isOpen) this.#handlers.onMessage(bytes, isBinary);
    });
  }

  hello(intervalMs: unknown = 41_250): void {
    this.say({ op: 10, d: { heartbeat_interval: intervalMs } });
  }

  ready(session = 'session-1', sequence = 1): void {
    this.say({
      op: 0,
      t: 'READY',
      s: sequence,
      d: {
        v: 10,
        user: { id: '80351110224678912', username: 'cog' },
        session_id: session,
        resume_gateway_url: 'wss://resume.gateway.test',
        guilds: [],
        application: { id: '80351110224678912', flags: 0 },
      },
    });
  }

  dispatch(t: string, s: number, d: unknown = {}): void {
    this.say({ op: 0, t, s, d });
  }

  /** Payloads with the opcode that the client sent. */
  sent(op: number): SeenPayload[] {
    return this.received.filter((payload) => payload.op === op);
  }

  #end(code: number, reason: string): void {
    if (!this.isOpen) return;
    setImmediate(() => {
      if (!this.isOpen) return;
      this.isOpen = false;
      this.#handlers.onClose(code, reason);
    });
  }
}

/** Socket factory whose other end is written in the test. */
export class ScriptedGateway implements SocketFactory {
  readonly connections: ScriptedConnection[] = [];
  /** Runs for every new connection, to answer by itself. */
  onConnection: (connection: ScriptedConnection) => void = () => {};
  info: APIGatewayBotInfo = {
    url: 'wss://gateway.test',
    shards: 1,
    session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 },
  };

  open(url: string, handlers: SocketHandlers): Socket {
    const connection = new ScriptedConnection(url, handlers);
    this.connections.push(connection);
    setImmediate(() => {
      handlers.onOpen();
      this.onConnection(connection);
    });
    return connection;
  }

  /** Newest connection. */
  get last(): ScriptedConnection {
    const last = this.connections.at(-1);
    if (!last) throw new Error('nobody has connected');
    return last;
  }

  get openConnections(): number {
    return this.connections.filter((connection) => connection.isOpen).length;
  }
}
