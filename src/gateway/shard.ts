/**
 * One shard: a session with Discord's gateway that serves a share of the bot's guilds.
 *
 * A session outlives its connections. Discord numbers what it dispatches; a shard that was cut off connects again, names
 * the session and the last number it has seen (Resume), and gets what it missed. Only when Discord has forgotten the
 * session does it start a new one (Identify), which is limited per day and loses what happened in between.
 *
 * Three parts do the work: `ShardLink` keeps the connection, `ShardSender` obeys the send limit, `ShardSession` remembers.
 * What a user asks of a shard while it is away waits in the sender, and leaves when the session is ready again.
 */
import { randomBytes } from 'node:crypto';
import type { GatewayReadyDispatchData } from 'discord-api-types/v10';
import { ShardClosedError } from '../errors/shard-closed-error.js';
import type { Snowflake } from '../types/type-tools.js';
import type { Identifiable } from './commands/id-of.js';
import { idOf } from './commands/id-of.js';
import type { MemberReply, MemberRequestOptions } from './commands/member-request.js';
import { memberRequestData } from './commands/member-request.js';
import { MemberRequests } from './commands/member-requests.js';
import { PresenceLine } from './commands/presence-line.js';
import type { PresenceUpdate } from './commands/presence-state.js';
import { PresenceState } from './commands/presence-state.js';
import type { VoiceStateOptions } from './commands/voice-states.js';
import { VoiceStates } from './commands/voice-states.js';
import type { GatewayContext } from './gateway-context.js';
import type { ChannelInfoField, CloseOptions, GatewayShard, JoinOptions } from './gateway-shard.js';
import { Milestone } from './milestone.js';
import { Opcode } from './opcode.js';
import { SessionKeeper } from './session/session-keeper.js';
import { ShardSession } from './session/shard-session.js';
import { ShardLink } from './shard-link.js';
import { ShardSender } from './shard-sender.js';
import type { ShardState } from './shard-state.js';

/** Close code that leaves a session alive. */
const KEEP_SESSION_CLOSE = 4000;

/** One connection of the bot to Discord's gateway, which serves a share of its guilds. */
export class Shard implements GatewayShard {
  /** Number of the shard, from 0. */
  readonly id: number;
  readonly shardCount: number;
  readonly #closed = new Milestone<void>();
  readonly #context: GatewayContext;
  readonly #keeper: SessionKeeper;
  readonly #link: ShardLink;
  readonly #memberRequests: MemberRequests;
  readonly #presence: PresenceState;
  readonly #presenceLine: PresenceLine;
  readonly #ready = new Milestone<void>();
  readonly #sender: ShardSender;
  readonly #session = new ShardSession();
  readonly #userId = new Milestone<Snowflake>();
  readonly #voiceStates = new VoiceStates();
  #isPresenceUntold = false;
  #isRestored = false;
  #isAnnounced = true;

