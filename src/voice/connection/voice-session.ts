/**
 * One session with one voice server: from Identify until the session is lost, the bot moves, or leaves.
 *
 * A session never comes back: a new server, channel or token makes a new one, with another source number, another key
 * and another group. What must outlive it (who listens, what plays) hangs on the connection.
 *
 * @see https://docs.discord.com/developers/topics/voice-connections
 */
import type { Snowflake } from '../../types/type-tools.js';
import type { UdpAddress } from '../../utils/udp-socket.js';
import { chooseMode } from '../crypto/choose-mode.js';
import type { EncryptionMode } from '../crypto/transport-cipher.js';
import type { DaveManager } from '../dave/dave-manager.js';
import { VoiceUdp } from '../udp/voice-udp.js';
import type { VoiceContext } from '../voice-context.js';
import type { VoicePacket } from '../voice-link.js';
import type { ReceiveCounts } from './media-receiver.js';
import { MediaReceiver } from './media-receiver.js';
import { MediaSender } from './media-sender.js';
import { Roster } from './roster.js';
import { createSessionDave } from './session-dave.js';
import { VoiceLine } from './voice-line.js';
import { VoiceOpcode as Op } from './voice-opcode.js';
import type { SessionStage } from './voice-state.js';

/** What a session is made from. */
export interface SessionPlan {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly sessionId: string;
  readonly token: string;
  readonly endpoint: string;
}

/** How a session ended: closed by the server, or impossible. */
export type SessionEnding = { readonly closeCode: number } | { readonly error: Error };

/** What a session tells its connection. */
export interface SessionHandlers {
  onStage(stage: SessionStage): void;
  onEnded(ending: SessionEnding): void;
  onPacket(packet: VoicePacket): void;
  onUserGone(userId: Snowflake): void;
}

type Data = Record<string, unknown>;

const NO_COUNTS: ReceiveCounts = { received: 0, damaged: 0, undecryptable: 0, rescued: 0, unknown: 0 };

/** Session with a voice server. */
export class VoiceSession {
  readonly plan: SessionPlan;
  readonly #context: VoiceContext;
  readonly #handlers: SessionHandlers;
  readonly #line: VoiceLine;
  readonly #roster: Roster;
  readonly #dave: DaveManager | undefined;
  readonly #onOp: Readonly<Record<number, (data: never) => void>>;
  #mode: EncryptionMode | undefined;
  #receiver: MediaReceiver | undefined;
  #sender: MediaSender | undefined;
  #speaking = 0;
  #ssrc = 0;
  #stage: SessionStage = 'connecting';
  #udp: VoiceUdp | undefined;
  #isClosed = false;

