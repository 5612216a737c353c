/**
 * Keeps the bot in a voice channel: asks for sessions, follows moves, and decides what a lost one means.
 *
 * Two sources tell what happens, and they race: the main gateway (where the bot is, and which server serves it) and the
 * voice server (why it closed). A close that may mean "moved" is therefore not judged before the main gateway had five
 * seconds to say so, and a channel that changes without a server is asked for again.
 *
 * Every attempt is counted; nothing is tried again for ever.
 */
import { VoiceKickedError } from '../../errors/voice-kicked-error.js';
import { VoiceLeftError } from '../../errors/voice-left-error.js';
import { Milestone } from '../../gateway/milestone.js';
import type { Snowflake } from '../../types/type-tools.js';
import { Postponed } from '../postponed.js';
import type { VoiceContext } from '../voice-context.js';
import type { VoicePacket } from '../voice-link.js';
import type { OwnVoiceState, VoiceServerInfo } from '../voice-signalling.js';
import { Attempts } from './attempts.js';
import type { SelfState } from './main-gateway-requests.js';
import { MainGatewayRequests } from './main-gateway-requests.js';
import { OwnSignals } from './own-signals.js';
import { closedError, timeoutError } from './session-errors.js';
import { voiceCloseRule } from './voice-close.js';
import type { SessionEnding, SessionPlan } from './voice-session.js';
import { VoiceSession } from './voice-session.js';
import type { SessionStage, VoiceConnectionState } from './voice-state.js';

/** How long the main gateway may take to tell what a close meant. */
const GRACE_MS = 5_000;
const NO_SERVER_MS = 30_000;
/** An unasked server may belong to a move whose channel is told right after it. */
const SETTLE_MS = 200;
/** A server that was told unasked may belong to a change of channel that is told so much later. */
const GUESS_MS = 3_000;

/** What the life of a connection is told to. */
export interface LifecycleHandlers {
  onState(state: VoiceConnectionState): void;
  onPacket(packet: VoicePacket): void;
  onUserGone(userId: Snowflake): void;
  onEnded(reason: Error): void;
}

/** Life of one voice connection. */
export class VoiceLifecycle {
  readonly #attempts: Attempts;
  /** What happens when nothing else does. */
  readonly #next: Postponed;
  readonly #context: VoiceContext;
  readonly #guildId: Snowflake;
  readonly #handlers: LifecycleHandlers;
  readonly #ready = new Milestone<void>();
  readonly #requests: MainGatewayRequests;
  readonly #signals = new OwnSignals();
  readonly #stopListening: () => void;
  #channelId: Snowflake;
  #session: VoiceSession | undefined;
  /** Until when the session's server may belong to another channel than the one that was told last. */
  #guessEndsMs = 0;
  #state: VoiceConnectionState = 'idle';

