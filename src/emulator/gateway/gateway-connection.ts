/** One WebSocket of the gateway: hello, heartbeats, limits, and one method per opcode a client may send. */
import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { Clock, TimerHandle } from '../../utils/clock.js';
import type { GatewayFaults } from '../faults/gateway-faults.js';
import type { GatewayRecord } from '../record/gateway-record.js';
import type { GatewayPeer, GatewayPeerHandlers } from '../transport/gateway-peer.js';
import { closeReason } from './close-reason.js';
import type { FrameCompression } from './frame-compression.js';
import type { ClientPayload, FrameFormat, GatewayPayload } from './frame-format.js';
import type { GatewaySession } from './gateway-session.js';

/** Largest payload that a client may send. */
const MAX_CLIENT_BYTES = 4096;
const SEND_LIMIT = 120;
const SEND_WINDOW_MS = 60_000;

/** Gateway, as far as a connection uses it. */
export interface GatewayHub {
  readonly clock: Clock;
  readonly faults: GatewayFaults;
  readonly record: GatewayRecord;
  readonly heartbeatIntervalMs: number;
  knowsOpcode(op: number): boolean;
  identify(connection: GatewayConnection, data: unknown): void;
  resume(connection: GatewayConnection, data: unknown): void;
  command(session: GatewaySession, op: number, data: unknown): void;
  endSession(session: GatewaySession): void;
  forget(connection: GatewayConnection): void;
}

/** What the connection's address asked for. */
export interface ConnectionRequest {
  readonly peer: GatewayPeer;
  readonly format: FrameFormat;
  readonly compression: FrameCompression;
  readonly isJson: boolean;
  /** Origin that the client connected to, for `resume_gateway_url`. */
  readonly origin: string;
}

/** Server's side of one connection. */
export class GatewayConnection implements GatewayPeerHandlers {
  readonly origin: string;
  readonly #server: GatewayHub;
  readonly #peer: GatewayPeer;
  readonly #format: FrameFormat;
  readonly #isJson: boolean;
  #compression: FrameCompression;
  #session: GatewaySession | undefined;
  #isClosed = false;
  #zombieTimer: TimerHandle;
  #sendTimesMs: number[] = [];

  constructor(server: GatewayHub, request: ConnectionRequest) {
    this.#server = server;
    this.#peer = request.peer;
    this.#format = request.format;
    this.#compression = request.compression;
    this.#isJson = request.isJson;
    this.origin = request.origin;
  }

  get session(): GatewaySession | undefined {
    return this.#session;
  }

  get isOpen(): boolean {
    return !this.#isClosed;
  }

  /** Greets the client, as late as the faults say. */
  hello(): void {
    const { clock, heartbeatIntervalMs, faults } = this.#server;
    const greet = (): void => {
      if (this.#isClosed) return;
      this.send({
        t: null,
        s: null,
        op: Op.Hello,
        d: { heartbeat_interval: heartbeatIntervalMs, _trace: ['["gateway-emulated"]'] },
      });
      this.#watchForHeartbeats();
    };
    const delayMs = faults.takeHelloDelayMs();
    if (delayMs === undefined) greet();
    else if (Number.isFinite(delayMs)) clock.setTimeout(greet, delayMs);
  }

  /** Sends a payload, unless the faults swallow it. */
  send(payload: GatewayPayload): void {
    if (this.#isClosed) return;
    const copies = this.#server.faults.copiesOf(payload);
    for (let i = 0; i < copies; i++) {
      this.#server.record.sent(this, payload);
      this.#compression.write(this.#format.encode(payload), (frame) => {
        if (!this.#isClosed) this.#peer.send(frame);
      });
    }
  }

  /** Sends bytes as they are: how broken frames are played. */
  sendRaw(frame: string | Buffer): void {
    if (!this.#isClosed) this.#peer.send(frame);
  }

  close(code: number, reason: string = closeReason(code)): void {
    if (this.#isClosed) return;
    this.#server.record.closed(this, code, 'server');
    this.#end();
    this.#compression.finish(() => this.#peer.close(code, reason));
  }

  /** Drops the connection without a close frame. */
  drop(): void {
    if (this.#isClosed) return;
    this.#server.record.closed(this, 1006, 'server');
    this.#end();
    this.#peer.terminate();
  }

  onMessage(data: Buffer): void {
    if (this.#isClosed) return;
    if (data.length > MAX_CLIENT_BYTES) {
      this.close(4002);
      return;
    }
    const payload = this.#format.decode(data);
    if (!payload) {
      this.close(4002);
      return;
    }
    this.#server.record.received(this, payload);
    if (this.#isSendingTooMuch()) {
      this.close(4008);
      return;
    }
    this.#handle(payload);
  }

  onClose(code: number): void {
    if (this.#isClosed) return;
    this.#server.record.closed(this, code, 'client');
    const session = this.#session;
    this.#end();
    if (session && (code === 1000 || code === 1001)) this.#server.endSession(session);
  }

  /** Binds the session that identify or resume brought up. */
  bind(session: GatewaySession): void {
    this.#session = session;
    session.attach(this);
  }

  /** Turns on payload compression, as identify asked. */
  compressPayloads(compression: FrameCompression): void {
    if (this.#isJson && this.#compression.kind === 'none') this.#compression = compression;
  }

  #handle({ op, d }: ClientPayload): void {
    if (op === Op.Heartbeat) {
      this.#onHeartbeat(d);
      return;
    }
    if (op === Op.Identify) {
      if (this.#session) this.close(4005);
      else this.#server.identify(this, d);
      return;
    }
    if (op === Op.Resume) {
      if (this.#session) this.close(4005);
      else this.#server.resume(this, d);
      return;
    }
    if (!this.#server.knowsOpcode(op)) {
      this.close(4001);
      return;
    }
    if (!this.#session) {
      this.close(4003);
      return;
    }
    this.#server.command(this.#session, op, d);
  }

  #onHeartbeat(seq: unknown): void {
    if (seq !== null && seq !== undefined && !Number.isInteger(seq)) {
      this.close(4002);
      return;
    }
    this.#watchForHeartbeats();
    if (this.#server.faults.isIgnoringHeartbeats) return;
    this.send({ t: null, s: null, op: Op.HeartbeatAck, d: null });
  }

  /** A client that stays silent for two intervals is gone. */
  #watchForHeartbeats(): void {
    const { clock, heartbeatIntervalMs } = this.#server;
    clock.clearTimeout(this.#zombieTimer);
    this.#zombieTimer = clock.setTimeout(() => this.close(4009), heartbeatIntervalMs * 2, { unref: true });
  }

  #isSendingTooMuch(): boolean {
    const now = this.#server.clock.now();
    this.#sendTimesMs = this.#sendTimesMs.filter((sentMs) => now - sentMs < SEND_WINDOW_MS);
    this.#sendTimesMs.push(now);
    return this.#sendTimesMs.length > SEND_LIMIT;
  }

  #end(): void {
    this.#isClosed = true;
    this.#server.clock.clearTimeout(this.#zombieTimer);
    this.#session?.detach(this);
    this.#server.forget(this);
  }
}
