import type { Snowflake } from '../../types/type-tools.js';
import type { EncryptionMode } from '../crypto/transport-cipher.js';
import type { Track } from '../player/track.js';
import type { PlayOptions } from '../player/track-playback.js';
import type { ReceivedFrame, ReceivedPcmFrame } from '../receiver/received-frame.js';
import type { UserStream } from '../receiver/user-stream.js';
import type { ListenOptions } from '../receiver/voice-receiver.js';
import type { RecordOptions } from '../recorder/record-options.js';
import type { Recording } from '../recorder/recording.js';
import type { AudioInput } from '../sources/audio-input.js';
import { tellListeners } from '../tell-listeners.js';
import type { VoiceContext } from '../voice-context.js';
import type { VoiceLink, VoicePacket } from '../voice-link.js';
import { VoiceMedia } from '../voice-media.js';
import type { SelfState } from './main-gateway-requests.js';
import type { ReceiveCounts } from './media-receiver.js';
import { StageSeat } from './stage-seat.js';
import { VoiceLifecycle } from './voice-lifecycle.js';
import type { VoiceConnectionState } from './voice-state.js';

/** Place in voice that a connection is for. */
export interface VoicePlace {
  /** Guild that is joined. */
  readonly guildId: Snowflake;
  /** Channel that is joined. */
  readonly channelId: Snowflake;
  /** Whether the bot shows itself as mute and deaf. */
  readonly self: SelfState;
}

const NO_COUNTS: ReceiveCounts = { received: 0, damaged: 0, undecryptable: 0, rescued: 0, unknown: 0 };

/**
 * Connection of the bot to voice in one guild, for as long as it stays: through moves, changes of server and resumes.
 *
 * @example
 * ```ts
 * const voice = await bot.voice.join(channel);
 * voice.onClosed((reason) => console.log('voice is over', reason));
 * await voice.leave();
 * ```
 */
export class VoiceConnection implements VoiceLink {
  /** Guild that the connection is in; it has one at most. */
  readonly guildId: Snowflake;
  /** Bot's part in a stage channel. */
  readonly stage: StageSeat;
  /** Player and receiver, for what `play`, `listen` and `record` do not offer. */
  readonly media: VoiceMedia;
  readonly #lifecycle: VoiceLifecycle;
  readonly #packetListeners = new Set<(packet: VoicePacket) => void>();
  readonly #goneListeners = new Set<(userId: Snowflake) => void>();
  readonly #closedListeners = new Set<(reason: unknown) => void>();
  readonly #stateListeners = new Set<(state: VoiceConnectionState) => void>();

