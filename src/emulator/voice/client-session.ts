/**
 * One client's session: what arrives over its WebSocket and its UDP route, and what is sent there.
 *
 * Numbered messages are kept, so that a client that was cut off can resume on another socket.
 */
import { randomBytes } from 'node:crypto';
import type { Snowflake } from '../../types/type-tools.js';
import type { Clock, TimerHandle } from '../../utils/clock.js';
import type { GatewayPeer } from '../transport/gateway-peer.js';
import { Conduct } from './conduct.js';
import type { MediaPacket, Participant } from './participant.js';
import { clearLength, rtpFrame, senderReport, videoFrame } from './rtp-frame.js';
import { openPacket, sealPacket } from './transport-seal.js';
import type { UdpRoute } from './udp-route.js';
import type { VoiceCall } from './voice-call.js';
import type { VoiceKnobs } from './voice-knobs.js';
import type { VoiceTicket } from './voice-ticket.js';

/** Packets of audio between two reports of RTCP. */
const REPORT_EVERY = 25;

/** Audio as the server saw it, for tests that look at pace and numbers. */
export interface AudioSeen {
  /** When it came, in milliseconds of the emulator's monotonic clock. */
  readonly atMs: number;
  /** RTP sequence number, 16 bits. */
  readonly sequence: number;
  /** RTP timestamp in samples of 48 kHz, 32 bits. */
  readonly timestamp: number;
  /** Payload as it is handed on: end-to-end encrypted where the call is. */
  readonly payload: Buffer;
}

/** Parts of a session. */
export interface ClientSessionOptions {
  readonly clock: Clock;
  readonly knobs: VoiceKnobs;
  readonly ticket: VoiceTicket;
  readonly call: VoiceCall;
  readonly ssrc: number;
  readonly daveVersion: number;
  readonly udp: { readonly ip: string; readonly port: number };
  /** Delays by the latency of the user's WebSocket. */
  readonly later: (userId: Snowflake, act: () => void) => void;
  readonly blame: (userId: Snowflake, what: string) => void;
}

/** Session of a client over the wire. */
export class ClientSession implements Participant {
  /** Bot whose session it is. */
  readonly userId: Snowflake;
  /** RTP source that the bot sends as. */
  readonly ssrc: number;
  /** Version of end-to-end encryption that the bot can do. */
  readonly daveVersion: number;
  /** Tells people from bots in the call. @internal */
  readonly isPerson = false;
  /** What the session was opened with. @internal */
  readonly ticket: VoiceTicket;
  /** Packets of audio that the bot sent, oldest first. */
  readonly audio: AudioSeen[] = [];
  /** What the bot last said by Speaking (op 5); `undefined` before. */
  speaking: number | undefined;
  /** How often it was resumed. */
  resumes = 0;
  readonly #options: ClientSessionOptions;
  readonly #conduct: Conduct;
  readonly #buffer: { readonly seq: number; readonly data: string | Buffer }[] = [];
  #peer: GatewayPeer | undefined;
  #seq: number;
  #mode: string | undefined;
  #key: Buffer = Buffer.alloc(0);
  #route: UdpRoute | undefined;
  #counter = 0;
  #isOver = false;
  #lossTimer: TimerHandle | undefined;

  /** @internal */
  constructor(options: ClientSessionOptions) {
    this.#options = options;
    this.ticket = options.ticket;
    this.userId = options.ticket.userId;
    this.ssrc = options.ssrc;
    this.daveVersion = options.daveVersion;
    this.#seq = (options.knobs.firstSeq - 1) & 0xffff;
    this.#conduct = new Conduct(options.clock, options.knobs, (what) => this.blame(what));
  }

  /** Call that it is part of. @internal */
  get call(): VoiceCall {
    return this.#options.call;
  }

  /** Whether the client has its key: it takes part in the call. */
  get isUp(): boolean {
    return this.#mode !== undefined && !this.#isOver;
  }

  /** Mode of encryption that the bot chose. */
  get mode(): string | undefined {
    return this.#mode;
  }

  /** Whether its WebSocket is open. */
  get isConnected(): boolean {
    return this.#peer !== undefined;
  }