  constructor(
    context: VoiceContext,
    place: { readonly guildId: Snowflake; readonly channelId: Snowflake; readonly self: SelfState },
    handlers: LifecycleHandlers,
  ) {
    this.#attempts = new Attempts(context.clock);
    this.#next = new Postponed(context.clock);
    this.#context = context;
    this.#guildId = place.guildId;
    this.#channelId = place.channelId;
    this.#handlers = handlers;
    this.#requests = new MainGatewayRequests({
      clock: context.clock,
      logger: context.logger,
      signalling: context.signalling,
      guildId: place.guildId,
      self: place.self,
      onFailed: (error) => this.#end(error),
    });
    this.#stopListening = context.signalling.listen({
      onVoiceState: (state) => this.#onVoiceState(state),
      onVoiceServer: (server) => this.#onVoiceServer(server),
    });
  }

  get state(): VoiceConnectionState {
    return this.#state;
  }

  /** Channel in which the bot is, or is to be. */
  get channelId(): Snowflake {
    return this.#channelId;
  }

  get self(): SelfState {
    return this.#requests.self;
  }

  get session(): VoiceSession | undefined {
    return this.#session;
  }

  /** Resolves when frames can flow; rejects when the connection ends before. */
  ready(signal?: AbortSignal): Promise<void> {
    return this.#ready.promise(signal);
  }

  /** Asks for the first session. */
  async join(): Promise<void> {
    this.#setState('signalling');
    this.#watch();
    const ghost = this.#context.signalling.currentChannelId?.(this.#guildId);
    if (ghost !== undefined) await this.#stepOut();
    if (this.#state === 'signalling') this.#requests.ask(this.#channelId);
  }

  /** Asks for another channel; the session goes on until the new one is there. */
  move(channelId: Snowflake): void {
    if (this.#state === 'disconnected') return;
    this.#channelId = channelId;
    this.#setState('moving');
    this.#watch();
    this.#requests.ask(channelId);
  }

  /** Changes how the bot sits in the channel. */
  setSelf(self: SelfState): void {
    this.#requests.setSelf(self);
    if (this.#state !== 'disconnected') this.#requests.ask(this.#channelId);
  }

  /** Leaves; resolves when the main gateway has confirmed it, so that a later join cannot be hit by it. */
  async leave(): Promise<void> {
    if (this.#state === 'disconnected') return;
    this.#session?.close();
    await this.#stepOut();
    this.#end(new VoiceLeftError(this.#channelId));
  }

  #onVoiceState(state: OwnVoiceState): void {
    if (state.guildId !== this.#guildId || this.#state === 'disconnected') return;
    this.#signals.takeState(state);
    if (state.channelId === null) {
      this.#onLeft();
      return;
    }
    if (this.#requests.expectsLeft) return;
    const current = this.#session?.plan;
    if (current && state.channelId !== current.channelId) this.#follow(state.channelId, current.token);
    else if (!current) this.#channelId = state.channelId;
    this.#tryConnect();
  }

  #onLeft(): void {
    if (this.#requests.expectsLeft) this.#requests.confirmLeft();
    else if (this.#state !== 'signalling') this.#end(new VoiceKickedError(this.#channelId));
  }

  /** Follows to another channel: its server comes with or after it, or came just before. */
  #follow(channelId: Snowflake, usedToken: string): void {
    this.#channelId = channelId;
    const isGuess = this.#context.clock.monotonicNow() < this.#guessEndsMs;
    if (this.#signals.hasToken(usedToken) && !isGuess) this.#signals.forgetServer();
    this.#setState('moving');
    this.#next.set(GRACE_MS, () => this.#retry(timeoutError(this.#context, this.#channelId, 'moving'), 3));
  }

  #onVoiceServer(server: VoiceServerInfo): void {
    if (server.guildId !== this.#guildId || this.#state === 'disconnected' || this.#requests.expectsLeft)
      return;
    const { plan } = this.#session ?? {};
    if (plan?.token === server.token && plan.endpoint === server.endpoint) return;
    this.#signals.takeServer(server);
    if (server.endpoint === null) {
      this.#dropSession();
      this.#setState('moving');
      this.#next.set(NO_SERVER_MS, () => this.#end(timeoutError(this.#context, this.#channelId, 'moving')));
    } else if (this.#session && this.#state !== 'moving') {
      this.#next.set(SETTLE_MS, () => {
        this.#guessEndsMs = this.#context.clock.monotonicNow() + GUESS_MS;
        this.#tryConnect();
      });
    } else this.#tryConnect();
  }

  #tryConnect(): void {
    const plan = this.#signals.plan(this.#guildId);
    const used = this.#session?.plan;
    if (!plan || plan.channelId !== this.#channelId || this.#state === 'rejoining') return;
    if (used && used.token === plan.token && used.channelId === plan.channelId) return;
    this.#dropSession();
    this.#watch();
    const session: VoiceSession = new VoiceSession(this.#context, plan, {
      onStage: (stage) => this.#onStage(stage),
      onEnded: (ending) => this.#onSessionEnded(ending, plan),
      onPacket: (packet) => this.#handlers.onPacket(packet),
      onUserGone: (userId) => this.#handlers.onUserGone(userId),
    });
    this.#session = session;
    session.start();
  }

  #onStage(stage: SessionStage): void {
    // A move has been asked for: the old session's ups and downs are of no interest any more.
    if (this.#state === 'moving' && this.#session?.plan.channelId !== this.#channelId) return;
    this.#setState(stage);
    if (stage === 'resuming') this.#next.clear();
    else if (stage === 'securing') this.#watch();
    else if (stage === 'ready') {
      this.#next.clear();
      this.#attempts.onReady();
      this.#ready.reach();
    }
  }

  #onSessionEnded(ending: SessionEnding, { channelId, token }: SessionPlan): void {
    this.#session = undefined;
    if (this.#signals.hasToken(token)) this.#signals.forgetServer();
    // The bot is on its way to another channel, and the old one has let it go.
    if (this.#state === 'moving' && channelId !== this.#channelId) return;
    if ('error' in ending) {
      this.#retry(ending.error, this.#attempts.wasReady ? 1 : 0);
      return;
    }
    const { closeCode } = ending;
    const { action, attempts } = voiceCloseRule(closeCode);
    const error = closedError(closeCode, this.#channelId);
    if (action === 'end') this.#end(error);
    else if (action === 'await') this.#awaitNews(error, attempts);
    else this.#retry(error, attempts);
  }

  /** Lets the main gateway say whether this was a move, a change of server, or the end. */
  #awaitNews(error: Error, attempts: number): void {
    this.#setState('moving');
    this.#next.set(GRACE_MS, () => this.#retry(error, attempts));
    this.#tryConnect();
  }

  #retry(error: Error, attempts: number): void {
    this.#dropSession();
    const delayMs = this.#attempts.next(attempts);
    if (delayMs === undefined) {
      this.#end(error);
      return;
    }
    this.#setState('rejoining');
    this.#next.set(delayMs, () => void this.#rejoin());
  }

  async #rejoin(): Promise<void> {
    if (this.#signals.channelId !== null) await this.#stepOut();
    if (this.#state !== 'rejoining') return;
    this.#signals.forget();
    this.#setState('signalling');
    this.#watch();
    this.#requests.ask(this.#channelId);
  }

  async #stepOut(): Promise<void> {
    await this.#requests.stepOut();
    this.#signals.forget();
  }

  #end(reason: Error): void {
    if (this.#state === 'disconnected') return;
    const isStillIn = this.#signals.channelId !== null || this.#state === 'signalling';
    this.#next.clear();
    this.#stopListening();
    this.#dropSession();
    if (isStillIn && !(reason instanceof VoiceLeftError)) this.#requests.ask(null);
    this.#setState('disconnected');
    this.#requests.confirmLeft();
    this.#ready.fail(reason);
    this.#handlers.onEnded(reason);
  }

  #dropSession(): void {
    const session = this.#session;
    this.#session = undefined;
    session?.close();
  }

  #setState(state: VoiceConnectionState): void {
    if (this.#state === state || this.#state === 'disconnected') return;
    if (this.#state === 'ready') this.#ready.reset();
    this.#state = state;
    this.#handlers.onState(state);
  }

  /** Gives the attempt its time; one that was ready before is tried again. */
  #watch(): void {
    this.#next.set(this.#context.readyTimeoutMs, () => {
      const error = timeoutError(this.#context, this.#channelId, this.#state);
      this.#retry(error, this.#attempts.wasReady ? 3 : 0);
    });
  }
}
