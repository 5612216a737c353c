import type { RESTPatchAPIGuildSoundboardSoundJSONBody } from 'discord-api-types/v10';
import { InvalidOptionError } from '../errors/invalid-option-error.js';
import type { Snowflake } from '../types/type-tools.js';
import { attachedUser } from './attached-user.js';
import { because } from './because.js';
import type { PartialEmoji } from './emoji.js';
import type { Guild } from './guild.js';
import type { ModelHost } from './host.js';
import type { RecordOrigin } from './live-model.js';
import { LiveModel } from './live-model.js';
import type { SoundRecord } from './records.js';
import type { User } from './user.js';

/** Sound of a soundboard: of a guild, or one that everybody has. @see https://docs.discord.com/developers/resources/soundboard */
export class SoundboardSound extends LiveModel<'sound'> {
  constructor(host: ModelHost, record: SoundRecord, origin?: RecordOrigin) {
    super(host, record, origin, record.guild_id ?? '');
  }

  /** Id of the sound. */
  get id(): Snowflake {
    return this.raw.sound_id;
  }
  /** Guild that it belongs to; `undefined` for Discord's own. */
  get guildId(): Snowflake | undefined {
    return this.scope === '' ? undefined : this.scope;
  }
  /** Guild that it belongs to; none for those of Discord. */
  get guild(): Guild | undefined {
    return this.guildId === undefined ? undefined : this.host.models.guildRef(this.guildId);
  }
  /** Whether everybody has it. */
  get isDefault(): boolean {
    return this.guildId === undefined;
  }
  /** Name, 2 to 32 characters. */
  get name(): string {
    return this.raw.name;
  }
  /** Loudness from 0 to 1. */
  get volume(): number {
    return this.raw.volume;
  }
  /** Whether it can be played; not while the guild has lost boosts. */
  get available(): boolean {
    return this.raw.available;
  }
  /** Emoji on its button. */
  get emoji(): PartialEmoji | undefined {
    const { emoji_id: id, emoji_name: name } = this.raw;
    return id || name ? { id, name } : undefined;
  }
  /** Who made it, where Discord has told. */
  get creator(): User | undefined {
    return attachedUser(this.host, this.raw.user);
  }
  /** Address of the file, an MP3 or Ogg. */
  get url(): string {
    return `https://cdn.discordapp.com/soundboard-sounds/${this.id}`;
  }

  /** Plays it in the voice channel that the bot is in. */
  async play(channelId: Snowflake): Promise<void> {
    const source = this.guildId === undefined ? {} : { source_guild_id: this.guildId };
    await this.host.rest.soundboard.send(channelId, { sound_id: this.id, ...source });
  }

  /**
   * Changes name, volume or emoji of a sound of a guild.
   *
   * @throws {InvalidOptionError} when it is one that everybody has.
   */
  async edit(body: RESTPatchAPIGuildSoundboardSoundJSONBody, reason?: string): Promise<SoundboardSound> {
    const guildId = this.#ownGuildId;
    const record = await this.host.rest.soundboard.edit(guildId, this.id, body, because(reason));
    return new SoundboardSound(this.host, { guild_id: guildId, ...record }, 'answer');
  }

  /**
   * Deletes the sound of a guild.
   *
   * @throws {InvalidOptionError} when it is one that everybody has.
   */
  async delete(reason?: string): Promise<void> {
    await this.host.rest.soundboard.delete(this.#ownGuildId, this.id, because(reason));
  }

  get #ownGuildId(): Snowflake {
    if (this.guildId !== undefined) return this.guildId;
    throw new InvalidOptionError(
      `The sound "${this.name}" is one that everybody has, so nobody can change or delete it; only the sounds of a guild.`,
      'sound',
    );
  }

  protected get kind(): 'sound' {
    return 'sound';
  }

  protected override idOf(record: SoundRecord): Snowflake {
    return record.sound_id;
  }
}