  /** @internal */
  constructor(context: VoiceContext, place: VoicePlace) {
    this.guildId = place.guildId;
    const { logger } = context;
    this.#lifecycle = new VoiceLifecycle(context, place, {
      onState: (state) => tellListeners(this.#stateListeners, logger, state),
      onPacket: (packet) => tellListeners(this.#packetListeners, logger, packet),
      onUserGone: (userId) => tellListeners(this.#goneListeners, logger, userId),
      onEnded: (reason) => tellListeners(this.#closedListeners, logger, reason),
    });
    this.stage = new StageSeat(context.signalling, this);
    this.media = new VoiceMedia(this, context);
  }

  /** Channel in which the bot is, or is to be. */
  get channelId(): Snowflake {
    return this.#lifecycle.channelId;
  }

  /** How far the connection is. */
  get state(): VoiceConnectionState {
    return this.#lifecycle.state;
  }

  get ssrc(): number {
    return this.#lifecycle.session?.ssrc ?? 0;
  }

  get isReady(): boolean {
    return this.#lifecycle.session?.stage === 'ready';
  }

  /** Milliseconds to the voice server and back; NaN before the first heartbeat was answered. */
  get latencyMs(): number {
    return this.#lifecycle.session?.latencyMs ?? Number.NaN;
  }

  /** Everybody else in the call. */
  get userIds(): readonly Snowflake[] {
    return this.#lifecycle.session?.userIds ?? [];
  }

  /** Counters of what the current session received. */
  get counts(): ReceiveCounts {
    return this.#lifecycle.session?.counts ?? NO_COUNTS;
  }

  /** How packets are encrypted on their way to the voice server; `undefined` before that is agreed upon. */
  get encryptionMode(): EncryptionMode | undefined {
    return this.#lifecycle.session?.encryptionMode;
  }

  /** Whether the call is end-to-end encrypted. */
  get isEncrypted(): boolean {
    return (this.#lifecycle.session?.dave?.version ?? 0) > 0;
  }

  /** 30 digits that everybody in an encrypted call sees alike; `undefined` when nobody else is there. */
  get privacyCode(): string | undefined {
    return this.#lifecycle.session?.dave?.privacyCode;
  }

  /** Whether the bot shows itself as mute. */
  get selfMute(): boolean {
    return this.#lifecycle.self.selfMute;
  }

  /** Whether the bot hears nothing, and shows that. */
  get selfDeaf(): boolean {
    return this.#lifecycle.self.selfDeaf;
  }

  /** Resolves when the connection is ready; rejects when it ends before, or when the signal aborts. */
  ready({ signal }: { readonly signal?: AbortSignal } = {}): Promise<void> {
    return this.#lifecycle.ready(signal);
  }

  /** 45 digits that the bot and a user both see when nobody sits between them; takes some 200 ms to compute. */
  async verificationCode(userId: Snowflake): Promise<string | undefined> {
    return this.#lifecycle.session?.dave?.verificationCode(userId);
  }

  /** Goes to another channel of the guild; resolves when it is ready there. */
  async move(channel: { readonly id: Snowflake } | Snowflake, signal?: AbortSignal): Promise<void> {
    const channelId = typeof channel === 'string' ? channel : channel.id;
    if (channelId !== this.channelId) this.#lifecycle.move(channelId);
    await this.#lifecycle.ready(signal);
  }

  /** Mutes or deafens the bot itself; what is left out stays. */
  setSelf({ selfDeaf = this.selfDeaf, selfMute = this.selfMute }: Partial<SelfState>): void {
    if (selfDeaf !== this.selfDeaf || selfMute !== this.selfMute)
      this.#lifecycle.setSelf({ selfDeaf, selfMute });
  }

  /** Leaves voice; resolves when Discord has confirmed it. */
  leave(): Promise<void> {
    return this.#lifecycle.leave();
  }

  /** Plays a source from now on; what was playing ends as `replaced`. */
  play(source: AudioInput, options?: PlayOptions): Track {
    return this.media.play(source, options);
  }

  /**
   * Listens to one user, from now on until they leave: samples, or packets as they were sent.
   * @throws {OpusCodecMissingError} for samples without an Opus codec.
   */
  listen(userId: Snowflake, options: ListenOptions & { readonly format: 'opus' }): UserStream<ReceivedFrame>;
  listen(userId: Snowflake, options?: ListenOptions): UserStream<ReceivedPcmFrame>;
  listen(
    userId: Snowflake,
    options?: ListenOptions,
  ): UserStream<ReceivedFrame> | UserStream<ReceivedPcmFrame> {
    return this.media.listen(userId, options);
  }

  /**
   * Records everybody to disk, each on a track of their own.
   * @throws {RecordingError}, OpusCodecMissingError, FfmpegMissingError.
   */
  record(options: RecordOptions): Promise<Recording> {
    return this.media.record(options);
  }

  sendOpus(frame: Uint8Array, samples = 960): boolean {
    return this.#lifecycle.session?.sendOpus(frame, samples) ?? false;
  }

  setSpeaking(speaking: boolean): void {
    this.#lifecycle.session?.setSpeaking(speaking);
  }

  onPacket(listener: (packet: VoicePacket) => void): () => void {
    return added(this.#packetListeners, listener);
  }

  onUserGone(listener: (userId: Snowflake) => void): () => void {
    return added(this.#goneListeners, listener);
  }

  /** Hears every change of state. */
  onState(listener: (state: VoiceConnectionState) => void): () => void {
    return added(this.#stateListeners, listener);
  }

  onClosed(listener: (reason: unknown) => void): () => void {
    return added(this.#closedListeners, listener);
  }

  /** Asks for the first session. @internal */
  join(): Promise<void> {
    return this.#lifecycle.join();
  }

  /** Leaves the channel; for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.leave();
  }
}

function added<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