  /** @internal */
  constructor(context: GatewayContext, id: number, shardCount: number) {
    this.id = id;
    this.shardCount = shardCount;
    this.#context = context;
    this.#presence = new PresenceState(context.presence);
    this.#sender = new ShardSender(context, id);
    this.#presenceLine = new PresenceLine(context.clock, () => this.#tellPresence());
    this.#memberRequests = new MemberRequests(context.clock, (data) =>
      this.#sender.send({ op: Opcode.RequestGuildMembers, d: data }),
    );
    this.#keeper = new SessionKeeper({ context, id, count: shardCount, session: this.#session });
    this.#link = this.#createLink();
  }

  /** How far the connection is. */
  get state(): ShardState {
    return this.#link.state;
  }

  get isAlive(): boolean {
    return this.#link.state === 'ready';
  }

  get intents(): number {
    return this.#context.intents;
  }

  get latencyMs(): number {
    return this.#link.latencyMs;
  }

  isWsRateLimited(): boolean {
    return this.#sender.isLimited;
  }

  sendHeartbeat(): void {
    this.#link.beat();
  }

  /** Takes up the session that an earlier process kept; whether there was one. */
  async restore(): Promise<boolean> {
    this.#isRestored = await this.#keeper.restore();
    this.#isAnnounced = !this.#isRestored;
    return this.#isRestored;
  }

  start(): Promise<void> {
    if (this.#link.state === 'closed') {
      this.#ready.reset();
      this.#closed.reset();
      this.#userId.reset();
    }
    this.#link.open();
    return this.#ready.promise();
  }

  join(options: JoinOptions = {}): Promise<void> {
    return this.#closed.promise(options.signal);
  }

  async close(options: number | CloseOptions = {}): Promise<void> {
    const { code, keepSession = false } = typeof options === 'number' ? { code: options } : options;
    const closeCode = code ?? (keepSession ? KEEP_SESSION_CLOSE : 1000);
    this.#keeper.stop();
    await this.#link.close(closeCode, '');
    this.#end(new ShardClosedError(this.id));
    await this.#keepOrForget(keepSession, closeCode);
    this.#closed.reach();
  }

  getUserId(): Promise<Snowflake> {
    return this.#userId.promise();
  }

  async updatePresence(update: PresenceUpdate): Promise<void> {
    this.#presence.merge(update);
    const { state } = this.#link;
    // Identify has left with the old presence, so the new one follows it; before, it goes along with Identify.
    if (state === 'ready' || state === 'identifying') {
      await this.#presenceLine.tell();
    } else {
      this.#isPresenceUntold = true;
    }
  }

  async updateVoiceState(
    guild: Identifiable,
    channel: Identifiable | null,
    options: VoiceStateOptions = {},
  ): Promise<void> {
    this.#requireStarted();
    const channelId = channel === null ? null : idOf(channel);
    const data = this.#voiceStates.update(idOf(guild), channelId, options);
    await this.#sender.send({ op: Opcode.VoiceStateUpdate, d: data });
  }

  async requestGuildMembers(guild: Identifiable, options: MemberRequestOptions = {}): Promise<MemberReply> {
    const nonce = options.nonce ?? `${this.id}.${randomBytes(15).toString('base64url')}`;
    const data = memberRequestData(idOf(guild), options, nonce, this.intents);
    this.#requireStarted();
    return this.#memberRequests.request(data, options.timeoutMs);
  }

  async requestSoundboardSounds(guilds: readonly Identifiable[]): Promise<void> {
    this.#requireStarted();
    await this.#sender.send({ op: Opcode.RequestSoundboardSounds, d: { guild_ids: guilds.map(idOf) } });
  }

  async requestChannelInfo(
    guild: Identifiable,
    fields: readonly ChannelInfoField[] = ['status', 'voice_start_time'],
  ): Promise<void> {
    this.#requireStarted();
    await this.#sender.send({ op: Opcode.RequestChannelInfo, d: { guild_id: idOf(guild), fields } });
  }

  #createLink(): ShardLink {
    const { id, shardCount: count } = this;
    return new ShardLink({
      context: this.#context,
      id,
      count,
      sender: this.#sender,
      session: this.#session,
      handlers: {
        hears: (name) => this.#context.sink.wants(name) || this.#memberRequests.hears(name),
        bodyReader: (name) => this.#context.sink.bodyReader?.(name),
        onDispatch: (name, data, frame) => this.#onDispatch(name, data, frame),
        onReady: (ready) => this.#onReady(ready),
        onResumed: () => this.#onResumed(),
        onFatal: (error) => this.#onFatal(error),
        takePresence: () => this.#takePresence(),
      },
    });
  }

  async #keepOrForget(keepSession: boolean, closeCode: number): Promise<void> {
    if (keepSession) {
      await this.#keeper.save();
      return;
    }
    if (closeCode === 1000 || closeCode === 1001) this.#session.clear();
    await this.#keeper.delete();
  }

  #requireStarted(): void {
    const { state } = this.#link;
    if (state === 'idle' || state === 'closed') throw new ShardClosedError(this.id);
  }

  #takePresence(): PresenceState['data'] {
    this.#isPresenceUntold = false;
    return this.#presence.data;
  }

  #tellPresence(): Promise<void> {
    return this.#sender.sendNewest(Opcode.PresenceUpdate, () => ({
      op: Opcode.PresenceUpdate,
      d: this.#presence.data,
    }));
  }

  #onDispatch(name: string, data: unknown, frame?: Buffer): void {
    if (!this.#isAnnounced) this.#announce(name);
    if (this.#memberRequests.hears(name)) {
      this.#answerRequest(name, data);
      if (!this.#context.sink.wants(name)) return;
    }
    this.#handUp(name, data, frame);
  }

  /**
   * Hands up the READY of a session that another process began, before the first event of this one: Discord does not
   * repeat it. It names no guilds, because none of them will follow.
   */
  #announce(firstEvent: string): void {
    this.#isAnnounced = true;
    const { ready } = this.#session;
    if (ready && firstEvent !== 'READY') this.#handUp('READY', { ...ready, guilds: [] });
  }

  #answerRequest(name: string, data: unknown): void {
    try {
      this.#memberRequests.onDispatch(name, data);
    } catch (error) {
      this.#onFailedEvent(name, error);
    }
  }

  #handUp(name: string, data: unknown, frame?: Buffer): void {
    try {
      this.#context.sink.dispatch(name, data, this.id, frame);
    } catch (error) {
      this.#onFailedEvent(name, error);
    }
  }

  /** Tells that whoever took an event failed; it must not reach the socket. */
  #onFailedEvent(name: string, error: unknown): void {
    this.#context.logger.error('gateway', `shard ${this.id} could not hand up ${name}`, {
      shardId: this.id,
      error,
    });
    this.#context.observer.onError?.(this.id, error);
  }

  #onReady(ready: GatewayReadyDispatchData): void {
    this.#userId.reach(ready.user.id);
    this.#isRestored = false;
    this.#memberRequests.onNewSession();
    this.#keeper.start();
    this.#context.observer.onReady?.(this.id, ready);
    this.#ready.reach();
  }

  #onResumed(): void {
    const { ready } = this.#session;
    const isRestored = this.#isRestored;
    this.#isRestored = false;
    if (ready) this.#userId.reach(ready.user.id);
    if (this.#isPresenceUntold) {
      this.#isPresenceUntold = false;
      this.#presenceLine.tell().catch((error: unknown) => {
        const message = `shard ${this.id} could not tell its presence`;
        this.#context.logger.debug('gateway', message, { shardId: this.id, error });
      });
    }
    this.#context.observer.onResumed?.(this.id, { ready, isRestored });
    this.#keeper.start();
    this.#ready.reach();
  }

  #onFatal(error: Error): void {
    this.#context.observer.onError?.(this.id, error);
    this.#end(error);
    void this.#keeper.delete();
    this.#closed.fail(error);
  }

  #end(error: Error): void {
    this.#sender.clear(error);
    this.#presenceLine.clear(error);
    this.#memberRequests.clear(error);
    this.#ready.fail(error);
    this.#userId.fail(error);
  }
}