  constructor(context: VoiceContext, plan: SessionPlan, handlers: SessionHandlers) {
    this.#context = context;
    this.plan = plan;
    this.#handlers = handlers;
    this.#roster = new Roster(context.clock, (userId) => handlers.onUserGone(userId));
    this.#dave = createSessionDave({
      context,
      channelId: plan.channelId,
      line: () => this.#line,
      roster: this.#roster,
      onChange: () => {
        this.#receiver?.onKeysChanged();
        this.#judge();
      },
    });
    this.#line = this.#createLine();
    this.#onOp = this.#opcodeTable();
  }

  get ssrc(): number {
    return this.#ssrc;
  }

  get stage(): SessionStage {
    return this.#stage;
  }

  get dave(): DaveManager | undefined {
    return this.#dave;
  }

  get latencyMs(): number {
    return this.#line.latencyMs;
  }

  /** Everybody else in the call, as the voice server tells. */
  get userIds(): readonly Snowflake[] {
    return this.#roster.userIds;
  }

  get counts(): ReceiveCounts {
    return this.#receiver?.counts ?? NO_COUNTS;
  }

  start(): void {
    this.#enter('connecting');
    this.#line.open();
  }

  /** Ends the session; no handler is called afterwards but those of users who are gone. */
  close(code = 1000): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#line.close(code);
    this.#udp?.close();
    this.#receiver?.stop();
    this.#dave?.stop();
    this.#roster.clear();
  }

  sendOpus(frame: Uint8Array, samples: number): boolean {
    return this.#stage === 'ready' && this.#sender !== undefined && this.#sender.send(frame, samples);
  }

  setSpeaking(isSpeaking: boolean): void {
    const speaking = isSpeaking ? 1 : 0;
    if (!this.#sender || speaking === this.#speaking) return;
    this.#speaking = speaking;
    if (isSpeaking) this.#sender.resumeSpeaking();
    this.#tellSpeaking();
  }

  #createLine(): VoiceLine {
    const { guildId, sessionId, token, endpoint } = this.plan;
    const credentials = { server_id: guildId, session_id: sessionId, token };
    return new VoiceLine({
      context: this.#context,
      endpoint,
      identify: {
        ...credentials,
        user_id: this.#context.signalling.userId,
        max_dave_protocol_version: this.#context.dave?.engine.maxVersion ?? 0,
      },
      resume: credentials,
      handlers: {
        onMessage: (op, data) => this.#onMessage(op, data),
        onResuming: () => this.#enter('resuming'),
        onResumed: () => this.#onResumed(),
        onEnded: (closeCode) => this.#end({ closeCode }),
      },
    });
  }

  /** What is done with each message; all others are undocumented or of no interest, and passed over. */
  #opcodeTable(): Record<number, (data: never) => void> {
    return {
      [Op.Ready]: (data: Data) => this.#onReady(data),
      [Op.SessionDescription]: (data: Data) => this.#onDescription(data),
      [Op.Speaking]: (data: Data) => this.#onSpeaking(data),
      [Op.ClientsConnect]: (data: Data) => this.#onClients(data),
      [Op.ClientDisconnect]: (data: Data) => this.#onClientGone(String(data['user_id'])),
      [Op.DavePrepareTransition]: (data: Data) =>
        this.#dave?.onPrepareTransition(Number(data['transition_id']), Number(data['protocol_version'])),
      [Op.DaveExecuteTransition]: (data: Data) =>
        this.#dave?.onExecuteTransition(Number(data['transition_id'])),
      [Op.DavePrepareEpoch]: (data: Data) =>
        this.#dave?.onPrepareEpoch(Number(data['epoch']), Number(data['protocol_version'])),
      [Op.MlsExternalSender]: (data: Buffer) => this.#dave?.onExternalSender(data),
      [Op.MlsProposals]: (data: Buffer) => this.#dave?.onProposals(data),
      [Op.MlsAnnounceCommit]: (data: Buffer) => this.#dave?.onCommit(data.readUInt16BE(0), data.subarray(2)),
      [Op.MlsWelcome]: (data: Buffer) => this.#dave?.onWelcome(data.readUInt16BE(0), data.subarray(2)),
    };
  }

  #onMessage(op: number, data: unknown): void {
    if (this.#isClosed) return;
    if (this.#stage === 'connecting') this.#enter('identifying');
    const isObject = typeof data === 'object' && data !== null;
    if (!isObject || (data instanceof Buffer && data.length < 2)) return;
    try {
      this.#onOp[op]?.(data as never);
    } catch (error) {
      this.#context.logger.warn('voice', `message with opcode ${op} could not be taken`, { error });
    }
  }

  /** Op 2: where to send, and how it may be encrypted. */
  #onReady(data: Data): void {
    const { clock, udp: sockets } = this.#context;
    this.#ssrc = Number(data['ssrc']);
    try {
      this.#mode = chooseMode(Array.isArray(data['modes']) ? data['modes'].map(String) : []);
    } catch (error) {
      this.#end({ error: error as Error });
      return;
    }
    this.#enter('discovering');
    this.#udp?.close();
    this.#udp = new VoiceUdp({
      clock,
      sockets,
      ssrc: this.#ssrc,
      remote: { host: String(data['ip']), port: Number(data['port']) },
      onFound: (own) => this.#onAddress(own),
      onFailed: (error) => this.#onUdpFailed(error),
      onPacket: (packet) => this.#receiver?.onDatagram(packet),
    });
    this.#udp.discover();
  }

  #onAddress({ host, port }: UdpAddress): void {
    this.#enter('selecting');
    const data = { address: host, port, mode: this.#mode };
    this.#line.send(Op.SelectProtocol, { protocol: 'udp', data });
  }

  /** Before the address is known nothing can work; afterwards, what is lost is lost and the keepalives go on. */
  #onUdpFailed(error: Error): void {
    if (this.#stage === 'discovering') this.#end({ error });
    else this.#context.logger.debug('voice', 'UDP socket reported an error', { error });
  }

  /** Op 4: the key, and whether the call is end-to-end encrypted. */
  #onDescription(data: Data): void {
    const { clock, random, createCipher } = this.#context;
    const cipher = createCipher(this.#mode!, Uint8Array.from(data['secret_key'] as number[]));
    const dave = this.#dave;
    this.#sender = new MediaSender({
      clock,
      cipher,
      dave,
      random,
      ssrc: this.#ssrc,
      send: (packet) => this.#udp?.send(packet),
    });
    this.#receiver = new MediaReceiver({
      clock,
      cipher,
      dave,
      roster: this.#roster,
      onPacket: (packet) => this.#handlers.onPacket(packet),
    });
    this.#line.allowResume();
    // Announces the source: audio of an unknown one ends the connection.
    this.#tellSpeaking();
    dave?.start(Number(data['dave_protocol_version'] ?? 0));
    this.#judge();
  }

  #onSpeaking(data: Data): void {
    const ssrc = Number(data['ssrc']);
    const userId = String(data['user_id']);
    this.#roster.identify(ssrc, userId);
    this.#dave?.onUsersKnown();
    this.#receiver?.onSpeakerKnown(ssrc, userId);
  }

  #onClients(data: Data): void {
    const ids = data['user_ids'];
    for (const id of Array.isArray(ids) ? ids : [])
      if (id !== this.#context.signalling.userId) this.#roster.add(String(id));
    this.#dave?.onUsersKnown();
    this.#judge();
  }

  #onClientGone(userId: Snowflake): void {
    this.#roster.remove(userId);
    this.#judge();
  }

  #onResumed(): void {
    if (this.#speaking) this.#tellSpeaking();
    this.#stage = 'securing';
    this.#judge();
  }

  #tellSpeaking(): void {
    this.#line.send(Op.Speaking, { speaking: this.#speaking, delay: 0, ssrc: this.#ssrc });
  }

  /** Tells whether the session is ready: the key is there, and encryption too, unless nobody is there to hear. */
  #judge(): void {
    if (this.#isClosed || !this.#sender || this.#stage === 'resuming') return;
    const isSecured = this.#dave === undefined || this.#dave.canEncrypt || this.#roster.isAlone;
    this.#enter(isSecured ? 'ready' : 'securing');
  }

  #enter(stage: SessionStage): void {
    if (this.#isClosed) return;
    const hasChanged = this.#stage !== stage;
    this.#stage = stage;
    if (hasChanged || stage === 'connecting') this.#handlers.onStage(stage);
  }

  #end(ending: SessionEnding): void {
    if (this.#isClosed) return;
    this.close();
    this.#handlers.onEnded(ending);
  }
}
