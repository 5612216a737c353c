import type { GatewayPeer } from '../transport/gateway-peer.js';
import { ClientSession } from './client-session.js';
import type { VoiceHub } from './voice-hub.js';
import type { VoiceTicket } from './voice-ticket.js';

const HEARTBEAT = 3;

/** One WebSocket to the voice server: takes messages before and after it is bound to a session. */
export class ClientSocket {
  readonly #server: VoiceHub;
  readonly #peer: GatewayPeer;
  readonly #udp: { readonly ip: string; readonly port: number };
  #session: ClientSession | undefined;

  constructor(server: VoiceHub, peer: GatewayPeer, udp: { readonly ip: string; readonly port: number }) {
    this.#server = server;
    this.#peer = peer;
    this.#udp = udp;
  }

  /** Op 8. */
  hello(): void {
    this.#send(8, { v: 8, heartbeat_interval: this.#server.knobs.heartbeatIntervalMs });
  }

  onMessage(data: Buffer, isBinary: boolean): void {
    const userId = this.#session?.userId ?? '';
    const bytes = Buffer.from(data);
    this.#server.later(userId, () => (isBinary ? this.#onBinary(bytes) : this.#onText(bytes)));
  }

  onClose(code: number): void {
    this.#session?.onSocketClosed(this.#peer, code);
  }

  #onBinary(bytes: Buffer): void {
    if (!this.#session) this.#peer.close(4003, '');
    else if (bytes[0] === 0x7b) this.#session.blame('JSON in a binary frame');
    else this.#session.onBinary(bytes[0] ?? 0, bytes.subarray(1));
  }

  #onText(bytes: Buffer): void {
    let message: { op?: unknown; d?: unknown };
    try {
      message = JSON.parse(bytes.toString('utf8')) as typeof message;
    } catch {
      this.#peer.close(4002, '');
      return;
    }
    const data = (message.d ?? {}) as Record<string, unknown>;
    const op = Number(message.op);
    if (this.#session) this.#session.onJson(op, data);
    else this.#onStranger(op, data);
  }

  #onStranger(op: number, data: Record<string, unknown>): void {
    if (op === 0) this.#identify(data);
    else if (op === 7) this.#resume(data);
    else if (op === HEARTBEAT) this.#send(6, { t: data['t'] });
    else this.#peer.close(4003, '');
  }

  /** Op 0. */
  #identify(data: Record<string, unknown>): void {
    const { knobs } = this.#server;
    this.#server.identifies++;
    const ticket = this.#server.ticket(data['token']);
    const refusal = this.#refusal(ticket, data);
    if (!ticket || refusal !== undefined) {
      this.#peer.close(refusal ?? 4004, '');
      return;
    }
    const call = this.#server.call(ticket.channelId);
    const daveVersion = Math.min(Number(data['max_dave_protocol_version'] ?? 0), knobs.daveVersion);
    const session = new ClientSession({
      clock: this.#server.clock,
      knobs,
      ticket,
      call,
      ssrc: this.#server.nextSsrc(),
      daveVersion,
      udp: this.#udp,
      later: this.#server.later,
      blame: this.#server.blame,
    });
    this.#session = session;
    this.#server.register(session);
    session.begin(this.#peer);
  }

  /** Code with which an Identify is refused. */
  #refusal(ticket: VoiceTicket | undefined, data: Record<string, unknown>): number | undefined {
    if (!ticket || ticket.userId !== data['user_id'] || ticket.guildId !== data['server_id']) return 4004;
    const isTaken = ticket.isSpent || this.#server.sessionOf(ticket) !== undefined;
    if (isTaken || ticket.sessionId !== data['session_id']) return 4006;
    const { daveVersion } = this.#server.call(ticket.channelId);
    const isEncrypted = this.#server.knobs.requiresDave && daveVersion > 0;
    return isEncrypted && !data['max_dave_protocol_version'] ? 4017 : undefined;
  }

  /** Op 7. */
  #resume(data: Record<string, unknown>): void {
    const ticket = this.#server.ticket(data['token']);
    const session = ticket && this.#server.sessionOf(ticket);
    const isKnown = session && !ticket.isSpent && ticket.sessionId === data['session_id'];
    if (!isKnown || !session.resume(this.#peer, Number(data['seq_ack'] ?? -1))) {
      this.#peer.close(4006, '');
      return;
    }
    this.#session = session;
  }

  #send(op: number, data: unknown): void {
    this.#peer.send(JSON.stringify({ op, d: data }));
  }
}
