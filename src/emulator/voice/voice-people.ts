import { PermissionFlagsBits } from 'discord-api-types/v10';
import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { ChannelRecord } from '../world/channel-record.js';
import { moveInVoice } from '../world/voice.js';
import type { World } from '../world/world.js';
import type { WorldDispatch } from '../world/world-dispatch.js';
import { encodePcm } from './encode-pcm.js';
import type { VoiceHub } from './voice-hub.js';
import { VoiceSeat } from './voice-seat.js';

type Davey = typeof import('@snazzah/davey');

/** Opus frames of 20 ms, or PCM: 16 bits, stereo, 48 kHz. */
export type Speech = Uint8Array | readonly Uint8Array[];

/** People in voice: where they sit, and what the world does with them. */
export class VoicePeople {
  readonly #world: World;
  readonly #server: VoiceHub;
  readonly #seats = new Map<Snowflake, VoiceSeat>();
  #davey: Davey | undefined;

  constructor(world: World, server: VoiceHub) {
    this.#world = world;
    this.#server = server;
    world.listen((dispatch) => this.#onWorld(dispatch));
  }

  /** Lets a person enter a channel, from outside or from another one. */
  async join(userId: Snowflake, channel: ChannelRecord): Promise<VoiceSeat> {
    const guild = this.#world.guildOf(channel);
    const { name, type } = channel.data;
    if (!guild || (type !== 2 && type !== 13))
      throw new InvalidInvocationError(`The channel ${name ?? ''} is no voice channel.`);
    if (!(this.#world.permissionsIn(channel, userId) & PermissionFlagsBits.Connect))
      throw new InvalidInvocationError(`This person may not connect to ${name}.`);
    this.#davey ??= await loadDavey();
    moveInVoice(this.#world, guild, userId, channel.data.id);
    return this.seat(userId);
  }

  /** Lets a person leave voice. */
  leave(userId: Snowflake): void {
    const guild = this.#world.guildOf(this.#world.channels.get(this.seat(userId).channelId)!);
    moveInVoice(this.#world, guild!, userId, null);
  }

  /**
   * Seat of a person.
   *
   * @throws {InvalidInvocationError} when that person is not in voice.
   */
  seat(userId: Snowflake): VoiceSeat {
    const seat = this.#seats.get(userId);
    if (seat) return seat;
    throw new InvalidInvocationError('This person is not in voice: joinVoice() comes first.');
  }

  /** Says something; resolves when all of it is said, by the emulator's clock. */
  async speak(userId: Snowflake, speech: Speech): Promise<void> {
    const seat = this.seat(userId);
    await seat.speak(speech instanceof Uint8Array ? await encodePcm(speech) : speech);
  }

  #onWorld({ name, data }: WorldDispatch): void {
    if (name !== 'VOICE_STATE_UPDATE') return;
    const state = data as { user_id?: Snowflake; channel_id?: Snowflake | null };
    const { user_id: userId = '', channel_id: channelId } = state;
    const seat = this.#seats.get(userId);
    if (!this.#davey || this.#world.bots.has(userId) || seat?.channelId === channelId) return;
    seat?.leave();
    this.#seats.delete(userId);
    if (!channelId) return;
    const next = new VoiceSeat({ server: this.#server, userId, channelId, davey: this.#davey });
    this.#seats.set(userId, next);
    next.enter();
  }
}

async function loadDavey(): Promise<Davey> {
  const module = (await import('@snazzah/davey')) as Davey & { readonly default?: Davey };
  return module.default ?? module;
}
