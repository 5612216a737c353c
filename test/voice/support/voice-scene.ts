import type { EmulatedBot, EmulatedChannel, EmulatedGuild } from '../../../src/emulator/index.js';
import { Emulator } from '../../../src/emulator/index.js';
import { silentLogger } from '../../../src/utils/silent-logger.js';
import type { VoiceConnection } from '../../../src/voice/connection/voice-connection.js';
import type { VoiceConnectionState } from '../../../src/voice/connection/voice-state.js';
import type { OpusCodec } from '../../../src/voice/opus/opus-codec.js';
import { VoiceManager } from '../../../src/voice/voice-manager.js';
import type {
  VoiceChannelFacts,
  VoiceSignalListener,
  VoiceSignalling,
  VoiceStateRequest,
} from '../../../src/voice/voice-signalling.js';
import { RawBot } from '../../emulator/raw-bot.js';

/** Main gateway by hand: op 4 out, the two events in. */
export class RawSignalling implements VoiceSignalling {
  readonly userId: string;
  readonly requests: VoiceStateRequest[] = [];
  facts: VoiceChannelFacts | undefined;
  ghostChannelId: string | undefined;
  readonly #raw: RawBot;
  readonly #listeners = new Set<VoiceSignalListener>();

  constructor(raw: RawBot, userId: string) {
    this.#raw = raw;
    this.userId = userId;
    raw.on('VOICE_STATE_UPDATE', (data) => this.#onState(data));
    raw.on('VOICE_SERVER_UPDATE', (data) => {
      const server = {
        guildId: String(data['guild_id']),
        token: String(data['token']),
        endpoint: data['endpoint'] as string | null,
      };
      for (const listener of [...this.#listeners]) listener.onVoiceServer(server);
    });
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  async updateVoiceState(request: VoiceStateRequest): Promise<void> {
    this.requests.push(request);
    const { guildId, channelId, selfDeaf, selfMute } = request;
    const d = { guild_id: guildId, channel_id: channelId, self_deaf: selfDeaf, self_mute: selfMute };
    this.#raw.sendRaw(JSON.stringify({ op: 4, d }));
  }

  listen(listener: VoiceSignalListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  currentChannelId(): string | undefined {
    return this.ghostChannelId;
  }

  inspectChannel(): VoiceChannelFacts | undefined {
    return this.facts;
  }

  #onState(data: Record<string, unknown>): void {
    if (data['user_id'] !== this.userId) return;
    const state = {
      guildId: String(data['guild_id']),
      channelId: data['channel_id'] as string | null,
      sessionId: String(data['session_id']),
      isSuppressed: data['suppress'] === true,
    };
    for (const listener of [...this.#listeners]) listener.onVoiceState(state);
  }
}

/** Bot with nothing but a voice manager, in a guild with voice channels. */
export class VoiceScene implements AsyncDisposable {
  readonly states: VoiceConnectionState[] = [];
  readonly endings: unknown[] = [];

  private constructor(
    readonly discord: Emulator,
    readonly bot: EmulatedBot,
    readonly guild: EmulatedGuild,
    readonly raw: RawBot,
    readonly signalling: RawSignalling,
    readonly manager: VoiceManager,
  ) {}

  /** @param opus codec of the bot; otherwise what is installed. */
  static async create(opus?: OpusCodec): Promise<VoiceScene> {
    const discord = new Emulator();
    const bot = discord.createBot({ name: 'bard' });
    const guild = discord.createGuild({
      channels: [
        'general',
        { name: 'lounge', type: 2 },
        { name: 'studio', type: 2 },
        { name: 'stage', type: 13 },
      ],
      members: [bot],
    });
    const raw = await RawBot.create(discord, bot);
    await raw.start((1 << 0) | (1 << 7));
    await discord.settle();
    const beat = (): void => {
      raw.sendRaw(JSON.stringify({ op: 1, d: raw.lastSeq }));
      discord.clock.setTimeout(beat, 40_000);
    };
    discord.clock.setTimeout(beat, 40_000);
    const signalling = new RawSignalling(raw, bot.id);
    const manager = new VoiceManager({
      clock: discord.clock,
      logger: silentLogger,
      signalling,
      sockets: discord.sockets,
      udp: discord.udp,
      random: () => 0.5,
      ...(opus && { opus }),
    });
    return new VoiceScene(discord, bot, guild, raw, signalling, manager);
  }

  get voice(): Emulator['voice'] {
    return this.discord.voice;
  }

  get lounge(): EmulatedChannel {
    return this.guild.channel('lounge');
  }

  get studio(): EmulatedChannel {
    return this.guild.channel('studio');
  }

  target(channel: EmulatedChannel = this.lounge): { id: string; guildId: string } {
    return { id: channel.id, guildId: this.guild.id };
  }

  /** Person in the guild. */
  person(name: string): ReturnType<Emulator['createUser']> {
    const person = this.discord.createUser(name);
    this.guild.add(person);
    return person;
  }

  /** Joins without waiting, and writes down what becomes of it. */
  async join(channel: EmulatedChannel = this.lounge): Promise<VoiceConnection> {
    const connection = await this.manager.join(this.target(channel));
    connection.onState((state) => this.states.push(state));
    connection.onClosed((reason) => this.endings.push(reason));
    await this.discord.settle();
    return connection;
  }

  advance(duration: string | number): Promise<void> {
    return this.discord.virtualClock.advance(duration);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const left = this.manager.close();
    await this.advance(6_000);
    await left;
    await this.discord.close();
  }
}

/** Opus frames that can be told apart; the first byte is a plausible table of contents. */
export function numberedFrames(count: number, mark = 0): Buffer[] {
  return Array.from({ length: count }, (_, index) => {
    const frame = Buffer.alloc(60, mark);
    frame[0] = 0xfc;
    frame.writeUInt32BE(index, 1);
    return frame;
  });
}

/** Number that `numberedFrames` wrote into a frame; undefined for silence. */
export function numberOf(frame: Buffer): number | undefined {
  return frame.length === 60 ? frame.readUInt32BE(1) : undefined;
}
