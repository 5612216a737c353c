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
import type { EncryptionMode } from '../crypto/transport-cipher.js';
import type { DaveManager } from '../dave/dave-manager.js';
import type { VoiceContext } from '../voice-context.js';
import type { VoicePacket } from '../voice-link.js';
import type { ReceiveCounts } from './media-receiver.js';
import { Roster } from './roster.js';
import { createSessionDave } from './session-dave.js';
import { SessionMedia } from './session-media.js';
import { VoiceLine } from './voice-line.js';
import {
  readClients,
  readDescription,
  readEpoch,
  readGone,
  readReady,
  readSpeaking,
  readTransition,
} from './voice-messages.js';
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

type Data = Readonly<Record<string, unknown>>;

/** Session with a voice server. */
export class VoiceSession {
  readonly plan: SessionPlan;
  readonly #context: VoiceContext;
  readonly #handlers: SessionHandlers;
  readonly #line: VoiceLine;
  readonly #roster: Roster;
  readonly #dave: DaveManager | undefined;
  readonly #media: SessionMedia;
  readonly #onOp: Readonly<Record<number, (data: never) => void>>;
  #stage: SessionStage = 'connecting';
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
      onChange: () => this.#onKeysChanged(),
    });
    this.#media = new SessionMedia({
      context,
      dave: this.#dave,
      roster: this.#roster,
      onAddress: (own) => this.#onAddress(own),
      onFailed: (error) => this.#onUdpFailed(error),
      onPacket: (packet) => handlers.onPacket(packet),
    });
    this.#line = this.#createLine();
    this.#onOp = this.#opcodeTable();
  }

  get ssrc(): number {
    return this.#media.ssrc;
  }

  get encryptionMode(): EncryptionMode | undefined {
    return this.#media.mode;
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
    return this.#media.counts;
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
    this.#media.close();
    this.#dave?.stop();
    this.#roster.clear();
  }

  sendOpus(frame: Uint8Array, samples: number): boolean {
    return this.#stage === 'ready' && this.#media.send(frame, samples);
  }

  setSpeaking(isSpeaking: boolean): void {
    if (this.#media.setSpeaking(isSpeaking)) this.#tellSpeaking();
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
      [Op.ClientsConnect]: (data: Data) => this.#onClients(readClients(data)),
      [Op.ClientDisconnect]: (data: Data) => this.#onClientGone(readGone(data)),
      [Op.DavePrepareTransition]: (data: Data) => this.#onPrepareTransition(data),
      [Op.DaveExecuteTransition]: (data: Data) => this.#onExecuteTransition(data),
      [Op.DavePrepareEpoch]: (data: Data) => this.#onPrepareEpoch(data),
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

  #onReady(data: Data): void {
    const ready = readReady(data);
    if (!ready) return;
    this.#enter('discovering');
    try {
      this.#media.discover(ready);
    } catch (error) {
      this.#end({ error: error as Error });
    }
  }

  #onAddress({ host, port }: UdpAddress): void {
    this.#enter('selecting');
    const data = { address: host, port, mode: this.#media.mode };
    this.#line.send(Op.SelectProtocol, { protocol: 'udp', data });
  }

  /** Before the address is known nothing can work; afterwards, what is lost is lost and the keepalives go on. */
  #onUdpFailed(error: Error): void {
    if (this.#stage === 'discovering') this.#end({ error });
    else this.#context.logger.debug('voice', 'UDP socket reported an error', { error });
  }

  #onDescription(data: Data): void {
    const description = readDescription(data);
    if (!description) return;
    this.#media.open(description.key);
    this.#line.allowResume();
    // Announces the source: audio of an unknown one ends the connection.
    this.#tellSpeaking();
    this.#dave?.start(description.daveVersion);
    this.#judge();
  }

  #onSpeaking(data: Data): void {
    const speaker = readSpeaking(data);
    if (!speaker) return;
    this.#roster.identify(speaker.ssrc, speaker.userId);
    this.#dave?.onUsersKnown();
    this.#media.onSpeakerKnown(speaker.ssrc, speaker.userId);
  }

  #onClients(userIds: readonly Snowflake[]): void {
    for (const userId of userIds) if (userId !== this.#context.signalling.userId) this.#roster.add(userId);
    this.#dave?.onUsersKnown();
    this.#judge();
  }

  #onClientGone(userId: Snowflake | undefined): void {
    if (userId !== undefined) this.#roster.remove(userId);
    this.#judge();
  }

  #onPrepareTransition(data: Data): void {
    const transition = readTransition(data);
    if (transition?.version !== undefined) this.#dave?.onPrepareTransition(transition.id, transition.version);
  }

  #onExecuteTransition(data: Data): void {
    const transition = readTransition(data);
    if (transition) this.#dave?.onExecuteTransition(transition.id);
  }

  #onPrepareEpoch(data: Data): void {
    const next = readEpoch(data);
    if (next) this.#dave?.onPrepareEpoch(next.epoch, next.version);
  }

  #onKeysChanged(): void {
    this.#media.onKeysChanged();
    this.#judge();
  }

  #onResumed(): void {
    if (this.#media.isSpeaking) this.#tellSpeaking();
    this.#stage = 'securing';
    this.#judge();
  }

  #tellSpeaking(): void {
    const { isSpeaking, ssrc } = this.#media;
    this.#line.send(Op.Speaking, { speaking: isSpeaking ? 1 : 0, delay: 0, ssrc });
  }

  /** Tells whether the session is ready: the key is there, and encryption too, unless nobody is there to hear. */
  #judge(): void {
    if (this.#isClosed || !this.#media.isOpen || this.#stage === 'resuming') return;
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