  /** Op 2. @internal */
  begin(peer: GatewayPeer): void {
    this.#peer = peer;
    const { udp, knobs } = this.#options;
    this.send(2, {
      ssrc: this.ssrc,
      ip: udp.ip,
      port: udp.port,
      modes: knobs.modes,
      experiments: ['fixed_keyframe_interval'],
      streams: [],
      heartbeat_interval: 1,
    });
  }

  /** Takes one JSON message of an identified client. @internal */
  onJson(op: number, data: Record<string, unknown>): void {
    if (op === 1) this.#select(data);
    else if (op === 3) this.#onHeartbeat(data);
    else if (op === 5) this.#onSpeaking(data);
    else if (op === 23) this.call.dave.onTransitionReady(this, Number(data['transition_id']));
    else if (op === 31) this.call.dave.onInvalid(this, Number(data['transition_id']));
    else if (op === 0) this.dismiss(4005);
    else if (op !== 12 && op !== 15) this.dismiss(4001);
  }

  /** Takes a binary message of the bot. @internal */
  onBinary(op: number, body: Buffer): void {
    this.call.dave.onBinary(this, op, body);
  }

  /** Goes on over another socket; false when what was missed is not kept any more. @internal */
  resume(peer: GatewayPeer, seqAck: number): boolean {
    const { clock, knobs } = this.#options;
    const missed = this.#buffer.filter(({ seq }) => seqAck === -1 || isAfter(seq, seqAck));
    const covers = missed.length === 0 ? this.#isLast(seqAck) : this.#follows(missed[0]!.seq, seqAck);
    if (this.#isOver || !covers) return false;
    clock.clearTimeout(this.#lossTimer);
    this.#peer = peer;
    this.#conduct.onNewSocket();
    this.resumes++;
    if (knobs.replay === 'after') this.send(9, null);
    for (const { data } of missed) this.#transmit(data);
    if (knobs.replay === 'before') this.send(9, null);
    return true;
  }

  /** The socket is gone; a session that can be resumed stays for a while. @internal */
  onSocketClosed(peer: GatewayPeer, code: number): void {
    if (this.#peer !== peer) return;
    this.#peer = undefined;
    const { clock, knobs } = this.#options;
    if (code === 1000 || this.#isOver) this.end();
    else this.#lossTimer = clock.setTimeout(() => this.end(), knobs.resumeWindowMs);
  }

  /** Forgets the session; the others are told. @internal */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.ticket.isSpent = true;
    this.#options.clock.clearTimeout(this.#lossTimer);
    this.call.leave(this);
  }

  /** Closes the session with a code, as a kick does. */
  dismiss(closeCode: number): void {
    this.end();
    this.#peer?.close(closeCode, '');
  }

  /** Closes the socket and keeps the session, as a crash of the server does. */
  cut(closeCode?: number): void {
    if (closeCode === undefined) this.#peer?.terminate();
    else this.#peer?.close(closeCode, '');
  }

  /** Notes what the client did wrong. @internal */
  blame(what: string): void {
    this.#options.blame(this.userId, what);
  }

  /** Sends a JSON message to the bot. @internal */
  tell(op: number, data: unknown): void {
    const seq = this.#number();
    this.#keep(seq, JSON.stringify({ op, d: data, seq }));
  }

  /** Sends a binary message to the bot. @internal */
  tellBinary(op: number, payload: Buffer): void {
    const seq = this.#number();
    this.#keep(seq, Buffer.concat([Buffer.from([seq >> 8, seq & 0xff, op]), payload]));
  }

  /** Sends a message without a number. @internal */
  send(op: number, data: unknown): void {
    this.#transmit(JSON.stringify({ op, d: data }));
  }

  /** Passes a packet on to the bot. @internal */
  hear(packet: MediaPacket): void {
    if (!this.isUp) return;
    const { knobs } = this.#options;
    this.#emit(rtpFrame(packet, knobs));
    if (knobs.sendsVideo) this.#emit(videoFrame(packet, knobs));
    if (knobs.sendsRtcp && packet.sequence % REPORT_EVERY === 0) this.#emit(senderReport(packet.ssrc));
  }

  /** Takes a datagram of this session's source. @internal */
  onAudio(packet: Buffer, from: UdpRoute): void {
    if (!this.isUp) return;
    const payload = openPacket(this.#mode!, this.#key, packet, clearLength(packet));
    if (!payload) {
      this.blame('audio that cannot be decrypted');
      return;
    }
    this.#route = from;
    if (this.speaking === undefined) this.blame('audio before the first op 5');
    const sequence = packet.readUInt16BE(2);
    const timestamp = packet.readUInt32BE(4);
    const counter = packet.readUInt32BE(packet.length - 4);
    const mustBeEncrypted = this.daveVersion > 0 && this.call.daveVersion > 0;
    this.#conduct.onAudio({ sequence, timestamp, counter, payload }, mustBeEncrypted);
    this.audio.push({ atMs: this.#options.clock.monotonicNow(), sequence, timestamp, payload });
    this.call.relay({ userId: this.userId, ssrc: this.ssrc, sequence, timestamp, frame: payload });
  }

  /** Takes note that the bot still sends over UDP. @internal */
  onKeepalive(): void {
    this.#conduct.onKeepalive();
  }

  /** Whether the route is the client's own. @internal */
  isRoutedTo(route: UdpRoute): boolean {
    return this.#route?.port === route.port && this.#route.host === route.host;
  }

  /** Op 1. */
  #select({ protocol, data }: Record<string, unknown>): void {
    const { address, port, mode } = (data ?? {}) as Record<string, unknown>;
    const isOffered = typeof mode === 'string' && this.#options.knobs.modes.includes(mode);
    if (protocol !== 'udp' || !isOffered || typeof address !== 'string' || typeof port !== 'number') {
      this.dismiss(protocol !== 'udp' ? 4012 : isOffered ? 4002 : 4016);
      return;
    }
    this.#mode = mode;
    this.#key = randomBytes(32);
    this.#route = this.#options.ticket.routes.get(`${address}:${port}`);
    if (!this.#route) this.blame(`op 1 names ${address}:${port}, from where nothing came`);
    this.call.enter(this, () => this.#describe(mode));
  }

  /** Op 4. */
  #describe(mode: string): void {
    const dave = Math.min(this.daveVersion, this.call.daveVersion);
    this.send(4, {
      audio_codec: 'opus',
      video_codec: 'H264',
      media_session_id: randomBytes(16).toString('hex'),
      mode,
      secret_key: [...this.#key],
      dave_protocol_version: dave,
      secure_frames_version: dave,
    });
  }

  #onHeartbeat(data: Record<string, unknown>): void {
    this.#conduct.onHeartbeat(data, this.#seq);
    this.send(6, { t: data['t'] });
  }

  #onSpeaking({ speaking, ssrc }: Record<string, unknown>): void {
    if (ssrc !== this.ssrc) this.blame(`op 5 names source ${String(ssrc)}`);
    this.#conduct.onSpeaking(Number(speaking));
    this.call.speaking(this, Number(speaking));
  }

  #emit({ header, body }: { readonly header: Buffer; readonly body: Buffer }): void {
    this.#route?.send(sealPacket(this.#mode!, this.#key, ++this.#counter, header, body));
  }

  #number(): number {
    this.#seq = (this.#seq + 1) & 0xffff;
    return this.#seq;
  }

  #keep(seq: number, data: string | Buffer): void {
    this.#buffer.push({ seq, data });
    while (this.#buffer.length > this.#options.knobs.bufferSize) this.#buffer.shift();
    this.#transmit(data);
  }

  #isLast(seqAck: number): boolean {
    return seqAck === this.#seq || (seqAck === -1 && this.#buffer.length === 0);
  }

  #follows(seq: number, seqAck: number): boolean {
    return seqAck === -1 ? seq === (this.#options.knobs.firstSeq & 0xffff) : seq === ((seqAck + 1) & 0xffff);
  }

  #transmit(data: string | Buffer): void {
    const peer = this.#peer;
    if (peer) this.#options.later(this.userId, () => this.#peer === peer && peer.send(data));
  }
}

function isAfter(seq: number, other: number): boolean {
  const ahead = (seq - other) & 0xffff;
  return ahead > 0 && ahead < 0x8000;
}
