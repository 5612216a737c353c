import { inspect } from 'node:util';
import { InvalidOptionError } from '../errors/invalid-option-error.js';
import { MissingIntentError } from '../errors/missing-intent-error.js';
import type { Snowflake } from '../types/type-tools.js';
import type { VoiceConnection } from '../voice/connection/voice-connection.js';
import type { VoiceReport } from '../voice/voice-doctor.js';
import type { JoinVoiceOptions, VoiceManager, VoiceTarget } from '../voice/voice-manager.js';
import type { ClientParts } from './client-parts.js';
import { openRealSockets } from './open-gateway.js';
import { VoiceSignals } from './voice-signals.js';

/**
 * Voice of a bot: `bot.voice`. The room behind it is loaded at the first join.
 *
 * Asking for it before the bot connects lets the bot ask for the intent `GuildVoiceStates`; so does `voice: true`.
 */
export class BotVoice {
  readonly #parts: ClientParts;
  #manager: VoiceManager | undefined;
  #opening: Promise<VoiceManager> | undefined;

  constructor(parts: ClientParts) {
    this.#parts = parts;
  }

  /** Connections, by guild. */
  get connections(): ReadonlyMap<Snowflake, VoiceConnection> {
    return this.#manager?.connections ?? new Map();
  }

  /** Whether some connection waits for sound from a disk, a network or ffmpeg. @internal */
  get isReading(): boolean {
    return this.#manager?.isReading ?? false;
  }

  /** Connection in a guild. */
  get(guildId: Snowflake): VoiceConnection | undefined {
    return this.#manager?.get(guildId);
  }

  /**
   * Joins a channel, or moves there from another one of the guild; resolves when frames can flow.
   *
   * @throws {InvalidOptionError} for what is no channel; MissingIntentError, VoicePermissionError, VoiceChannelFullError, VoiceTimeoutError, VoiceDaveRequiredError.
   */
  async join(channel: VoiceTarget, options?: JoinVoiceOptions): Promise<VoiceConnection> {
    checkTarget(channel);
    if (!this.#parts.intents.has('GuildVoiceStates')) {
      throw new MissingIntentError('GuildVoiceStates', 'bot.voice.join()');
    }
    const manager = await this.#open();
    return manager.join(channel, options);
  }

  /** Leaves voice in a guild; nothing happens when the bot is not there. */
  async leave(guildId: Snowflake): Promise<void> {
    await this.#manager?.leave(guildId);
  }

  /** Says what voice finds on this machine: ciphers, end-to-end encryption, Opus, ffmpeg and UDP. */
  async doctor(): Promise<VoiceReport> {
    const manager = await this.#open();
    return manager.doctor();
  }

  /** Leaves all channels. */
  async close(): Promise<void> {
    const manager = await this.#opening;
    await manager?.close();
  }

  #open(): Promise<VoiceManager> {
    this.#opening ??= this.#load();
    return this.#opening;
  }

  async #load(): Promise<VoiceManager> {
    const { options, tools } = this.#parts;
    const { VoiceManager: Manager } = await import('../voice/voice-manager.js');
    this.#manager = new Manager({
      clock: tools.clock,
      logger: tools.logger,
      signalling: new VoiceSignals(this.#parts),
      sockets: options.sockets ?? (await openRealSockets(undefined)),
      ...(options.udp ? { udp: options.udp } : {}),
      ...(typeof options.voice === 'object' ? options.voice : {}),
    });
    return this.#manager;
  }
}

/** An id alone says nothing of the guild, and is what one tries first. */
function checkTarget(channel: unknown): void {
  const { guildId, id } = (channel ?? {}) as Partial<VoiceTarget>;
  if (typeof guildId === 'string' && typeof id === 'string') return;
  throw new InvalidOptionError(
    `bot.voice.join() takes a voice channel, or { guildId, id }, and was given ${inspect(channel, { depth: 0 })}. Take the ` +
      'channel from bot.channels.get(id), await bot.channels.fetch(id), or member.voice.channel, and check that it is there.',
    'channel',
  );
}
